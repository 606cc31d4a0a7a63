// A language for tests alone: every sentence of a catalogue in ⟦ ⟧, and a third
// longer. What a play finds outside of those is in no catalogue.

/** What no person reads as a sentence, by its path: what is told to `Intl`, what is typed, and the room's own words, which stay to be found. */
const NO_SENTENCE =
  /^\.terminal\.(language|dates|prompt\.pasteKey|talk\.(yes|no))$|^\.slash\.slash\.days$|^\.shared\.ofRoom$/;

/** The same catalogue, spoken so. */
export function pseudo<Words>(words: Words, path?: string): Words;
export function pseudo(words: unknown, path = ""): unknown {
  if (NO_SENTENCE.test(path)) return words;
  if (typeof words === "string") return marked(words);
  if (isSentence(words)) return (...told: readonly unknown[]) => pseudo(words(...told), path);
  if (Array.isArray(words)) {
    return words.some(isPart) ? markedParts(words) : words.map((each) => pseudo(each, path));
  }
  if (typeof words !== "object" || words === null) return words;
  return Object.fromEntries(
    Object.entries(words).map(([name, each]) => [name, pseudo(each, `${path}.${name}`)]),
  );
}

function isSentence(words: unknown): words is (...told: readonly unknown[]) => unknown {
  return typeof words === "function";
}

/** Something with a look of its own, among the texts of a sentence. */
function isPart(each: unknown): boolean {
  return typeof each === "object" && each !== null && "props" in each;
}

function marked(text: string): string {
  return /\p{L}/u.test(text) ? `⟦${text}${growth(unmarked(text).rest.length)}⟧` : text;
}

function markedParts(parts: readonly unknown[]): unknown[] {
  const length = parts.reduce<number>((sum, each) => sum + (typeof each === "string" ? each.length : 0), 0);
  return ["⟦", ...parts, `${growth(length)}⟧`];
}

/** A third of so many characters, in words as short as others. */
function growth(length: number): string {
  return ` ${"~~~~~ ".repeat(length)}`.slice(0, Math.ceil(length / 3)).trimEnd();
}

/** What of a text stands in no ⟦ ⟧. `open`: how many of these are open before it. */
export function unmarked(text: string, open = 0): { rest: string; open: number } {
  let rest = "";
  let depth = open;
  for (const character of text) {
    if (character === "⟦") depth++;
    else if (character === "⟧") depth--;
    else if (depth === 0) rest += character;
  }
  return { rest, open: depth };
}
