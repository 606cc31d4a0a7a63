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

/** What looks like a link: http and https only, so that nothing else is ever made clickable. */
const LINK = new RegExp(
  String.raw`(?:\bhttps?:\/\/|(?<![\w./:@-])www\.(?=[^\s.]+\.[${LETTER}]))` +
    String.raw`(?:[${ASCII}${INNER}${OUTSIDE}]|(?![\p{P}\p{Z}\p{C}<>])[^\0-\x7f]|${BETWEEN})+`,
  "giu",
);

/** A host whose last name goes on in another script, or with a picture: a sentence that has no spaces. */
const RUN_ON = new RegExp(
  String.raw`^((?:https?:\/\/)?[\w.-]*\.[a-z]{2,}(?::\d+)?)(?=[^\0-\x7f])(?!\p{Script=Latin}|[${LETTER}]*[.-])`,
  "iu",
);

/** Punctuation of the sentence around a link, and what can't be seen. */
const AFTER = /[.,;:!?'*_~\u2010-\u2013\u00b7\u30fb\u00ad\u200c-\u200f\u061c\u2060]/;

const OPENING: Readonly<Record<string, string>> = { ")": "(", "]": "[", "}": "{" };

/** What every link has; most texts have none. */
const HINT = /:\/\/|www\./i;

/** All links of a text, in order. */
export function findLinks(text: string): Link[] {
  if (!HINT.test(text)) return [];
  return Array.from(text.matchAll(LINK)).flatMap(({ 0: found, index: start }) => {
    const written = trimLink(RUN_ON.exec(found)?.[1] ?? found);
    const href = /^www/i.test(written) ? `https://${written}` : written;
    return URL.canParse(href) ? [{ start, end: start + written.length, href }] : [];
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
  while (end > 0 && AFTER.test(text.charAt(end - 1))) end--;
  return text.slice(0, end);
}
