import { describe, expect, test } from "vitest";
import { codePoints } from "../../../src/protocol/text/text.ts";
import { cutShort, sayable } from "../../../src/worker/hooks/hook-saying.ts";

describe("§12.3 a text is cut and cleaned rather than refused", () => {
  test.each([
    ["hello", "hello"],
    ["  one\r\ntwo\rthree\n\n", "one\ntwo\nthree"],
    ["a\u0000b\u001b[31mc\u0007", "ab[31mc"],
    ["half \ud83d", "half \ufffd"],
    ["tab\tkept", "tab\tkept"],
    ["", undefined],
    [" \n\t ", undefined],
    ["\u200b\u2060", undefined],
    ["\u0000", undefined],
  ])("%j becomes %j", (text, said) => {
    expect(sayable(text)).toBe(said);
  });

  test("what is too long ends in a mark, however long it is", () => {
    expect(sayable("a".repeat(4_000))).toBe("a".repeat(4_000));
    expect(sayable("a".repeat(4_001))).toBe(`${"a".repeat(3_999)}…`);
    for (const character of ["a", "é", "漢", "🚀", "\u0301"]) {
      const said = sayable(`a${character.repeat(1_000_000)}`) ?? "";
      expect(codePoints(said)).toBe(4_000);
      expect(said.endsWith("…")).toBe(true);
    }
  });

  test.each([
    ["one two", 5, "one…"],
    ["abcde", 5, "abcde"],
    ["abcdef", 5, "abcd…"],
    // Written characters stay whole: a flag, a family, a letter and its mark.
    ["ab🇧🇷cd", 4, "ab…"],
    ["a👩‍👩‍👧bcd", 4, "a…"],
    ["abq\u0301cd", 4, "ab…"],
    ["🚀🚀🚀🚀", 3, "🚀🚀…"],
    // One that is longer than any, not.
    [`a${"\u0301".repeat(500)}`, 300, `a${"\u0301".repeat(298)}…`],
  ])("%j within %d is %j", (text, most, expected) => {
    expect(cutShort(text, most)).toBe(expected);
  });
});
