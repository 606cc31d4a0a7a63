import { fold } from "../../../src/protocol/text/fold.ts";
import { mentions } from "../../../src/protocol/text/mention.ts";

const LETTER = /[\p{L}\p{M}\p{N}_]/u;
const WORD = /^[\p{L}\p{M}\p{N}]+$/u;

/** Whether a text has a word, or some, in any case, and as no part of a longer one. */
export function hasWord(text: string, word: string): boolean {
  const wanted = fold(word);
  const folded = fold(text);
  if (wanted === "" || !folded.includes(wanted)) return false;
  // Where a script has no spaces, words begin and end as names do.
  if (WORD.test(wanted)) return mentions(folded, wanted);
  for (let at = folded.indexOf(wanted); at !== -1; at = folded.indexOf(wanted, at + 1)) {
    const [before = "", behind = ""] = [folded.slice(0, at).at(-1), folded[at + wanted.length]];
    const isApart =
      !(LETTER.test(before) && LETTER.test(wanted[0] ?? "")) &&
      !(LETTER.test(behind) && LETTER.test(wanted.at(-1) ?? ""));
    if (isApart) return true;
  }
  return false;
}
