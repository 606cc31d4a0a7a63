import fc from "fast-check";
import { expect, test } from "vitest";
import { safeText } from "../../../client/core/text/safe-text.ts";
import { pageText } from "../../../client/web/text/page-text.ts";
import { hostileText } from "../../support/hostile-text.ts";

/** The flag of a part of a country, as Unicode writes it. */
const flagOf = (code: string) =>
  `\u{1f3f4}${Array.from(code, (letter) => String.fromCodePoint(0xe0000 + letter.charCodeAt(0))).join("")}\u{e007f}`;
const [ENGLAND, SCOTLAND, WALES] = [flagOf("gbeng"), flagOf("gbsct"), flagOf("gbwls")];

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
  ["tags without a flag are left out", "a\u{e0001}\u{e0041}\u{e007f}b", "ab"],
  [
    "what can't be seen is left out",
    "\ufeffa\u00ad\u2060\u3164\u115f\u2061\u2064\u034f\u180e\u206a\ufff9\ufffbb",
    "ab",
  ],
  ["a space without width stays, for a row may end there", "ភាសា\u200bខ្មែរ", "ភាសា\u200bខ្មែរ"],
  ["separators of lines and paragraphs are newlines", "a\u2028b\u2029c", "a\nb\nc"],
  ["what is no character is shown as such", "a\uffff\ufdd0\u{1fffe}b", "a\ufffd\ufffd\ufffdb"],
  ["what may be one some day stays", "a\u{1faff}\ue000\u{f0000}\u2800b", "a\u{1faff}\ue000\u{f0000}\u2800b"],
  [
    "joiners and variation selectors stay",
    "👩\u200d👧 ❤\ufe0f \u0646\u200c\u0647",
    "👩\u200d👧 ❤\ufe0f \u0646\u200c\u0647",
  ],
  [
    "the flags of England, Scotland and Wales stay",
    `${ENGLAND}${SCOTLAND}${WALES}`,
    `${ENGLAND}${SCOTLAND}${WALES}`,
  ],
  [
    "keycaps and pictures stay",
    "1\ufe0f\u20e3 🏳\ufe0f\u200d🌈 👩🏽\u200d🚀 🇧🇷",
    "1\ufe0f\u20e3 🏳\ufe0f\u200d🌈 👩🏽\u200d🚀 🇧🇷",
  ],
  ["marks of direction stay", "שלום\u200f, \u200eok\u061c", "שלום\u200f, \u200eok\u061c"],
  ["lone surrogates are shown", "a\ud800b\udc00", "a\ufffdb\ufffd"],
  ["marks are bounded", `a${"\u0301".repeat(50)}b`, `a${"\u0301".repeat(8)}b`],
  [
    "a joiner does not start the count anew",
    `a${"\u0301\u200d".repeat(50)}b`,
    `a${"\u0301\u200d".repeat(4)}b`,
  ],
])("%s", (_name, text, safe) => {
  expect(safeText(text)).toBe(safe);
});

test.each([
  ["an override is closed at its end", "a\u202eb", "\u2068a\u202eb\u202c\u2069"],
  ["an embedding", "\u202bא", "\u2068\u202bא\u202c\u2069"],
  ["what is closed already", "\u202da\u202c b", "\u2068\u202da\u202c b\u2069"],
  ["an isolate with an override in it", "\u2066a\u202eb\u2069c", "\u2068\u2066a\u202eb\u202c\u2069c\u2069"],
  ["what would end another's", "a\u2069\u202cb", "\u2068ab\u2069"],
  ["each line for itself", "a\u202eb\nc\u202c", "\u2068a\u202eb\u202c\u2069\n\u2068c\u2069"],
  ["a whole that is isolated stays", "\u2068a\u2069", "\u2068a\u2069"],
])("controls of direction reach no further than their text: %s", (_, text, isolated) => {
  expect(safeText(text)).toBe(isolated);
  expect(pageText(text)).toBe(isolated);
});

test.each([
  ["a sequence is nothing to a page, but for its control", "a\x1b[31mb", "a\ufffd[31mb"],
  ["controls are shown", "a\x07\x9c\rb", "a\ufffd\ufffd\ufffdb"],
  ["newlines and tabs stay", "a\r\n\tb", "a\n\tb"],
  ["lone surrogates are shown", "a\ud800b", "a\ufffdb"],
  [
    "what can't be seen stays",
    "so\u00adft\u2060\u200b\u3164\u200f\u2061",
    "so\u00adft\u2060\u200b\u3164\u200f\u2061",
  ],
  ["flags stay", `${WALES}!`, `${WALES}!`],
  ["so do other tags, which can't be seen", "a\u{e0068}\u{e0069}b", "a\u{e0068}\u{e0069}b"],
  ["marks are bounded", `a${"\u0301".repeat(50)}b`, `a${"\u0301".repeat(8)}b`],
])("on a page %s", (_, text, safe) => {
  expect(pageText(text)).toBe(safe);
});

test("nothing that commands a terminal is left, and no direction reaches beyond its line", () => {
  const forbidden = /(?!\n)\p{Cc}|\p{Cs}|[\u2028\u2029\ufeff]|\p{M}{9}/u;
  fc.assert(
    fc.property(hostileText(), (text) => {
      expect(safeText(text)).not.toMatch(forbidden);
      for (const line of safeText(text).split("\n")) expect(depthOf(line)).toBe(0);
    }),
  );
});

/** How many controls of direction a line leaves open; -1 if it closes one that it has not opened. */
function depthOf(line: string): number {
  const open: string[] = [];
  for (const character of line) {
    if (/[\u202a\u202b\u202d\u202e]/.test(character)) open.push("\u202c");
    else if (/[\u2066-\u2068]/.test(character)) open.push("\u2069");
    else if (/[\u202c\u2069]/.test(character) && open.pop() !== character) return -1;
  }
  return open.length;
}

test("what is safe stays as it is", () => {
  fc.assert(
    fc.property(hostileText(), (text) => {
      expect(safeText(safeText(text))).toBe(safeText(text));
      expect(pageText(pageText(text))).toBe(pageText(text));
    }),
  );
});
