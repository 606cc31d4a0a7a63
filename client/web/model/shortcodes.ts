import { isEmoji } from "../../../src/protocol/text/emoji.ts";

/** The emoji of a shortcode. */
export type EmojiOfCode = (code: string) => string | undefined;

const CODE = "(?<![\\p{L}\\p{N}]):([\\w+-]+):";
/** What is code or an address is left as it is. */
const PARTS = new RegExp(`(\`+)[\\s\\S]*?\\1|\\S*://\\S*|${CODE}`, "gu");
const CLOSED = new RegExp(`${CODE}$`, "u");
const TYPED_REACTION = /^\+\s?(?::([\w+-]+):|(\S+))$/u;

/** A text with emoji for those of its shortcodes that are some. */
export function withEmoji(text: string, named: EmojiOfCode): string {
  return text.replace(PARTS, (whole, _marks, code) => (code === undefined ? whole : (named(code) ?? whole)));
}

/** Whether something in a text may be a shortcode. */
export function hasCodes(text: string): boolean {
  return Array.from(text.matchAll(PARTS)).some(([, , code]) => code !== undefined);
}

/** The shortcode that has just been closed before the cursor, and where it begins. */
export function closedCode(before: string): { code: string; start: number } | undefined {
  const found = CLOSED.exec(before);
  const code = found?.[1];
  return !found || code === undefined || isInCode(before) ? undefined : { code, start: found.index };
}

/** The emoji with which a line reacts to a message: `+:tada:`, `+🎉`. */
export function reactionIn(line: string, named: EmojiOfCode): string | undefined {
  const [, code, written = ""] = TYPED_REACTION.exec(line) ?? [];
  if (code !== undefined) return named(code);
  // Many keyboards leave out what says that it is no letter.
  return [written, `${written}\ufe0f`].find(isEmoji);
}

/** Whether what comes behind a text is code, as far as one can tell while it is typed. */
export function isInCode(before: string): boolean {
  const fences = before.match(/^ {0,3}```/gm)?.length ?? 0;
  const line = before.slice(before.lastIndexOf("\n") + 1);
  const marks = line.replace(/^ {0,3}```/, "").match(/`+/g)?.length ?? 0;
  return fences % 2 === 1 || marks % 2 === 1;
}
