import { pageText } from "./page-text.ts";

const segmenter = new Intl.Segmenter();

/** The number at a name's end, as far as there is a place for it. */
const NUMBER = /\p{Nd}{1,2}$/u;
/** What stands between the parts of a name. */
const BETWEEN = /[^\p{L}\p{M}\p{N}]+/u;

/**
 * Two characters that tell a name from its likes, each with its marks and all
 * of its syllable: of a name with a number at its end, that (`07`, or `U7`);
 * of one with parts, how the first and the last begin; else its first two.
 */
export function lettersOf(name: string): string {
  const text = pageText(name);
  const number = NUMBER.exec(text)?.[0] ?? "";
  if ([...number].length > 1) return number;
  const parts = text.split(BETWEEN).filter((part) => part !== "");
  const first = graphemesOf(parts[0] ?? text);
  const second = number || (parts.length > 1 ? graphemesOf(parts.at(-1) ?? "")[0] : first[1]);
  return (first[0] ?? "") + (second ?? "");
}

function graphemesOf(text: string): string[] {
  return Array.from(segmenter.segment(text), ({ segment }) => segment);
}
