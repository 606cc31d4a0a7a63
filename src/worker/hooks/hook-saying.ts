import { LIMITS } from "../../protocol/limits.ts";
import { isReadable, isWithin } from "../../protocol/text/text.ts";

/** What a hook is to say, and how its sender calls itself, where it does. */
export interface HookSaying {
  readonly text: string;
  readonly nick?: string;
}

/** Stands for what was cut off. */
const MARK = "…";
/** UTF-16 units on either side of a cut that are looked at: no written character is longer. */
const AROUND = 64;
const CONTROLS = /(?![\n\t])\p{Cc}+/gu;

const segmenter = new Intl.Segmenter("en", { granularity: "grapheme" });

/** A text as a message may have it: cut and cleaned rather than refused; undefined where it shows nothing. */
export function sayable(text: string): string | undefined {
  const clean = text
    .replace(/\r\n?/g, "\n")
    .replace(/\p{Cs}/gu, "\ufffd")
    .replace(CONTROLS, "")
    .trim();
  const said = cutShort(clean, LIMITS.text);
  return isReadable(said) ? said : undefined;
}

/** The beginning of a text, of at most so many code points, with a mark where more has stood behind it. */
export function cutShort(text: string, most: number): string {
  if (isWithin(text, most)) return text;
  let end = 0;
  for (let count = 1; count < most; count++) end += (text.codePointAt(end) ?? 0) > 0xffff ? 2 : 1;
  return `${text.slice(0, characterEnd(text, end)).trimEnd()}${MARK}`;
}

/** The last place up to another one at which no character is cut in two, if there is one nearby. */
function characterEnd(text: string, end: number): number {
  const from = Math.max(0, end - AROUND);
  const within = segmenter.segment(text.slice(from, end + AROUND)).containing(end - from);
  return within === undefined || within.index === 0 ? end : from + within.index;
}
