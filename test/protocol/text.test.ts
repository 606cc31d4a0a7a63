import { describe, expect, test } from "vitest";
import { codePoints, isReadable, isWithin } from "../../src/protocol/text.ts";

describe("§5 text", () => {
  test.each(["a", " a ", "line\nline", "\ta", "🦜", "e\u0301", "א\u202eב", "\u200d", "%_\\'\"<>&"])(
    "%j can be read",
    (text) => {
      expect(isReadable(text)).toBe(true);
    },
  );

  test.each([
    ["nothing", ""],
    ["spaces", "   "],
    ["line breaks and tabs", "\n\t\n"],
    ["white space beyond ASCII", "\u00a0\u2003\u3000\u2028"],
    ["NUL", "a\0"],
    ["a carriage return", "a\r\nb"],
    ["escape", "\x1b[2J"],
    ["delete", "a\x7f"],
    ["a C1 control", "a\x9b31m"],
    ["a high surrogate alone", "a\ud83d"],
    ["a low surrogate alone", "\udd9ca"],
    ["surrogates the wrong way round", "\udd9c\ud83e"],
  ])("can't be read: %s", (_, text) => {
    expect(isReadable(text)).toBe(false);
  });

  test("its length counts code points", () => {
    expect(codePoints("a🦜e\u0301")).toBe(4);
  });

  test.each([
    ["a".repeat(4), true],
    ["a".repeat(5), false],
    ["🦜".repeat(4), true],
    ["🦜".repeat(5), false],
    [`${"🦜".repeat(3)}aa`, false],
  ])("%s is within 4: %s", (text, within) => {
    expect(isWithin(text, 4)).toBe(within);
  });
});
