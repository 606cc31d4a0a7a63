import { fold } from "./fold.ts";

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

const WORD = /[\u200c-\u200d\p{L}\p{M}\p{N}_-]+/gu;
const HANGUL = "\\p{scx=Hang}";
/** Scripts that have no spaces between words; and Hangul, whose particles stand right behind a name. */
const UNSPACED = `[${"Han Hira Kana Thai Laoo Khmr Mymr Tibt Hang".replace(/\w+ ?/g, "\\p{scx=$&}").replaceAll(" ", "")}]`;
/** Where a name may begin in a word, and where it may end. */
const BEGINNING = new RegExp(
  `^|(?<![\\p{N}_-])(?!(?<=${HANGUL})${HANGUL})(?:(?<=${UNSPACED})|(?=${UNSPACED}))`,
  "gu",
);
const END = new RegExp(`$|(?=\\p{L})(?:(?<=${UNSPACED})|(?=${UNSPACED}))`, "gu");
/** An @ that is not that of an address of mail. */
const AT = /(?:^|[^\p{L}\p{M}\p{N}])@$/u;
/** Behind a name with which a text begins. */
const CALLING = /^\s*[:,：，、،]/;

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
 * case; elsewhere the reader's alone, which has its capital if it begins with one.
 */
export function findMentions(text: string, { you, others }: Names): Mention[] {
  const own = fold(you);
  const found: Mention[] = [];
  for (const { 0: word, index } of text.matchAll(WORD)) {
    const at = AT.test(text.slice(Math.max(0, index - 3), index));
    const leads = at || (found.length === 0 && text.slice(0, index).trim() === "");
    const hasOwn = own !== "" && fold(word).includes(own);
    if (!leads && !hasOwn) continue;
    const ends = placesOf(word, END);
    let behind = 0;
    for (const from of hasOwn ? placesOf(word, BEGINNING) : [0]) {
      const first = String.fromCodePoint(word.codePointAt(from) ?? 0);
      const isLed = leads && from === 0;
      if (from < behind || !(isLed || (own.startsWith(fold(first)) && hasCapital(first, you)))) continue;
      // No name is longer, however it is written.
      const longest = from + (isLed ? 64 : 2 * own.length);
      const isName = (end: number) => {
        const name = fold(word.slice(from, end));
        const isOwn = name === own && hasCapital(first, you);
        return (
          isOwn ||
          (isLed && (name === own || others.has(name)) && (at || CALLING.test(text.slice(index + end))))
        );
      };
      const end = ends.findLast((place) => place > from && place <= longest && isName(place));
      if (end === undefined) continue;
      behind = end;
      const start = index + from - (at && from === 0 ? 1 : 0);
      found.push({ start, end: index + end, self: fold(word.slice(from, end)) === own });
    }
  }
  return found;
}

function placesOf(word: string, pattern: RegExp): number[] {
  return Array.from(word.matchAll(pattern), ({ index }) => index);
}

function hasCapital(first: string, you: string): boolean {
  const [capital = ""] = you;
  return capital === capital.toLowerCase() || first !== first.toLowerCase();
}
