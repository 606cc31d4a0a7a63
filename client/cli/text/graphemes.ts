const segmenter = new Intl.Segmenter("en", { granularity: "grapheme" });
const PLAIN = /^[\x20-\x7e]*$/;

/** What a reader takes for the characters of a text (grapheme clusters, UAX #29). */
export function graphemes(text: string): string[] {
  if (PLAIN.test(text)) return text.split("");
  return Array.from(segmenter.segment(text), ({ segment }) => segment);
}

// A long draft is looked at with each key: these look no further than they must.

const NEWLINE = 0x0a;
/** What may be joined to any character behind it (Grapheme_Cluster_Break=Prepend), as code units; half of a pair may be. */
const PREPENDED = /[\u0600-\u0605\u06dd\u070f\u0890\u0891\u08e2\u0d4e\udc00-\udfff]/;

/** Whether a grapheme surely begins at a code unit offset, whatever is around: nothing but those is joined to what is ASCII. */
function isFirm(text: string, offset: number): boolean {
  const unit = text.charCodeAt(offset);
  const isPlain = unit === NEWLINE || (unit >= 0x20 && unit <= 0x7e);
  return isPlain && !PREPENDED.test(text.charAt(offset - 1)) && text.charAt(offset - 1) !== "\r";
}

function firmUpTo(text: string, offset: number): number {
  let at = Math.min(offset, text.length);
  while (at > 0 && !isFirm(text, at)) at--;
  return Math.max(0, at);
}

function firmBehind(text: string, offset: number): number {
  let at = offset + 1;
  while (at < text.length && !isFirm(text, at)) at++;
  return at;
}

/** The graphemes before a code unit offset, from there back. */
export function* graphemesBefore(text: string, offset: number): Generator<string> {
  for (let end = offset; end > 0; ) {
    const start = firmUpTo(text, end - 1);
    yield* graphemes(text.slice(start, end)).reverse();
    end = start;
  }
}

/** The graphemes behind a code unit offset, from there on. */
export function* graphemesBehind(text: string, offset: number): Generator<string> {
  for (const { segment } of segmenter.segment(text.slice(offset))) yield segment;
}

/** The grapheme boundary at or after a code unit offset. */
export function boundaryAfter(text: string, offset: number): number {
  if (offset <= 0 || offset >= text.length) return Math.max(0, Math.min(offset, text.length));
  let boundary = firmUpTo(text, offset);
  for (const grapheme of graphemes(text.slice(boundary, firmBehind(text, offset)))) {
    if (boundary >= offset) break;
    boundary += grapheme.length;
  }
  return boundary;
}

/** The grapheme boundary before a code unit offset; 0 at the start. */
export function boundaryBefore(text: string, offset: number): number {
  const last = Math.min(offset, text.length) - 1;
  if (last <= 0) return 0;
  let boundary = firmUpTo(text, last);
  for (const grapheme of graphemes(text.slice(boundary, firmBehind(text, last)))) {
    if (boundary + grapheme.length > last) break;
    boundary += grapheme.length;
  }
  return boundary;
}
