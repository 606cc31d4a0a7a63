import { eastAsianWidth } from "get-east-asian-width";
import { graphemes } from "./graphemes.ts";

/** Drawn in no cell of their own: marks, controls, joiners, and the vowels and finals that complete a Hangul syllable. */
const ZERO_WIDTH = /^[\p{M}\p{Cc}\p{Cf}\p{Cs}\p{Default_Ignorable_Code_Point}\u1160-\u11ff\ud7b0-\ud7fb]$/u;
/** One picture of two cells: by default, by a variation selector (VS16), or as a flag of two letters. */
const PICTURE = /\p{Emoji_Presentation}|\p{Emoji}\ufe0f|\p{Regional_Indicator}{2}/u;
/** What some terminals draw in a cell of its own: marks that stand beside their letter, and later controls of direction. */
const MAY_TAKE_CELL = /^[\p{Mc}\u061c\u2066-\u2069]$/u;

/** Terminal cells that one grapheme takes: 0, 1 or 2, and more where a script joins several letters into one. */
export function graphemeWidth(grapheme: string): number {
  return PICTURE.test(grapheme) ? 2 : widthApart(grapheme);
}

/** Terminal cells that a text takes, written out in one row. */
export function textWidth(text: string): number {
  return graphemes(text).reduce((width, grapheme) => width + graphemeWidth(grapheme), 0);
}

/**
 * Cells that one grapheme may take at most: a terminal that joins nothing draws
 * a family as its members, and a skin tone beside its hand. For what must never
 * wrap, whoever draws it.
 */
export function widestOf(grapheme: string): number {
  let width = 0;
  for (const character of grapheme) {
    width += MAY_TAKE_CELL.test(character) ? 1 : graphemeWidth(character);
  }
  return Math.max(width, graphemeWidth(grapheme));
}

function widthApart(grapheme: string): number {
  let width = 0;
  for (const character of grapheme) {
    if (!ZERO_WIDTH.test(character)) width += eastAsianWidth(character.codePointAt(0) ?? 0);
  }
  return width;
}
