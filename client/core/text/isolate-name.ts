/** Characters of the blocks that are written from right to left. */
const RIGHT_TO_LEFT = /[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc\u{10800}-\u{10fff}\u{1e800}-\u{1efff}]/u;

const FIRST_STRONG_ISOLATE = "\u2068";
const END_OF_ISOLATE = "\u2069";

/** Whether a text has characters that a screen writes from right to left. */
export function runsRightToLeft(text: string): boolean {
  return RIGHT_TO_LEFT.test(text);
}

/**
 * A name that keeps its place in a line: without this, two that run from right
 * to left change places, and what stands behind one is shown behind the other
 * (UAX #9). Any other name stays as it is.
 */
export function isolateName(name: string): string {
  return runsRightToLeft(name) ? FIRST_STRONG_ISOLATE + name + END_OF_ISOLATE : name;
}
