import { PUSH_LIMITS } from "../../../protocol/limits.ts";
import type { PushedNews } from "../../../protocol/push.ts";
import type { Room } from "../../state/room.ts";
import type { LoggedMessage, StoredSubscription, WaitingPush } from "../../state/store.ts";
import { calledAs, concerns } from "./concern.ts";
import { mayPushTo } from "./subscribe.ts";

/** Messages that are looked through for what somebody is to be told, at most. */
const MOST_LOOKED = 200;

/** One push to one device, taken up to be sent. */
export interface PushOrder {
  readonly subscription: StoredSubscription;
  readonly news: PushedNews;
  /** As it waited, for where it has to wait again. */
  readonly waited: WaitingPush;
}

/** What a device is told by now of all that it waits for; nothing, where its person has seen it, or it is deleted. */
export function orderOf(room: Room, waited: WaitingPush): PushOrder | undefined {
  const subscription = room.subscriptions.get(waited.id);
  if (!subscription || !mayPushTo(room, subscription)) return undefined;
  const { uid, wants } = subscription;
  const person = room.people.get(uid);
  const seen = person ? room.people.seenOf(person) : room.store.seen.of(uid);
  const nick = calledAs(room, uid, [subscription]);
  const { log } = room.store;
  let newest: LoggedMessage | undefined;
  let count = 0;
  let looked = 0;
  const isTold = (message: LoggedMessage) => {
    const callee = { uid, nick, wrote: (id: number) => log.find(id, uid)?.uid === uid };
    return concerns(message, callee, wants);
  };
  for (const message of log.scan(log.cursor() + 1, uid, Math.max(waited.from - 1, seen))) {
    if (++looked > MOST_LOOKED) break;
    if (!isTold(message)) continue;
    newest ??= message;
    count++;
  }
  if (!newest && waited.from > seen) {
    // More than is looked through has come since.
    const first = log.find(waited.from, uid);
    if (first && isTold(first)) [newest, count] = [first, 1];
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
