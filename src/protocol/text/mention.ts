import { fold } from "./fold.ts";
import { WORD_PUNCTUATION } from "./joiner.ts";

/** A name in a text, in code units; `end` is behind it. */
export interface Mention {
  readonly start: number;
  readonly end: number;
  /** Whether it is the reader's own. */
  readonly self: boolean;
}

/** Whose names are looked for. */
export interface Names {
  /** The reader's, as it is written. */
  readonly you: string;
  /** Everybody's, folded. */
  readonly others: ReadonlySet<string>;
}

const WORD = new RegExp(`[\\p{L}\\p{M}\\p{N}-](?:[\\p{L}\\p{M}\\p{N}_-]|${WORD_PUNCTUATION.source})*`, "gu");
/** A letter with what is written on it: folding changes nothing beyond. */
const LETTER = /.[\p{M}\uff9e\uff9f]*/gu;
const VISIBLE = /\P{Default_Ignorable_Code_Point}+/gu;
const HANGUL = "\\p{scx=Hang}";
/** Scripts that have no spaces between words; and Hangul, whose particles stand right behind a name. */
export const UNSPACED = `[${"Han Hira Kana Thai Laoo Khmr Mymr Tibt Hang".replace(/\w+ ?/g, "\\p{scx=$&}").replaceAll(" ", "")}]`;
/** Where a name may begin in a word, and where it may end. */
const BEGINNING = new RegExp(
  `^|(?<![\\p{N}_-])(?!(?<=${HANGUL})${HANGUL})(?:(?<=${UNSPACED})|(?=${UNSPACED}))`,
  "gu",
);
/** A geresh at the end may be that of a quotation. */
const END = new RegExp(
  `$|(?=[\\p{L}\\u0f0b\\u30fb\\uff65])(?:(?<=${UNSPACED})|(?=${UNSPACED}))|(?=\\u05f3$)`,
  "gu",
);
/** An @ that is not that of an address of mail. */
const AT = /(?:^|[^\p{L}\p{M}\p{N}])[@＠﹫]$/u;
/** Before a name with which a text begins, and behind it. */
const BLANK = /^[\s_*]*$/;
const CALLING = /^[_*]*\s*[:,：，、،]/;
/** Code units of the longest name. */
const LONGEST = 64;

/** Whether a text calls somebody by their nickname. */
export function mentions(text: string, nick: string): boolean {
  // Most texts have no such letters at all.
  if (!fold(text).includes(fold(nick))) return false;
  return findMentions(text.normalize(), { you: nick, others: NOBODY }).some(({ self }) => self);
}

const NOBODY: ReadonlySet<string> = new Set();

/**
 * The names by which a text (in NFC) calls somebody: anybody's with `@` before
 * it, or where the text begins with it and a comma or colon follows, in any
 * case; elsewhere the reader's alone, which has its capital if it begins with
 * one. What can't be seen changes nothing, and may stand within a name.
 */
export function findMentions(text: string, names: Names): Mention[] {
  const runs = Array.from(text.matchAll(VISIBLE));
  if (runs.length < 2) return findVisible(text, names);
  const places = runs.flatMap(({ 0: run, index }) =>
    Array.from({ length: run.length }, (_, at) => index + at),
  );
  return findVisible(runs.join(""), names).map(({ start, end, self }) => {
    return { start: places[start] ?? 0, end: (places[end - 1] ?? 0) + 1, self };
  });
}

function findVisible(text: string, { you, others }: Names): Mention[] {
  const own = fold(you);
  const folded = new Map<string, string>();
  const found: Mention[] = [];
  let isFirst = true;
  for (const { 0: word, index } of text.matchAll(WORD)) {
    const before = text.slice(Math.max(0, index - 3), index);
    const at = AT.test(before);
    const leads = at || (isFirst && BLANK.test(text.slice(0, index)));
    isFirst = false;
    const hasOwn = own !== "" && fold(word).includes(own);
    if (!leads && !hasOwn) continue;
    const ends = placesOf(word, END);
    // As in _Will_: no name begins with a line, but one may end with it.
    if (before.at(at ? -2 : -1) === "_") ends.add(word.search(/(?<!_)_+$/));
    const beginnings = hasOwn ? placesOf(word, BEGINNING) : new Set([0]);
    const letters = Array.from(word.matchAll(LETTER));
    let behind = 0;
    for (const [nth, { 0: first, index: from }] of letters.entries()) {
      if (from < behind || !beginnings.has(from)) continue;
      const isLed = leads && from === 0;
      const isWritten = hasCapital(first, you);
      if (!isLed && !isWritten) continue;
      let name = "";
      // Each step makes the name longer, so there are no more than the longest name has letters.
      for (let next = nth; next < letters.length; next++) {
        const letter = letters[next]?.[0] ?? "";
        if (!folded.has(letter)) folded.set(letter, fold(letter));
        name += folded.get(letter);
        if (isLed ? name.length > LONGEST : !own.startsWith(name)) break;
        const end = letters[next + 1]?.index ?? word.length;
        const self = name === own;
        if (!ends.has(end) || !(self || (isLed && others.has(name)))) continue;
        if (!(self && isWritten) && !at && !CALLING.test(text.slice(index + end))) continue;
        if (behind > from) found.pop();
        behind = end;
        found.push({ start: index + from - (at && from === 0 ? 1 : 0), end: index + end, self });
      }
    }
  }
  return found;
}

function placesOf(word: string, pattern: RegExp): Set<number> {
  return new Set(Array.from(word.matchAll(pattern), ({ index }) => index));
}

function hasCapital(first: string, you: string): boolean {
  const [capital = ""] = you;
  return capital === capital.toLowerCase() || first !== first.toLowerCase();
}
