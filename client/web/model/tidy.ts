import type { Message } from "../../../src/protocol/event.ts";
import type { Items } from "./log.ts";

/** Messages among which one picks, at most. */
const SHOWN = 200;

/** What a mod may delete of what is on the page, newest first: of one person, or of everybody. */
export function deletableIn(items: Items, author: string | undefined): Message[] {
  const found: Message[] = [];
  for (let at = items.length - 1; at >= 0 && found.length < SHOWN; at--) {
    const item = items[at];
    if (item?.kind !== "message") continue;
    const { message } = item;
    const isTheirs = author === undefined || message.uid === author;
    if (isTheirs && !message.deleted && message.to === undefined) found.push(message);
  }
  return found;
}

/** Who they are, each once, by the name that comes first. */
export function authorsOf(all: readonly Pick<Message, "uid" | "nick">[]): { uid: string; nick: string }[] {
  const authors = new Map<string, string>();
  for (const { uid, nick } of all) if (!authors.has(uid)) authors.set(uid, nick);
  return [...authors].map(([uid, nick]) => ({ uid, nick }));
}
