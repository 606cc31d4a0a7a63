const segmenter = new Intl.Segmenter("en", { granularity: "grapheme" });
const PLAIN = /^[\x20-\x7e]*$/;

/** What a reader takes for the characters of a text (grapheme clusters, UAX #29). */
export function graphemes(text: string): string[] {
  if (PLAIN.test(text)) return text.split("");
  return Array.from(segmenter.segment(text), ({ segment }) => segment);
}

/** The grapheme boundary at or after a code unit offset. */
export function boundaryAfter(text: string, offset: number): number {
  let boundary = 0;
  for (const grapheme of graphemes(text)) {
    if (boundary >= offset) break;
    boundary += grapheme.length;
  }
  return boundary;
}

/** The grapheme boundary before a code unit offset; 0 at the start. */
export function boundaryBefore(text: string, offset: number): number {
  let boundary = 0;
  for (const grapheme of graphemes(text)) {
    if (boundary + grapheme.length >= offset) break;
    boundary += grapheme.length;
  }
  return boundary;
}
