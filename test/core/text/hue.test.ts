import { expect, test } from "vitest";
import { hueOf } from "../../../client/core/text/hue.ts";

test.each([
  ["", (0x811c9dc5 % 12) * 30],
  ["a", (0xe40c292c % 12) * 30],
  ["foobar", (0xbf9cf968 % 12) * 30],
])("the hue of %j comes from its FNV-1a hash", (uid, hue) => {
  expect(hueOf(uid)).toBe(hue);
});

test("hues are twelve, as far apart as can be, and each is as frequent as another", () => {
  const counts = new Map<number, number>();
  for (let at = 0; at < 12_000; at++) {
    const hue = hueOf(`member-${at}`);
    counts.set(hue, (counts.get(hue) ?? 0) + 1);
  }
  expect([...counts.keys()].sort((one, other) => one - other)).toEqual(
    Array.from({ length: 12 }, (_, at) => at * 30),
  );
  expect(Math.min(...counts.values())).toBeGreaterThan(800);
  expect(Math.max(...counts.values())).toBeLessThan(1_200);
});
