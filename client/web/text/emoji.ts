const ONLY_EMOJI =
  /^(?:[\p{Extended_Pictographic}\p{Emoji_Modifier}\p{Regional_Indicator}]|[\u200d\ufe0f\s]|[\u{e0020}-\u{e007f}]|[#*\d]\ufe0f?\u20e3)+$/u;
/** Code units; the flag of England has fourteen. */
const FEW = 24;

/** Whether a text is a few emoji and nothing else: those are shown larger. */
export function isFewEmoji(text: string): boolean {
  return text.length <= FEW && /\S/.test(text) && ONLY_EMOJI.test(text);
}
