import { type Effect, wake } from "../../effect.ts";
import { DAY } from "../../report.ts";
import type { Room } from "../../state/room.ts";
import type { WaitingPush } from "../../state/store.ts";
import { lookedAtUntil } from "../looked-at.ts";
import { heardSince, orderOf, type PushOrder } from "./push-order.ts";

/** Milliseconds for which nobody has looked at any client of a person's before they are pushed to. */
const UNSEEN = 30_000;

/** Milliseconds from one push to a person to the next. */
const APART = 10_000;

/** Milliseconds that what waits may wait in memory alone: an instance lives for as long after a message. */
const IN_MEMORY = 5_000;

/** How often a push is tried, and the milliseconds before it is tried again where its service names none. */
const TRIES = 3;
const AGAIN = [60_000, 600_000] as const;

/** What became of it: `again` names the milliseconds that the service asked for, if it did; `unsent`: it was never on its way. */
export type PushOutcome =
  | { readonly type: "sent" | "given_up" | "gone" }
  | { readonly type: "again"; readonly after?: number | undefined }
  | { readonly type: "unsent"; readonly after: number };

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

/** Has the disk know what still waits, and the room woken for it. Most of what waits for who is here they have read by then. */
export function keepWaiting(room: Room): Effect[] {
  const { people, store, subscriptions } = room;
  for (const waiting of subscriptions.waiting) {
    const person = people.get(subscriptions.get(waiting.id)?.uid ?? "");
    if (person && people.seenOf(person) >= store.log.cursor()) subscriptions.settle(waiting);
  }
  subscriptions.save();
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
  const due = subscriptions.waiting.filter((each) => dueOf(room, each) <= now);
  const heard = due.length === 0 ? [] : heardSince(room, Math.min(...due.map(({ from }) => from)));
  for (const push of due) {
    const uid = subscriptions.get(push.id)?.uid ?? "";
    byUid.set(uid, [...(byUid.get(uid) ?? []), push]);
  }
  const orders: PushOrder[] = [];
  let mustSave = false;
  for (const [uid, pushes] of byUid) {
    // All devices of a person are told at once.
    if (orders.length + pushes.length > most) break;
    const own = pushes.flatMap((waited) => orderOf(room, waited, heard) ?? []);
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
export function isWanted(room: Room, { subscription: { id, uid, endpoint, p256dh } }: PushOrder): boolean {
  const now = room.subscriptions.get(id);
  return now?.uid === uid && now.endpoint === endpoint && now.p256dh === p256dh;
}

/** Draws the consequences of what became of a push. */
export function settlePush(room: Room, order: PushOrder, outcome: PushOutcome): void {
  const { subscriptions } = room;
  // Another one or ended meanwhile: what was tried says nothing of it.
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
