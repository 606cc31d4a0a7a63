import { EmojiTable } from "../../core/emoji/emoji-table.ts";
import { Late } from "../session/late.ts";
import { skinTone } from "./own.ts";
import { toned } from "./skin-tone.ts";

/** The emoji and their names: loaded when somebody wants one. */
export const emojis: Late<EmojiTable> = new Late(
  async () => new EmojiTable((await import("../../core/emoji/emoji-data.ts")).emojiData),
);

/** The table, as far as it is here. */
export function emojiTable(): EmojiTable | undefined {
  return typeof emojis.part === "string" ? undefined : emojis.part;
}

/** The emoji of a shortcode, in its person's skin tone. */
export function emojiNamed(code: string): string | undefined {
  const emoji = emojiTable()?.named(code);
  return emoji && toned(emoji, skinTone());
}
