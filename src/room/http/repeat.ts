import type { Saying } from "../../protocol/command.ts";
import { nickKey } from "../../protocol/text/nick.ts";
import { mannerOf } from "../rules/speak.ts";
import type { Room } from "../state/room.ts";
import type { LoggedMessage, Manner } from "../state/store.ts";

/** The message that somebody stored first under a client's name, if it is still kept. Reads one row. */
export function findEarlier(room: Room, uid: string, client: string): LoggedMessage | undefined {
  const id = room.numbers.firstOf(uid, client);
  return id === undefined ? undefined : room.store.log.find(id, uid);
}

/** What is kept of a posted text, by which it is known again: it may be edited or deleted. */
export function digestOf({ secrets, salt }: Room, text: string): string {
  return secrets.hash(text, salt);
}

/** Whether something posted is what a message was when it was stored. Whether a program or a hook says it changes nothing. */
export function isRepeat(room: Room, message: LoggedMessage, saying: Saying): boolean {
  const { bot: _, hook: __, ...manner } = message.manner;
  return (
    printOf(manner) === printOf(mannerOf(saying)) &&
    hadFiles(message, saying.files) &&
    isAddressee(room, message.to, saying.to) &&
    wasText(room, message, saying.text)
  );
}

/** Which files a deleted message had, nobody knows: its text tells it from others. */
function hadFiles({ text, files = [] }: LoggedMessage, posted: Saying["files"] = []): boolean {
  return text === undefined || files.map(({ id }) => id).join() === posted.join();
}

/** The same for all that is said in the same manner, whatever fields there are, and in whatever order. */
function printOf(manner: Manner): string {
  const fields = Object.entries(manner).map((field) => JSON.stringify(field));
  return fields.sort().join();
}

/**
 * A message that came over a socket, or before there were digests, can be compared for as long as it is as it was.
 * Then nobody knows; and what is refused is told, where a wrong repeat would be gone without a word.
 */
function wasText(room: Room, { digest, edited, text }: LoggedMessage, posted: string): boolean {
  if (digest !== undefined) return digest === digestOf(room, posted);
  return !edited && text === posted;
}

/** A person may be named by `uid`, by the nickname that they had then, or by the one that they have now. */
function isAddressee(room: Room, to: LoggedMessage["to"], who: string | undefined): boolean {
  if (to === undefined || who === undefined) return to === who;
  return who === to.uid || nickKey(who) === nickKey(to.nick) || room.addressee(who)?.uid === to.uid;
}
