import { madeSafe } from "./made-safe.ts";

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

/** A flag of England, Scotland or Wales, or of another part of a country: its tags make it one picture. */
const FLAG = String.raw`\u{1f3f4}[\u{e0030}-\u{e0039}\u{e0061}-\u{e007a}]{3,6}\u{e007f}`;

/**
 * What can't be seen, but may be given a cell; tags could carry a hidden
 * message. Kept are joiners and selectors, which shape what they stand beside;
 * marks and controls of direction; and the space without width, where Khmer,
 * Lao and Thai end a row.
 */
const KEPT = String.raw`\u200b-\u200f\u202a-\u202e\u2066-\u2069\u061c\p{Variation_Selector}`;
const UNSEEN = new RegExp(
  String.raw`(${FLAG})|[\ufff9-\ufffb]|(?![${KEPT}])\p{Default_Ignorable_Code_Point}`,
  "gu",
);

const UNSAFE = /(?!\n)\p{Cc}|\p{Noncharacter_Code_Point}/gu;

const TAB = "    ";

/**
 * A string from elsewhere, made safe to write to a terminal: it can only add
 * characters to its own line. Newlines stay, for the caller to indent; tabs
 * become spaces, because a terminal's tab skips cells without clearing them.
 */
export function safeText(text: string): string {
  const plain = text
    .replace(LONE_SURROGATE, "\ufffd")
    .replace(SEQUENCE, "")
    .replace(/\r\n|[\u2028\u2029]/g, "\n")
    .replaceAll("\t", TAB);
  return madeSafe(plain.replace(UNSEEN, "$1"), UNSAFE);
}
