import { isEmoji } from "../../../src/protocol/text/emoji.ts";
import { fold } from "../../../src/protocol/text/fold.ts";
import { stepReader } from "./emoji-steps.ts";
import { flagCode, flagName } from "./flag-name.ts";

export interface Emoji {
  readonly emoji: string;
  /** How it is written between colons; the first is the usual one. */
  readonly codes: readonly string[];
  /** What it is called in Unicode. */
  readonly name: string;
  /** Folded words by which it is found, each with a space before it. */
  readonly words: string;
}

/** All emoji that the runtime knows, too. */
export class EmojiTable {
  /** As they are shown to choose from. */
  readonly groups: readonly (readonly Emoji[])[];
  readonly #all: readonly Emoji[];
  readonly #byCode = new Map<string, Emoji>();
  readonly #byEmoji = new Map<string, Emoji>();

  /** `data`: see emoji-data.ts. */
  constructor(data: string) {
    const [steps = "", ...groups] = data.split("\f");
    const all = steps.split("\n").map(stepReader()).values();
    const read = (line: string) => readLine(all.next().value ?? "", line);
    this.groups = groups.map((group) => group.split("\n").flatMap(read));
    this.#all = this.groups.flat();
    for (const each of this.#all) {
      this.#byEmoji.set(bare(each.emoji), each);
      for (const code of each.codes) if (!this.#byCode.has(code)) this.#byCode.set(code, each);
    }
  }

  /** The one whose shortcode this is. */
  named(code: string): string | undefined {
    return this.#byCode.get(code.toLowerCase())?.emoji;
  }

  /** The shortcodes that begin so, each with its emoji. */
  codesLike(beginning: string): [code: string, emoji: string][] {
    const wanted = beginning.toLowerCase();
    return [...this.#byCode].flatMap(([code, { emoji }]) =>
      code.startsWith(wanted) ? [[code, emoji] as [string, string]] : [],
    );
  }

  /** What an emoji is called, in whichever skin tone. */
  nameOf(emoji: string): string {
    return this.#byEmoji.get(bare(emoji))?.name ?? emoji;
  }

  /** Those that all typed words lead to: by their shortcode first, then by their name, then by what they are about. */
  find(typed: string, most: number): Emoji[] {
    const wanted = fold(typed.trim());
    const parts = wanted.split(/[\s_]+/).filter((part) => part !== "");
    if (parts.length === 0) return [];
    const ranks: Emoji[][] = [[], [], [], []];
    for (const each of this.#all) ranks[rankOf(each, wanted, parts)]?.push(each);
    return ranks.flat().slice(0, most);
  }
}

/** Without what only says how it looks. */
function bare(emoji: string): string {
  return emoji.replace(/\p{Emoji_Modifier}|\ufe0f/gu, "");
}

/** Stands in a name for the first shortcode. */
export const SAID = "~";
const NOWHERE = 4;

function rankOf({ codes, words }: Emoji, wanted: string, parts: readonly string[]): number {
  const code = wanted.replaceAll(" ", "_");
  if (codes.includes(code)) return 0;
  if (codes.some((each) => each.startsWith(code))) return 1;
  if (!parts.every((part) => words.includes(` ${part}`))) return NOWHERE;
  return codes.some((each) => each.includes(`_${code}`)) ? 2 : 3;
}

function readLine(emoji: string, line: string): Emoji[] {
  const [written = "", called, about = ""] = line.split("\t");
  if (!isEmoji(emoji)) return [];
  const flag = flagName(emoji);
  const all = written.replaceAll(" ", "_") || flagCode(flag ?? "");
  const codes = all.split(",");
  const name = (called || SAID).replace(SAID, flag ?? codes[0]?.replaceAll("_", " ") ?? "");
  const words = fold(` ${all} ${name} ${about}`.replace(/[_:,“”()]+/g, " "));
  return [{ emoji, codes, name, words }];
}
