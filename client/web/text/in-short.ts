import { pageText } from "./page-text.ts";

const SHORT = 120;
/** What is left of a pair that was cut. */
const HALF = /[\ud800-\udbff]$/;

/** As much of a text from elsewhere as fits in a line. */
export function inShort(text: string): string {
  return pageText(text.replace(/\s+/g, " ").slice(0, SHORT).replace(HALF, ""));
}
