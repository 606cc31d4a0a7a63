import { emojiData } from "../../core/emoji/emoji-data.ts";
import { EmojiTable } from "../../core/emoji/emoji-table.ts";

let table: EmojiTable | undefined;

/** The emoji and their names, taken apart where the first is needed: whoever types none waits for nothing. */
export function emojis(): EmojiTable {
  table ??= new EmojiTable(emojiData);
  return table;
}
