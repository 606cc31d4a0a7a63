import { expect, test } from "vitest";
import { textWidth } from "../../../client/cli/text/width.ts";

test.each([
  ["ASCII", "abc", 3],
  ["a letter with a combining mark", "e\u0301", 1],
  ["CJK", "日本語", 6],
  ["fullwidth and halfwidth forms", "Ａｱ", 3],
  ["composed and decomposed Hangul", "한\u1112\u1161\u11ab", 4],
  ["an emoji", "👍", 2],
  ["an emoji with a skin tone", "👍🏽", 2],
  ["a family joined by ZWJ", "👨\u200d👩\u200d👧", 2],
  ["a flag", "🇩🇪", 2],
  ["a heart as text, and as a picture (VS16)", "❤❤\ufe0f", 3],
  ["a keycap", "1\ufe0f\u20e3", 2],
  ["ambiguous characters, which are narrow", "…⏎·", 3],
  ["private use, as of prompt fonts", "\ue0b0", 1],
  ["what has no cell", "\u200d\u0301\u00ad", 0],
])("%s", (_name, text, cells) => {
  expect(textWidth(text)).toBe(cells);
});
