import { describe, expect, test } from "vitest";
import { codePoints, isReadable, isWithin } from "../../../src/protocol/text/text.ts";

describe("§5 text", () => {
  test.each([
    "a",
    " a ",
    "line\nline",
    "\ta",
    "🦜",
    "e\u0301",
    "א\u202eב",
    "\u0301",
    "नी",
    "🏴\u{e0067}\u{e0062}\u{e007f}",
    "\u200b.",
    "\ue000",
    "\u0605",
    "\ufffd",
    "%_\\'\"<>&",
  ])("%j can be read", (text) => {
    expect(isReadable(text)).toBe(true);
  });

  test.each([
    ["nothing", ""],
    ["spaces", "   "],
    ["line breaks and tabs", "\n\t\n"],
    ["white space beyond ASCII", "\u00a0\u2003\u3000\u2028"],
    ["a zero-width space", "\u200b"],
    ["Braille without dots", "\u2800 \u2800"],
    ["Hangul fillers", "\u3164\u115f\u1160\uffa0"],
    ["joiners", "\u200d\u200c\u2060\ufeff"],
    ["soft hyphens", "\u00ad\u00ad"],
    ["variation selectors", "\ufe0f\u{e0101}\u180b"],
    ["tags without a flag", "\u{e0067}\u{e007f}"],
    ["marks of direction", "\u200e\u200f\u061c\u202e\u202c\u2066\u2069"],
    ["invisible operators", "\u2061\u2062\u2063\u2064"],
    ["vowels of Khmer that can't be seen", "\u17b4\u17b5"],
    ["annotations of nothing", "\ufff9\ufffa\ufffb"],
    ["a note without a head", "\u{1d159}"],
    ["a filler of Khitan", "\u{16fe4}"],
    ["a joiner of Brahmi's numbers", "\u{1107f}"],
    ["no characters", "\uffff\ufdd0\u{1fffe}"],
    ["what can be ignored, though unassigned", "\u2065\ufff0\u{e0fff}"],
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
