import { type Callee, callsTo } from "../../protocol/calling.ts";
import { PUSH_LIMITS } from "../../protocol/limits.ts";
import type { PushedNews } from "../../protocol/push.ts";
import { fold } from "../../protocol/text/fold.ts";
import { type Effect, wake } from "../effect.ts";
import { DAY } from "../report.ts";
import type { Room } from "../state/room.ts";
import type { LoggedMessage, StoredSubscription, WaitingPush } from "../state/store.ts";
import { lookedAtUntil } from "./looked-at.ts";
import { mayPushTo } from "./subscribe.ts";

/** Milliseconds for which nobody has looked at any client of a person's before they are pushed to. */
const UNSEEN = 30_000;

/** Milliseconds from one push to a person to the next. */
const APART = 10_000;

/** Milliseconds that what waits may wait in memory alone: an instance lives for as long after a message. */
const IN_MEMORY = 5_000;

/** Messages that are looked through for what somebody is to be told, at most. */
const MOST_LOOKED = 200;

/** How often a push is tried, and the milliseconds before it is tried again where its service names none. */
const TRIES = 3;
const AGAIN = [60_000, 600_000] as const;

/** One push to one device, taken up to be sent. */
export interface PushOrder {
  readonly subscription: StoredSubscription;
  readonly news: PushedNews;
  /** As it waited, for where it has to wait again. */
  readonly waited: WaitingPush;
}

/** What became of it: `again` names the milliseconds that the service asked for, if it did; `unsent`: it was never on its way. */
export type PushOutcome =
  | { readonly type: "sent" | "given_up" | "gone" }
  | { readonly type: "again"; readonly after?: number | undefined }
  | { readonly type: "unsent"; readonly after: number };

/** A message is stored, and may call somebody who is not looking: that is looked into once it is told. */
export function call(room: Room): Effect[] {
  return room.subscriptions.hasHeard ? [{ type: "call" }] : [];
}

/** Notes whose devices are to be told of what was said. */
export function callUp(room: Room): Effect[] {
  const { subscriptions } = room;
  const heard = subscriptions.takeHeard().map((message) => ({ message, author: authorOf(room, message) }));
  const folded = new Map(heard.map(({ message }) => [message, fold(message.text ?? "")]));
  const since = room.clock.wall();
  let isNew = false;
  for (const [uid, own] of heard.length === 0 ? [] : subscriptions.people()) {
    const idle = own.filter(({ id }) => subscriptions.waitingFor(id) === undefined);
    if (idle.length === 0) continue;
    const nick = nickOf(room, uid, idle);
    const key = nick && fold(nick);
    for (const subscription of idle) {
      const first = heard.find(({ message, author }) => {
        // Most texts name nobody: that is found out once for all.
        const mayName = key !== undefined && folded.get(message)?.includes(key);
        const callee = { uid, nick: mayName ? nick : undefined, wrote: () => author === uid };
        return concerns(message, callee, subscription.wants);
      });
      if (!first) continue;
      subscriptions.wait({ id: subscription.id, from: first.message.id, since, notBefore: 0, tries: 0 });
      isNew = true;
    }
  }
  return isNew ? pushSoon(room) : [];
}

/** Has sent, now or later, what waits: for somebody, of whom something has changed. */
export function pushSoonTo(room: Room, uid: string): Effect[] {
  const waits = room.subscriptions.of(uid).some(({ id }) => room.subscriptions.waitingFor(id));
  return waits ? pushSoon(room) : [];
}

/** Has sent what waits, if that is soon; and the disk learn of what waits for longer than a while. */
export function pushSoon(room: Room): Effect[] {
  const wait = pushDue(room) - room.clock.wall();
  const isSoon = wait <= APART;
  const mustKeep = room.subscriptions.isUnsaved || (!isSoon && Number.isFinite(wait));
  return [
    ...(isSoon ? [{ type: "push", in: Math.max(0, wait) } as const] : []),
    ...(mustKeep ? [{ type: "keep_waiting", in: IN_MEMORY } as const] : []),
  ];
}

/** Has the disk know what still waits, and the room woken for it. */
export function keepWaiting(room: Room): Effect[] {
  room.subscriptions.save();
  const due = pushDue(room);
  if (due <= room.clock.wall() + APART) return pushSoon(room);
  return Number.isFinite(due) ? [wake(due)] : [];
}

/** After a restart: whoever lost their connection with it has a while to come back. */
export function wakeForPushes(room: Room): Effect[] {
  const due = pushDue(room);
  return Number.isFinite(due) ? [wake(Math.max(due, room.clock.wall() + APART))] : [];
}

