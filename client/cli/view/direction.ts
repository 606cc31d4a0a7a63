import { runsRightToLeft } from "../../core/text/isolate-name.ts";
import { findLinks } from "../../core/text/links.ts";

const LEFT_TO_RIGHT_MARK = "\u200e";
const LEFT_TO_RIGHT_ISOLATE = "\u2066";
const END_OF_ISOLATE = "\u2069";

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
