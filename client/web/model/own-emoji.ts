import { isEmoji } from "../../../src/protocol/text/emoji.ts";

/** What is at hand to who has not used any yet. */
export const USUAL = ["👍", "❤️", "😂", "🎉", "😮", "🙏"] as const;

/** Emoji that are remembered, at most. */
export const MOST_OWN = 28;

/** Reads what `writtenOwn` wrote, newest first; what is none is left out. */
export function readOwn(text: string): string[] {
  return [...new Set(text.split(" ").filter(isEmoji))].slice(0, MOST_OWN);
}

export function writtenOwn(own: readonly string[]): string {
  return own.join(" ");
}

/** One has been used, so it comes first. */
export function withOwn(own: readonly string[], emoji: string): string[] {
  return [emoji, ...own.filter((each) => each !== emoji)].slice(0, MOST_OWN);
}

/** The latest of one's own that are at hand, filled up with what is usual. */
export function atHand(own: readonly string[]): string[] {
  return [...new Set([...own, ...USUAL])].slice(0, USUAL.length);
}
