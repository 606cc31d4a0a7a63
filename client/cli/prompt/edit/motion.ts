import { boundaryAfter, boundaryBefore, graphemesBefore, graphemesBehind } from "../../text/graphemes.ts";
import type { Motion } from "./action.ts";

/** A text and a place in it, as an offset in code units between two graphemes. */
export interface CursorPlace {
  readonly text: string;
  readonly cursor: number;
}

const isWord = (grapheme: string) => /[\p{L}\p{N}]/u.test(grapheme);
const isGap = (grapheme: string) => !isWord(grapheme);
const isSpace = (grapheme: string) => /^\s/.test(grapheme);
const isInk = (grapheme: string) => !isSpace(grapheme);
/** Scripts that have no spaces between words: only a dictionary knows where one ends. */
const UNSPACED =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]/u;

/** Where a motion leads. */
export function destination({ text, cursor }: CursorPlace, motion: Motion): number {
  switch (motion) {
    case "left":
      return cursor - lengthOfNext(graphemesBefore(text, cursor));
    case "right":
      return cursor + lengthOfNext(graphemesBehind(text, cursor));
    case "start":
      return 0;
    case "end":
      return text.length;
    case "word-left":
      return wordLeft(text, cursor);
    case "word-right":
      return wordRight(text, cursor);
    case "space-left":
      return cursor - lengthOf(graphemesBefore(text, cursor), isSpace, isInk);
    default:
      return motion satisfies never;
  }
}

function wordLeft(text: string, cursor: number): number {
  const end = cursor - lengthOf(graphemesBefore(text, cursor), isGap);
  const start = end - lengthOf(graphemesBefore(text, end), isWord);
  const word = text.slice(start, end);
  if (!UNSPACED.test(word)) return start;
  const offset = start + (startsIn(word).at(-1) ?? 0);
  return boundaryBefore(text, offset + 1);
}

function wordRight(text: string, cursor: number): number {
  const start = cursor + lengthOf(graphemesBehind(text, cursor), isGap);
  const end = start + lengthOf(graphemesBehind(text, start), isWord);
  const word = text.slice(start, end);
  if (!UNSPACED.test(word)) return end;
  const next = startsIn(word).find((at) => at > 0);
  return next === undefined ? end : boundaryAfter(text, start + next);
}

/** Made where it is first needed: it reads dictionaries. */
let segmenter: Intl.Segmenter | undefined;

function startsIn(text: string): number[] {
  segmenter ??= new Intl.Segmenter(undefined, { granularity: "word" });
  return Array.from(segmenter.segment(text), ({ index }) => index);
}

function lengthOfNext(units: Iterator<string>): number {
  const next = units.next();
  return next.done ? 0 : next.value.length;
}

/** Code units of the graphemes that are of one kind, then of the other. */
function lengthOf(units: Iterable<string>, ...kinds: readonly ((grapheme: string) => boolean)[]): number {
  let length = 0;
  let at = 0;
  for (const unit of units) {
    while (kinds[at]?.(unit) === false) at++;
    if (at >= kinds.length) break;
    length += unit.length;
  }
  return length;
}
