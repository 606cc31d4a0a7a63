import { PUSH_LIMITS } from "../../../protocol/limits.ts";
import type { PushedNews } from "../../../protocol/push.ts";
import type { Room } from "../../state/room.ts";
import type { LoggedMessage, StoredSubscription, WaitingPush } from "../../state/store.ts";
import { calledAs } from "./called-as.ts";
import { Heard } from "./heard.ts";
import { mayPushTo } from "./subscribe.ts";

/** Messages that are looked through for what people are to be told, at most. */
const MOST_LOOKED = 200;

/** One push to one device, taken up to be sent. */
export interface PushOrder {
  readonly subscription: StoredSubscription;
  readonly news: PushedNews;
  /** As it waited, for where it has to wait again. */
  readonly waited: WaitingPush;
}

/** What was said from a message on, the newest first, whoever may see it: read once for all who are to be told. */
export function heardSince(room: Room, from: number): Heard[] {
  return room.store.log.newest(from - 1, MOST_LOOKED).map((message) => new Heard(room, message));
}

/**
 * What a device is told by now of all that it waits for; nothing, where its person has seen it, or it is deleted.
 * `heard`: what was said since, as {@link heardSince} has it.
 */
export function orderOf(room: Room, waited: WaitingPush, heard: readonly Heard[]): PushOrder | undefined {
  const subscription = room.subscriptions.get(waited.id);
  if (!subscription || !mayPushTo(room, subscription)) return undefined;
  const { uid, wants } = subscription;
  const person = room.people.get(uid);
  const seen = person ? room.people.seenOf(person) : room.store.seen.of(uid);
  const callee = { uid, nick: calledAs(room, uid, [subscription]) };
  let newest: LoggedMessage | undefined;
  let count = 0;
  for (const each of heard) {
    if (each.message.id < waited.from || each.message.id <= seen) break;
    if (!each.concerns(callee, wants)) continue;
    newest ??= each.message;
    count++;
  }
  if (!newest && waited.from > seen) {
    // More than is looked through has come since.
    const first = room.store.log.find(waited.from, uid);
    if (first && new Heard(room, first).concerns(callee, wants)) [newest, count] = [first, 1];
  }
  return newest && { subscription, waited, news: newsOf(room, newest, count) };
}

function newsOf(
  room: Room,
  { nick, text = "", files = [], id, to }: LoggedMessage,
  count: number,
): PushedNews {
  const told = text === "" ? files.map(({ name }) => name).join(", ") : text;
  return {
    ...{ room: room.name, nick, text: Array.from(told).slice(0, PUSH_LIMITS.text).join(""), id },
    ...(to && { private: true }),
    ...(count > 1 && { count }),
  };
}
