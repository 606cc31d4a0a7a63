import { expect, test } from "vitest";
import { hueOf } from "../../../client/core/text/hue.ts";

test.each([
  ["", 0x811c9dc5 % 360],
  ["a", 0xe40c292c % 360],
  ["foobar", 0xbf9cf968 % 360],
])("the hue of %j comes from its FNV-1a hash", (uid, hue) => {
  expect(hueOf(uid)).toBe(hue);
});

test("hues are spread over the whole circle", () => {
  const sixths = new Set(
    Array.from({ length: 100 }, (_, index) => Math.floor(hueOf(`member-${index}`) / 60)),
  );
  expect(sixths.size).toBe(6);
});
