/** A link in a text: where it stands, and where it leads. */
export interface Link {
  readonly start: number;
  readonly end: number;
  readonly href: string;
}

/** Letters of hosts in any script, with their joiners. */
const LETTER = String.raw`\p{L}\p{M}\p{N}\u200c\u200d`;
/** ASCII in an address, but for quotation marks and angle brackets. */
const ASCII = "!#-;=?-_a-z|~";
/** Punctuation beyond ASCII that stands within words, and so in addresses: all other ends the address, as a space does. */
const INNER = String.raw`·\u05be\u05f3\u05f4\u2010-\u2013\u30fb`;
/** What can't be seen may stand within an address; a space without width only between letters of scripts that have none. */
const UNSEEN = String.raw`\u00ad\u200c-\u200f\u061c\u2060\ufe0f|(?<=[^\0-\x7f])\u200b(?=[^\0-\x7f])`;
const [OUTSIDE, BETWEEN = ""] = UNSEEN.split("|");

/** Beyond ASCII, what no address has: punctuation, blanks of any kind, and signs but for pictures and money. */
const NO_PART = String.raw`[\p{P}\p{Z}\p{C}\p{Sm}\u115f\u1160\u2190-\u21ff\u275b-\u2760\u2800\u3164\uffa0]|(?!\p{Emoji_Modifier})\p{Sk}`;

/** What looks like a link: http and https only, so that nothing else is ever made clickable. */
const LINK = new RegExp(
  String.raw`(?:\bhttps?:\/\/|(?<![\w./:@-])www\.(?=[^\s.]+\.[${LETTER}]))` +
    String.raw`(?:[${ASCII}${INNER}${OUTSIDE}]|(?!${NO_PART})[^\0-\x7f]|${BETWEEN})+`,
  "giu",
);

/** A host whose last name goes on in another script, or with a picture: a sentence that has no spaces. */
const RUN_ON = new RegExp(
  String.raw`^((?:https?:\/\/)?(?:localhost|\d+(?:\.\d+){3}|[\w.${LETTER}-]*\.[a-z][\w-]+)(?::\d+)?)` +
    String.raw`(?=[^\0-\x7f])(?!\p{Script=Latin}|[${LETTER}-]*\.[a-z]{2})`,
  "iu",
);

/** Where another link begins right behind one, but for an address within an address. */
const NEXT = /(?<![/=?&#:%+@])(?=https?:\/\/)|(?<=[,;|(])(?=www\.)/i;

const SIGN = String.raw`(?![\0-\x7f])[\p{S}\ufe0f]`;
/**
 * Punctuation of the sentence around a link, signs, and what can't be seen.
 * Each character fits in one way only, and a run of pictures is taken whole:
 * else a long one would cost more than its length.
 */
const AFTER = String.raw`(?:[.,;:!?'*_~|\u2010-\u2013\u00b7\u05f3\u05f4\u30fb\u00ad\u200c-\u200f\u061c\u2060]|(?<!\p{Script=Thai})\u0e2f|${SIGN})`;
/** All of that at the end; pictures belong to the address where they are a part of their own. */
const TAIL = new RegExp(`(?<!${AFTER})(?:(?<=[/=#&])(?=((?:\\u200d?${SIGN})+))\\1)?${AFTER}*$`, "u");

const OPENING: Readonly<Record<string, string>> = { ")": "(", "]": "[", "}": "{" };

/** What every link has; most texts have none. */
const HINT = /:\/\/|www\./i;

/** All links of a text, in order. */
export function findLinks(text: string): Link[] {
  if (!HINT.test(text)) return [];
  return Array.from(text.matchAll(LINK)).flatMap(({ 0: joined, index }) => {
    let start = index;
    return joined.split(NEXT).flatMap((found) => {
      const written = trimLink(RUN_ON.exec(found)?.[1] ?? found.replace(/\($/, ""));
      const href = /^www/i.test(written) ? `https://${written}` : written;
      const link = { start, end: start + written.length, href };
      start += found.length;
      return URL.canParse(href) ? [link] : [];
    });
  });
}

/** Ends a link before a bracket that closes one which was opened before it, and before the punctuation around it. */
export function trimLink(text: string): string {
  const open: string[] = [];
  let end = 0;
  for (; end < text.length; end++) {
    const character = text.charAt(end);
    const opening = OPENING[character];
    if ("([{".includes(character)) open.push(character);
    else if (opening !== undefined && open.pop() !== opening) break;
  }
  return text.slice(0, end).replace(TAIL, "$1");
}
