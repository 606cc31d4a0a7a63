import type { Message } from "../../../src/protocol/event.ts";
import { isUid } from "../../../src/protocol/identity.ts";
import { nickKey } from "../../../src/protocol/text/nick.ts";
import type { Chat } from "../chat.ts";

// How a person points at people and messages without seeing any id.

/** Somebody known by name: here, or the author of a message seen lately. */
export interface Pointed {
  uid: string;
  nick: string;
}

/** A nickname or a `uid` of which somebody has written `@bob` or `bob:`, on whatever keyboard. */
export function nameIn(word: string): string {
  return word.replace(/^[@＠﹫]/u, "").replace(/[:,：，、،]$/u, "");
}

/** Who is meant by a nickname or a `uid`; first of those here. */
export function personOf(chat: Chat, word: string): Pointed | undefined {
  const name = nameIn(word);
  const known = [...chat.room.members, ...chat.recent.toReversed()];
  const key = nickKey(name);
  return (
    known.find(({ nick }) => nickKey(nick) === key) ??
    known.find(({ uid }) => uid === name) ??
    (isUid(name) ? { uid: name, nick: name } : undefined)
  );
}

/** The first word of a text, and what is behind it. */
export function splitWord(text: string): [word: string, rest: string] {
  const [, word = "", rest = ""] = /^(\S*)\s*([\s\S]*)$/.exec(text.trim()) ?? [];
  return [word, rest];
}

/** Takes `^3` from the front of a text. */
export function splitCount(text: string): { count: number | undefined; rest: string } {
  const [word, rest] = splitWord(text);
  const digits = /^\^(\d{1,3})$/.exec(word)?.[1];
  return digits === undefined ? { count: undefined, rest: text.trim() } : { count: Number(digits), rest };
}

/** The message that is the `count`th from the end (1 is the last) of those that `matches`. */
export function messageFromEnd(
  chat: Chat,
  count: number,
  matches: (message: Message) => boolean,
): Message | undefined {
  return chat.recent.filter((message) => !message.deleted && matches(message)).at(-Math.max(1, count));
}

/**
 * The message that `[nick] [^2]` means: by default the last of somebody else, or
 * of those that `suits`; and what of the text says something else.
 */
export function messageMeant(
  chat: Chat,
  written: string,
  suits?: (message: Message) => boolean,
): { message: Message | undefined; rest: string } {
  const [word, behind] = splitWord(written);
  const person = word === "" || word.startsWith("^") ? undefined : personOf(chat, word);
  const { count, rest } = splitCount(person === undefined ? written : behind);
  const you = chat.room.you?.uid;
  const message = messageFromEnd(chat, count ?? 1, (each) => {
    if (person !== undefined) return each.uid === person.uid;
    if (count !== undefined) return true;
    return suits === undefined ? each.uid !== you : suits(each);
  });
  return { message, rest };
}
