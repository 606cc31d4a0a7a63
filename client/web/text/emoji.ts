const ONLY_EMOJI =
  /^(?:\p{Extended_Pictographic}|\p{Emoji_Modifier}|\p{Regional_Indicator}|[\u200d\ufe0f\s])+$/u;
/** Code units; a family has up to eleven. */
const FEW = 24;

/** Whether a text is a few emoji and nothing else: those are shown larger. */
export function isFewEmoji(text: string): boolean {
  return text.length <= FEW && /\S/.test(text) && ONLY_EMOJI.test(text);
}
