/**
 * The escape sequences of ECMA-48, begun by ESC or by their 8-bit C1 character.
 * One without an end is swallowed as far as a terminal could still be reading
 * it: a control string up to the newline, a CSI up to the first character that
 * cannot belong to it.
 */
const SEQUENCE = new RegExp(
  [
    String.raw`(?:\x1b[P\]X^_]|[\x90\x9d\x98\x9e\x9f])[^\x07\x18\x1a\x1b\x9c\n]*(?:\x1b\\|[\x07\x9c])?`,
    String.raw`(?:\x1b\[|\x9b)[0-?]*[ -/]*[@-~]?`,
    String.raw`\x1b[ -/]*[0-~]`,
  ].join("|"),
  "g",
);

/** Half of a pair says nothing; replaced first, so that stripping cannot join two halves. */
const LONE_SURROGATE = /\p{Cs}/gu;

/** What is left that moves a cursor, turns the reading direction, or hides. */
const UNSAFE = new RegExp(
  [
    String.raw`(?!\n)\p{Cc}`,
    String.raw`[\p{Zl}\p{Zp}\u{fff9}-\u{fffb}]`,
    // Invisible by definition. The joiners shape emoji, Persian and Indic words, the selectors their glyphs.
    String.raw`(?![\u200c\u200d\p{Variation_Selector}])\p{Default_Ignorable_Code_Point}`,
  ].join("|"),
  "gu",
);

/** Marks kept on one character. Written languages stack fewer; more would cover the lines around it. */
const MARKS = 8;
const EXCESS_MARKS = new RegExp(String.raw`([\p{M}\u200c\u200d]{${MARKS}})[\p{M}\u200c\u200d]+`, "gu");

const TAB = "    ";

/**
 * A string from elsewhere, made safe to write to a terminal or to read on a
 * page: it can only add characters to its own line. Newlines stay, for the
 * caller to indent; tabs become spaces, because a terminal's tab skips cells
 * without clearing them.
 */
export function safeText(text: string): string {
  return text
    .replace(LONE_SURROGATE, "\ufffd")
    .replace(SEQUENCE, "")
    .replaceAll("\r\n", "\n")
    .replaceAll("\t", TAB)
    .replace(UNSAFE, "\ufffd")
    .replace(EXCESS_MARKS, "$1");
}
