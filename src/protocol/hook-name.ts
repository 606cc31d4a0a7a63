import { LIMITS } from "./limits.ts";
import { isWithin } from "./text/text.ts";

/** Letters, marks and digits of any script, with spaces, dots, `_` and `-` behind the first. */
const FORM = /^[\p{L}\p{N}][\p{L}\p{M}\p{N}._ -]*$/u;
/** Letters, too, may be such as can't be seen. */
const INVISIBLE = /\p{Default_Ignorable_Code_Point}/u;
/** UTF-16 units of what may be a name before it is NFC: more are not looked at. */
const MOST_UNITS = 256;

/** A hook's name as it is kept; undefined for what is none. */
export function hookName(text: string): string | undefined {
  if (text.length > MOST_UNITS) return undefined;
  const name = text.trim().normalize("NFC");
  return FORM.test(name) && !INVISIBLE.test(name) && isWithin(name, LIMITS.hookName) ? name : undefined;
}

/** Something that can't stand in a hook's name: one space stands for it. */
const OTHER = /(?:[^\p{L}\p{M}\p{N}._-]|\p{Default_Ignorable_Code_Point})+/gu;

/** What a sender calls itself, as far as that can be shown as a name; undefined where nothing can. */
export function hookNick(text: string): string | undefined {
  const clean = text.slice(0, MOST_UNITS).normalize("NFC").replace(OTHER, " ");
  const begun = clean.replace(/^[^\p{L}\p{N}]+/u, "");
  let nick = "";
  for (const { segment } of segmenter.segment(begun)) {
    if (!isWithin(nick + segment, LIMITS.hookName)) break;
    nick += segment;
  }
  return hookName(nick);
}

const segmenter = new Intl.Segmenter("en", { granularity: "grapheme" });
