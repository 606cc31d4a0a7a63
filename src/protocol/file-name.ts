import { FILE_LIMITS } from "./limits.ts";

/** What a name loses: controls, line ends, what parts of a path are told apart by, and what turns the order of letters. */
const HARMFUL = /[\p{Cc}\p{Cs}\p{Zl}\p{Zp}\p{Bidi_Control}/\\]/gu;

/** What leaves nothing to be seen, or only points to a folder. */
const NOTHING = /^[\s.\p{Default_Ignorable_Code_Point}]*$/u;

/** A file's name as it is kept and shown: one part of a path, whatever somebody called it. */
export function fileName(given: string): string {
  const name = Array.from(given.replace(HARMFUL, "")).slice(0, FILE_LIMITS.name).join("");
  return NOTHING.test(name) ? "file" : name;
}
