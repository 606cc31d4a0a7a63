import { FILE_LIMITS } from "./limits.ts";
import { codePoints } from "./text/text.ts";

/** What a name loses: controls, line ends, what parts of a path are told apart by, and what turns the order of letters. */
const HARMFUL = /[\p{Cc}\p{Cs}\p{Zl}\p{Zp}\p{Bidi_Control}/\\]/gu;

/** What leaves nothing to be seen, or only points to a folder. */
const NOTHING = /^[\s.\p{Default_Ignorable_Code_Point}]*$/u;

/** What a name says of its kind, with the dot: programs go by it. */
const ENDING = /\.[\p{L}\p{N}]{1,15}$/u;

/** A file's name as it is kept and shown: one part of a path, whatever somebody called it. Of a long one the ending stays. */
export function fileName(given: string): string {
  const name = given.replace(HARMFUL, "");
  const letters = Array.from(name);
  if (letters.length <= FILE_LIMITS.name) return NOTHING.test(name) ? "file" : name;
  const [ending = ""] = ENDING.exec(name) ?? [];
  const cut = letters.slice(0, FILE_LIMITS.name - codePoints(ending)).join("");
  return NOTHING.test(cut) ? `file${ending}` : cut + ending;
}
