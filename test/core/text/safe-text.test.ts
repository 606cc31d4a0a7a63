import fc from "fast-check";
import { expect, test } from "vitest";
import { safeText } from "../../../client/core/text/safe-text.ts";
import { hostileText } from "../../support/hostile-text.ts";

test.each([
  ["plain text stays", "héllo, 日本 👍🏽", "héllo, 日本 👍🏽"],
  ["a CSI is stripped", "a\x1b[31mb\x1b[0m", "ab"],
  ["a CSI with private parameters and an intermediate is stripped", "a\x1b[?25l\x1b[>0 qb", "ab"],
  ["an 8-bit CSI is stripped", "a\x9b2Jb", "ab"],
  ["an unterminated CSI is stripped", "a\x1b[31;", "a"],
  ["a CSI cut short by a letter of another alphabet loses itself only", "a\x1b[3é", "aé"],
  ["an OSC ended by BEL is stripped", "a\x1b]0;title\x07b", "ab"],
  ["an OSC ended by ST is stripped", "a\x1b]8;;http://x\x1b\\b", "ab"],
  ["an 8-bit OSC ended by an 8-bit ST is stripped", "a\x9d52;c;aGk=\x9cb", "ab"],
  ["DCS, SOS, PM and APC are stripped", "a\x1bPq#0\x1b\\b\x1bXs\x1b\\c\x1b^p\x1b\\d\x1b_G\x1b\\e", "abcde"],
  ["8-bit DCS, SOS, PM and APC are stripped", "a\x90q\x9cb\x98s\x9cc\x9ep\x9cd\x9fg\x9ce", "abcde"],
  ["an unterminated string is swallowed up to the newline", "a\x1b]0;title\nb", "a\nb"],
  ["an unterminated string is swallowed up to the end", "a\x1bPq", "a"],
  ["a string cut short by another sequence ends there", "a\x1b]0;t\x1b[31mb", "ab"],
  ["two-character sequences are stripped", "a\x1bcb\x1b(0c\x1b7", "abc"],
  ["a lone ESC is shown", "a\x1b", "a\ufffd"],
  ["stripping cannot build a new sequence", "\x1b\x1b[m[31mx", "\ufffd[31mx"],
  ["stripping cannot join two halves of a pair", "\ud83d\x1b[m\ude00", "\ufffd\ufffd"],
  ["other controls are shown", "a\x07\b\x7f\x84\x00b", "a\ufffd\ufffd\ufffd\ufffd\ufffdb"],
  ["a carriage return is shown, unless a newline follows", "a\rb\r\nc", "a\ufffdb\nc"],
  ["newlines stay, tabs become spaces", "a\n\tb", "a\n    b"],
  ["bidi controls are shown", "\u202a\u202e\u2066\u2069\u200e\u200f\u061c", "\ufffd".repeat(7)],
  ["tag characters are shown", "\u{e0001}\u{e0041}\u{e007f}", "\ufffd".repeat(3)],
  ["what cannot be seen is shown", "\ufeff\u00ad\u200b\u2060\u3164\u2028\u2029\ufff9", "\ufffd".repeat(8)],
  [
    "joiners and variation selectors stay",
    "👩\u200d👧 ❤\ufe0f \u0646\u200c\u0647",
    "👩\u200d👧 ❤\ufe0f \u0646\u200c\u0647",
  ],
  ["lone surrogates are shown", "a\ud800b\udc00", "a\ufffdb\ufffd"],
  ["marks are bounded", `a${"\u0301".repeat(50)}b`, `a${"\u0301".repeat(8)}b`],
  [
    "a joiner does not start the count anew",
    `a${"\u0301\u200d".repeat(50)}b`,
    `a${"\u0301\u200d".repeat(4)}b`,
  ],
])("C12: %s", (_name, text, safe) => {
  expect(safeText(text)).toBe(safe);
});

test("C12: nothing that commands a terminal or turns the reading direction is left", () => {
  const forbidden =
    /(?!\n)\p{Cc}|\p{Cs}|[\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ufeff\u{e0000}-\u{e007f}]|[\p{M}]{9}/u;
  fc.assert(fc.property(hostileText(), (text) => !forbidden.test(safeText(text))));
});

test("C12: what is safe stays as it is", () => {
  fc.assert(fc.property(hostileText(), (text) => safeText(safeText(text)) === safeText(text)));
});
