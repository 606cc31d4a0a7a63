import { isEmoji } from "../../../src/protocol/text/emoji.ts";

/** From light to dark. */
export const TONES = ["🏻", "🏼", "🏽", "🏾", "🏿"] as const;

/** What can have one; the hands that two people in one emoji hold have theirs. */
const BODY = /(?!(?<=\u200d)🤝)(\p{Emoji_Modifier_Base})\ufe0f?/gu;

/** An emoji in a skin tone, where Unicode has it so; else as it is. */
export function toned(emoji: string, tone: string | undefined): string {
  if (tone === undefined) return emoji;
  const other = emoji.replace(BODY, `$1${tone}`);
  return other !== emoji && isEmoji(other) ? other : emoji;
}
