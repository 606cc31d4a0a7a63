/** What Unicode recommends for interchange, fully qualified: `❤️`, but not `❤`, which is text. */
const ONE = "\\p{RGI_Emoji}";
const EMOJI = new RegExp(`^${ONE}$`, "v");

/** Whether a text is exactly one emoji. */
export function isEmoji(text: string): boolean {
  return EMOJI.test(text);
}
