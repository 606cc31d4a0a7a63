const CONTROL_OR_LONE_SURROGATE = /(?![\n\t])[\p{Cc}\p{Cs}]/u;

/**
 * What leaves a mark on a screen. Blank besides white space: what can be
 * ignored by default (joiners, fillers, selectors, tags, direction), blank
 * symbols (Braille, a note without a head), controls of annotations, of Egyptian,
 * of Brahmi's numbers and of Khitan, and code points that are no characters.
 */
const VISIBLE =
  /[^\s\p{Default_Ignorable_Code_Point}\p{Noncharacter_Code_Point}\u2800\ufff9-\ufffb\u{1107f}\u{13430}-\u{1343f}\u{16fe4}\u{1d159}]/u;

/** Whether a text has something to see and nothing that a screen must not be sent. */
export function isReadable(text: string): boolean {
  return faultOf(text) === undefined;
}

/** Why a text can't be read: it has what a screen must not be sent, or nothing to see. */
export function faultOf(text: string): "has_controls" | "shows_nothing" | undefined {
  if (CONTROL_OR_LONE_SURROGATE.test(text)) return "has_controls";
  return VISIBLE.test(text) ? undefined : "shows_nothing";
}

/** The length of a text in Unicode code points. */
export function codePoints(text: string): number {
  let count = 0;
  for (const _ of text) count++;
  return count;
}

/** Whether a text has at most `most` code points; a long one is not counted to its end. */
export function isWithin(text: string, most: number): boolean {
  if (text.length <= most) return true;
  return text.length <= 2 * most && codePoints(text) <= most;
}
