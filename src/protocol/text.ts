const CONTROL_OR_LONE_SURROGATE = /(?![\n\t])[\p{Cc}\p{Cs}]/u;

/** Whether a text has something to read and nothing that a screen must not be sent. */
export function isReadable(text: string): boolean {
  return /\S/.test(text) && !CONTROL_OR_LONE_SURROGATE.test(text);
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
