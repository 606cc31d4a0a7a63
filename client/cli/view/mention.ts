import { nickKey } from "../../../src/protocol/nick.ts";

const BOUNDARY = "[\\p{L}\\p{M}\\p{N}_-]";

/** Whether a text names somebody: the whole word, in any case. */
export function mentions(text: string, nick: string): boolean {
  const name = nickKey(nick).replace(/[\\^$.*+?()[\]{}|/]/g, "\\$&");
  return new RegExp(`(?<!${BOUNDARY})${name}(?!${BOUNDARY})`, "u").test(nickKey(text));
}
