/** What looks like a link: http and https only, so that nothing else is ever made clickable. */
export const LINK = /\bhttps?:\/\/[^\s<>"`]+/gi;

const PAIRS: Readonly<Record<string, string>> = { ")": "(", "]": "[", "}": "{" };

/** Leaves out the punctuation of the sentence around a link; closing brackets stay if they were opened in it. */
export function trimLink(text: string): string {
  const last = text.at(-1) ?? "";
  const opening = PAIRS[last];
  const closes = opening !== undefined && count(text, last) > count(text, opening);
  return closes || /[.,;:!?'*_~]/.test(last) ? trimLink(text.slice(0, -1)) : text;
}

function count(text: string, char: string): number {
  return text.split(char).length - 1;
}
