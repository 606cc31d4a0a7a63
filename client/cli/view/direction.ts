import { findLinks } from "../../core/text/links.ts";

/** Characters of the blocks that are written from right to left. */
const RIGHT_TO_LEFT = /[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc\u{10800}-\u{10fff}\u{1e800}-\u{1efff}]/u;

const LEFT_TO_RIGHT_MARK = "\u200e";
const LEFT_TO_RIGHT_ISOLATE = "\u2066";
const END_OF_ISOLATE = "\u2069";

/** Whether a text has characters for which the marks below are written. */
export function runsRightToLeft(text: string): boolean {
  return RIGHT_TO_LEFT.test(text);
}

/**
 * Keeps a line's head (time and nickname) to the left of its text in terminals
 * that reorder what is written from right to left. A mark before the head makes
 * the line run from the left; one behind it keeps nickname and text from being
 * read as one run. Lines without such characters get no mark.
 */
export function keepLeft(head: string, text: string): string {
  if (!runsRightToLeft(head + text)) return head + text;
  return LEFT_TO_RIGHT_MARK + head + LEFT_TO_RIGHT_MARK + text;
}

/** Keeps the parts of an address in their order where what stands around it is written from right to left. */
export function isolateLinks(text: string): string {
  if (!runsRightToLeft(text)) return text;
  let isolated = "";
  let at = 0;
  for (const { start, end } of findLinks(text)) {
    isolated += `${text.slice(at, start)}${LEFT_TO_RIGHT_ISOLATE}${text.slice(start, end)}${END_OF_ISOLATE}`;
    at = end;
  }
  return isolated + text.slice(at);
}
