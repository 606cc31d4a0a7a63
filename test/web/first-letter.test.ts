import { expect, test } from "vitest";
import { firstLetter } from "../../client/web/text/first-letter.ts";

test.each([
  ["ana", "a"],
  ["นํ้าใจ", "นํ้"],
  ["हिन्दी", "हि"],
  ["x\u0323\u0307y", "x\u0323\u0307"],
  ["", undefined],
])("%j begins with %j", (name, letter) => {
  expect(firstLetter(name)).toBe(letter);
});
