import { DRAFT_LIMIT } from "./line.ts";

/** Code units of a paste that are read; the rest could not be sent anyway. */
export const PASTE_LIMIT = 2 * DRAFT_LIMIT;

/** Lines that a paste may put into the draft without asking first. */
export const PASTE_LINES = 5;

/** A paste as it goes into a draft: terminals send CR for a newline, and the last newline only ended the copied line. */
export function cleanPaste(text: string): string {
  return text
    .replace(/\r\n?/g, "\n")
    .replace(/(?![\n\t])\p{Cc}/gu, "")
    .replace(/\n+$/, "");
}

/** How many lines a text has. */
export function lineCount(text: string): number {
  return text.split("\n").length;
}
