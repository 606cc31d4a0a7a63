/** What looks like a link: http and https only, so that nothing else is ever made clickable. */
export const LINK = /\bhttps?:\/\/[^\s<>"`]+/gi;

const PAIRS: Readonly<Record<string, string>> = { ")": "(", "]": "[", "}": "{" };

/** Leaves out the punctuation of the sentence around a link; closing brackets stay if they were opened in it. */
export function trimLink(text: string): string {
  // How many more of each closing bracket there are than of its opening one: counted once, for a text may be
  // nothing but brackets.
  const surplus = new Map(
    Object.entries(PAIRS).map(([close, open]) => [close, count(text, close) - count(text, open)]),
  );
  let end = text.length;
  for (; end > 0; end--) {
    const last = text.charAt(end - 1);
    const extra = surplus.get(last) ?? 0;
    if (extra > 0) surplus.set(last, extra - 1);
    else if (!/[.,;:!?'*_~]/.test(last)) break;
  }
  return text.slice(0, end);
}

function count(text: string, char: string): number {
  return text.split(char).length - 1;
}
