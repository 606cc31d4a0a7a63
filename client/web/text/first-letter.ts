import { pageText } from "./page-text.ts";

const segmenter = new Intl.Segmenter();

/** What a reader takes for the first character of a name: with its marks, and all of a syllable. */
export function firstLetter(name: string): string | undefined {
  return segmenter.segment(pageText(name)).containing(0)?.segment;
}
