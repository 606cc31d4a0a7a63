import { nickKey } from "../../../src/protocol/nick.ts";

const WORD = /[\p{L}\p{M}\p{Nd}_-]+/gu;

/** Whether a text has a nickname in it: as a whole word, in any case. */
export function mentions(text: string, nick: string): boolean {
  const key = nickKey(nick);
  return (text.match(WORD) ?? []).some((word) => nickKey(word) === key);
}
