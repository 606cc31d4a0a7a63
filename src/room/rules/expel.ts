import { CLOSE } from "../../protocol/close-code.ts";
import type { CommandOf } from "../../protocol/command.ts";
import { refuseAs } from "../../protocol/detail.ts";
import { type Refusal, refuse } from "../../protocol/error.ts";
import { isUid } from "../../protocol/identity.ts";
import { isAbove } from "../../protocol/role.ts";
import { type Actor, by } from "../actor.ts";
import { type Audience, answer, type Effect, tell } from "../effect.ts";
import type { Outcome } from "../outcome.ts";
import { UNKNOWN_ADDRESS } from "../state/bans.ts";
import type { Person } from "../state/person.ts";
import type { Room } from "../state/room.ts";
import type { LoggedMessage } from "../state/store.ts";
import { note } from "./acts.ts";
import { takeBack } from "./change.ts";
import { depart } from "./hold.ts";
import { endSession } from "./leave.ts";

const HOUR = 3_600_000;

/** Of what age at most, in ms, and how many, are the messages that a ban may hide. */
const HIDDEN = { age: 24 * HOUR, most: 200 };

/** Refuses to touch somebody of the same or a higher role. */
export function checkRank(room: Room, actor: Actor, uid: string): Refusal | undefined {
  if (isAbove(room.roleOf(actor.person.uid), room.roleOf(uid))) return undefined;
  return refuseAs("same_or_higher_role");
}

/** Puts somebody out, who may come back. */
export function kick(room: Room, actor: Actor, { who, reason }: CommandOf<"kick">): Outcome {
  const person = room.find(who);
  if (!person) return refuse("no_such_nick");
  const refusal = checkRank(room, actor, person.uid);
  if (refusal) return refusal;
  note(room, actor, { act: "kick", nick: person.nick, uid: person.uid, reason });
  return putOut(room, actor, { person, reason, why: "kicked" });
}

/** Keeps somebody out, here or absent, and new people from their network for a while. */
export function ban(
  room: Room,
  actor: Actor,
  { who, reason, network, hours, hide }: CommandOf<"ban">,
): Outcome {
  const person = room.find(who);
  if (!person && !isUid(who)) return refuse("no_such_nick");
  const uid = person?.uid ?? who;
  const refusal = checkRank(room, actor, uid);
  if (refusal) return refusal;
  const addresses = person ? addressesOf(person) : (room.bans.get(uid)?.addresses ?? []);
  const nick = person?.nick ?? room.lastNick(uid);
  const until = hours === undefined ? undefined : room.clock.wall() + hours * HOUR;
  room.bans.add({ ...{ uid, nick, ...by(actor), at: room.now(), reason, until }, addresses });
  if (room.made.shelf !== undefined) room.files.releaseOf(uid);
  note(room, actor, { act: "ban", nick, uid, reason });
  const struck = network
    ? [...room.people].filter((other) => other !== person && isOf(room, other, addresses))
    : [];
  for (const gone of [uid, ...struck.map((each) => each.uid)]) room.subscriptions.end(gone);
  const hidden = hide ? hideSpeech(room, actor, uid) : [];
  const gone = [...(person ? [person] : []), ...struck].flatMap((each) =>
    putOut(room, actor, { person: each, reason, why: "banned" }),
  );
  return [...hidden, ...gone];
}

/** Deletes what somebody has said in public of late, each with its event. */
function hideSpeech(room: Room, actor: Actor, uid: string): Effect[] {
  const since = room.now() - HIDDEN.age;
  const spoken: LoggedMessage[] = [];
  const { log } = room.store;
  for (const message of log.scan(log.cursor() + 1, "", 0)) {
    if (message.at < since || spoken.length >= HIDDEN.most) break;
    if (message.uid === uid && message.text !== undefined) spoken.push(message);
  }
  return spoken.reverse().map((message) => takeBack(room, actor, message));
}

function addressesOf(person: Person): string[] {
  const open = Array.from(person.sessions.values(), ({ address }) => address);
  return [...new Set([person.address, ...open])].filter((address) => address !== UNKNOWN_ADDRESS);
}

/** Whether somebody comes from these networks, and neither keeps order here nor was let in whatever their network. */
function isOf(room: Room, person: Person, addresses: readonly string[]): boolean {
  if (room.may(person.uid, "mod") || room.bans.isAllowed(person.uid)) return false;
  return addressesOf(person).some((address) => addresses.includes(address));
}

/** Lets somebody in whom a ban of their network keeps out. */
export function allow(room: Room, actor: Actor, { who }: CommandOf<"allow">): Outcome {
  const [kept, ...others] = room.bans.findKept(who);
  if (!kept) return refuseAs("not_kept_out");
  if (others.length > 0) {
    return refuseAs("several_kept_out");
  }
  const { uid, nick } = kept;
  room.bans.allow(uid, nick);
  note(room, actor, { act: "allow", nick, uid });
  return [tell(mods(room), { type: "allowed", nick, uid, ...by(actor), at: room.now() })];
}

function mods(room: Room): Audience {
  const uids = Array.from(room.people, (person) => person.uid).filter((uid) => room.may(uid, "mod"));
  return { kind: "people", uids };
}

interface Expulsion {
  readonly person: Person;
  readonly reason: string | undefined;
  readonly why: "kicked" | "banned";
}

function putOut(room: Room, actor: Actor, { person, reason, why }: Expulsion): Effect[] {
  const { uid } = person;
  const told = { ...by(actor), ...(reason !== undefined && { reason }) };
  const notice = tell({ kind: "people", uids: [uid] }, { type: "kicked", ...told });
  const closing = { code: CLOSE[why], reason: why };
  const closings = [...person.sessions.keys()].flatMap((session) =>
    endSession(room, session, { closing, last: "untold" }),
  );
  return [notice, ...closings, ...depart(room, person, { why, ...told })];
}

/** Lifts a ban, by `uid` or by the nickname that it was given under. */
export function unban(room: Room, actor: Actor, { who }: CommandOf<"unban">): Outcome {
  const lifted = room.findBan(who);
  if (!lifted) return refuseAs("not_banned");
  const { uid, nick } = lifted;
  room.bans.lift(uid);
  note(room, actor, { act: "unban", nick, uid });
  return [tell(mods(room), { type: "unbanned", nick, uid, ...by(actor), at: room.now() })];
}

/** Lists the bans for whoever may lift them, and whom they kept out for their network alone. */
export function bans(room: Room, { session }: Actor, { cid }: CommandOf<"bans">): Outcome {
  const list = Array.from(room.bans, ({ addresses: _, networkUntil: __, reason, until, ...shown }) => ({
    ...shown,
    ...(until !== undefined && { until }),
    ...(reason !== undefined && { reason }),
  }));
  const kept = room.bans.kept();
  return [answer(session, { type: "bans", ...(cid !== undefined && { cid }), list, kept })];
}
