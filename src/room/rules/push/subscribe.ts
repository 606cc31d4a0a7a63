import type { CommandOf } from "../../../protocol/command.ts";
import { refuseAs } from "../../../protocol/detail.ts";
import { type Refusal, refuse } from "../../../protocol/error.ts";
import { PUSH_LIMITS } from "../../../protocol/limits.ts";
import { isAmong, isThisMachine } from "../../../settings/push-hosts.ts";
import type { Actor } from "../../actor.ts";
import { answer } from "../../effect.ts";
import type { Outcome } from "../../outcome.ts";
import type { Person } from "../../state/person.ts";
import type { Room } from "../../state/room.ts";
import type { StoredSubscription } from "../../state/store.ts";
import { isPoint } from "./p256.ts";

/** Has a device of somebody's told of what is said while they are not looking; or no longer. */
export function subscribe(room: Room, actor: Actor, command: CommandOf<"push">): Outcome {
  const { cid, subscription, for: wants } = command;
  const { endpoint, keys } = subscription;
  const { uid, nick } = actor.person;
  const { subscriptions } = room;
  if (room.settings.pushHosts.length === 0) return refuse("bad_frame");
  const known = subscriptions.withEndpoint(endpoint);
  const told = answer(actor.session, { type: "push", ...(cid !== undefined && { cid }), for: wants });
  if (wants === null) {
    if (known?.uid === uid) subscriptions.drop(known);
    return [told];
  }
  const refusal = checkEndpoint(room, endpoint) ?? (isPoint(keys.p256dh) ? undefined : WRONG_KEY);
  if (refusal) return refusal;
  const origin = actor.joined.origin ?? "";
  const wanted = { uid, nick, at: room.clock.wall(), wants, endpoint, ...keys, origin };
  if (known?.uid === uid) {
    if (!isSame(room, known, wanted)) subscriptions.change({ ...wanted, id: known.id });
    return [told];
  }
  // A browser whose person has another token by now is told for that one alone.
  if (known) subscriptions.drop(known);
  const [oldest, ...others] = subscriptions.of(uid);
  const gives = oldest && others.length + 1 >= PUSH_LIMITS.person ? oldest : undefined;
  if (!gives && subscriptions.isFull) return refuseAs("too_many_subscriptions", { most: PUSH_LIMITS.room });
  if (gives) subscriptions.drop(gives);
  subscriptions.add(wanted);
  return [told];
}

const WRONG_ENDPOINT = refuseAs("bad_field", { field: "subscription.endpoint" });
const WRONG_KEY = refuseAs("bad_field", { field: "subscription.keys.p256dh" });

/** A push goes to the services that this deployment knows, by https; by http only to one on this machine, which is named. */
function checkEndpoint({ settings: { pushHosts } }: Room, endpoint: string): Refusal | undefined {
  if (!URL.canParse(endpoint)) return WRONG_ENDPOINT;
  const url = new URL(endpoint);
  const { protocol, username, password } = url;
  const isFit = protocol === "https:" || (protocol === "http:" && isThisMachine(url));
  if (!isFit || username !== "" || password !== "") return WRONG_ENDPOINT;
  return isAmong(pushHosts, url) ? undefined : refuseAs("push_elsewhere");
}

/** Whether a device may still be pushed to, of a deployment that has chosen other services since. */
export function mayPushTo(room: Room, { endpoint }: StoredSubscription): boolean {
  return checkEndpoint(room, endpoint) === undefined;
}

/** Browsers say it again whenever they come: only what is new costs a row. */
function isSame(room: Room, known: StoredSubscription, wanted: Omit<StoredSubscription, "id">): boolean {
  const print = ({ nick, wants, p256dh, auth, origin }: Omit<StoredSubscription, "id">) =>
    [nick, wants, p256dh, auth, origin].join(" ");
  return print(known) === print(wanted) && isFresh(room, known);
}

/** Whether it is known that its person was here of late: it need not be written at each visit. */
function isFresh(room: Room, { at }: StoredSubscription): boolean {
  return Math.abs(room.clock.wall() - at) < room.settings.historyAge / 30;
}

/** Somebody comes, or goes: their devices are known by the name that they have, and for as long as they are seen now and then. */
export function meet(room: Room, { uid, nick }: Pick<Person, "uid" | "nick">): void {
  for (const known of room.subscriptions.of(uid)) {
    if (known.nick !== nick || !isFresh(room, known))
      room.subscriptions.change({ ...known, nick, at: room.clock.wall() });
  }
}

/** Ends the subscriptions of those who have not been here since a time, in ms since 1970. */
export function forgetAbsent(room: Room, since: number): void {
  for (const [uid, own] of room.subscriptions.people()) {
    const isAbsent = room.people.get(uid) === undefined && own.every(({ at }) => at < since);
    if (isAbsent) room.subscriptions.end(uid);
  }
}

/** A new passphrase: who would need it to come in is told nothing more. */
export function forgetLockedOut(room: Room): void {
  for (const [uid] of room.subscriptions.people()) {
    if (room.people.get(uid) === undefined && !room.may(uid, "mod")) room.subscriptions.end(uid);
  }
}
