import { nickKey } from "../../protocol/nick.ts";
import type { Room } from "../state/room.ts";
import type { LoggedMessage } from "../state/store.ts";

/** What was posted, as far as it tells one post from another. */
interface Payload {
  readonly text: string;
  readonly to?: string | undefined;
  readonly re?: number | undefined;
  readonly me?: boolean | undefined;
}

/** The message that somebody stored first under a client's name, if it is still kept. Reads one row. */
export function findEarlier(room: Room, uid: string, client: string): LoggedMessage | undefined {
  const id = room.numbers.firstOf(uid, client);
  return id === undefined ? undefined : room.store.log.find(id, uid);
}

/** What is kept of a posted text, by which it is known again: it may be edited or deleted. */
export function digestOf({ secrets, salt }: Room, text: string): string {
  return secrets.hash(text, salt);
}

/** Whether something posted is what a message was when it was stored. */
export function isRepeat(room: Room, message: LoggedMessage, payload: Payload): boolean {
  return (
    message.re === payload.re &&
    message.me === (payload.me ?? false) &&
    isAddressee(room, message.to, payload.to) &&
    wasText(room, message, payload.text)
  );
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
  return who === to.uid || nickKey(who) === nickKey(to.nick) || room.find(who)?.uid === to.uid;
}