/** When something is to be pushed, in ms since 1970; never, where nobody is to be told anything for now. */
export function pushDue(room: Room): number {
  return Math.min(Number.POSITIVE_INFINITY, ...room.subscriptions.waiting.map((push) => dueOf(room, push)));
}

/** Takes up what is due, for so many devices at most. From here on it does not wait any more, whatever becomes of it. */
export function takeDue(room: Room, most: number): PushOrder[] {
  const { subscriptions } = room;
  const now = room.clock.wall();
  const byUid = new Map<string, WaitingPush[]>();
  for (const push of subscriptions.waiting.filter((each) => dueOf(room, each) <= now)) {
    const uid = subscriptions.get(push.id)?.uid ?? "";
    byUid.set(uid, [...(byUid.get(uid) ?? []), push]);
  }
  const orders: PushOrder[] = [];
  let mustSave = false;
  for (const [uid, pushes] of byUid) {
    // All devices of a person are told at once.
    if (orders.length + pushes.length > most) break;
    const own = pushes.flatMap((waited) => orderOf(room, waited) ?? []);
    for (const waited of pushes) subscriptions.settle(waited);
    mustSave ||= pushes.some(({ id }) => subscriptions.isKept(id));
    if (own.length > 0) subscriptions.pushed(uid, room.clock.steady());
    orders.push(...own);
  }
  // It is sent once at most: after a crash, nobody knows whether it was.
  if (mustSave) subscriptions.save();
  return orders;
}

/** Whether a push that was taken up is still wanted as it is about to be sent. */
export function isWanted(room: Room, { subscription }: PushOrder): boolean {
  return room.subscriptions.get(subscription.id) === subscription;
}

/** Draws the consequences of what became of a push. */
export function settlePush(room: Room, order: PushOrder, outcome: PushOutcome): void {
  const { subscriptions } = room;
  // Changed or ended meanwhile: what was tried says nothing of it.
  if (!isWanted(room, order)) return;
  const { id, from, since, tries } = order.waited;
  const now = room.clock.wall();
  switch (outcome.type) {
    case "sent":
    case "given_up":
      return;
    case "gone":
      subscriptions.drop(order.subscription);
      return;
    case "again": {
      const after = outcome.after ?? AGAIN[tries] ?? DAY;
      if (tries + 1 < TRIES && now + after <= since + DAY)
        waitAgain(room, { id, from, since, notBefore: now + after, tries: tries + 1 });
      return;
    }
    case "unsent":
      waitAgain(room, { id, from, since, notBefore: now + outcome.after, tries });
      return;
    default:
      outcome satisfies never;
  }
}

/** More may have come for the device meanwhile: it is told of all at once. */
function waitAgain({ subscriptions }: Room, push: WaitingPush): void {
  const { from = push.from } = subscriptions.waitingFor(push.id) ?? {};
  subscriptions.wait({ ...push, from: Math.min(from, push.from) });
}

function dueOf(room: Room, { id, notBefore }: WaitingPush): number {
  const uid = room.subscriptions.get(id)?.uid ?? "";
  const last = room.subscriptions.pushedAt(uid);
  const paced = last === undefined ? 0 : room.clock.wallAt(last + APART);
  const looks = Array.from(room.people.get(uid)?.sessions.values() ?? [], (joined) => {
    return Math.max(joined.since, lookedAtUntil(joined)) + UNSEEN;
  });
  return Math.max(notBefore, paced, ...looks);
}

/** What a device is told by now of all that it waits for; nothing, where its person has seen it, or it is deleted. */
function orderOf(room: Room, waited: WaitingPush): PushOrder | undefined {
  const subscription = room.subscriptions.get(waited.id);
  if (!subscription || !mayPushTo(room, subscription)) return undefined;
  const { uid, wants } = subscription;
  const person = room.people.get(uid);
  const seen = person ? room.people.seenOf(person) : room.store.seen.of(uid);
  const nick = nickOf(room, uid, [subscription]);
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

/** Whether a device is to be told of a message, of those that its person may see. */
function concerns(message: LoggedMessage, callee: Callee, wants: StoredSubscription["wants"]): boolean {
  const { uid, text, to, manner } = message;
  if (wants === "calls" || to) return callsTo({ uid, text, to, re: manner.re }, callee);
  return text !== undefined && uid !== callee.uid;
}

/** By what name somebody is called: while they are gone, by the last, unless somebody else has it. */
function nickOf(room: Room, uid: string, [known]: readonly StoredSubscription[]): string | undefined {
  const here = room.people.get(uid);
  if (here) return here.nick;
  return known && room.people.named(known.nick) ? undefined : known?.nick;
}

/** Who wrote what a message replies to. */
function authorOf({ store: { log } }: Room, { uid, manner: { re } }: LoggedMessage): string | undefined {
  return re === undefined ? undefined : log.find(re, uid)?.uid;
}
