import { CLOSE } from "../../protocol/close-code.ts";
import type { CommandOf } from "../../protocol/command.ts";
import { refuseAs } from "../../protocol/detail.ts";
import { type Refusal, refuse, waiting } from "../../protocol/error.ts";
import { answer, type Effect, everyone, tell, wake } from "../effect.ts";
import type { Outcome } from "../outcome.ts";
import type { Person } from "../state/person.ts";
import type { Room } from "../state/room.ts";
import type { Joined, SessionId, Waiting } from "../state/session.ts";
import { welcome } from "../welcome.ts";
import { checkAccess, isExpected, takeUp, type Visitor } from "./access.ts";
import { announceRole } from "./announce.ts";
import { checkDay } from "./budget.ts";
import { endSession } from "./leave.ts";
import { checkMaking, isCounted, make } from "./make.ts";
import { checkNickLength, checkNickname } from "./nickname.ts";
import { meet } from "./push/subscribe.ts";
import { CHECK_INTERVAL } from "./tick.ts";

/** Sockets that one person may have open. */
const SOCKETS_PER_PERSON = 10;

/** Sockets of a room that may come from one network address. */
const SOCKETS_PER_ADDRESS = 200;

/** Milliseconds after which it is worth asking again for a place where there was none. */
const COME_AGAIN = { network: 120_000, room: 60_000 };

type Join = CommandOf<"join">;

/** Somebody at the door. */
export interface Comer {
  readonly session: SessionId;
  readonly waiting: Waiting;
  /** Whether it has been counted that they make this room, and is not too much. */
  readonly counted?: boolean;
}

/** Lets somebody in: anew, back within the hold, or with one more client beside their others. */
export function join(room: Room, { session, waiting, counted }: Comer, command: Join): Outcome {
  const token = command.token ?? room.secrets.newToken();
  const uid = room.secrets.uidOf(token);
  const { address, since, network, origin, pass, used } = waiting;
  const admin = command.admin !== undefined;
  const isAdmin = admin || waiting.admin === true;
  const visitor: Visitor = { uid, address, key: command.key, admin: isAdmin, pass, used, nick: command.nick };
  const client = command.client ?? room.secrets.newClient();

  const refusal =
    checkAdmin(room, command, network ?? address) ??
    checkMaking(room, visitor) ??
    checkNickLength(room, command.nick) ??
    checkAccess(room, visitor) ??
    (isExpected(room, visitor) ? undefined : checkDay(room, visitor)) ??
    (room.people.get(uid) ? undefined : checkNickname(room, uid, command.nick)) ??
    checkPlace(room, visitor, client);
  if (refusal) return refusal;

  if (!counted && isCounted(room, visitor)) return [{ type: "count", session, command }];
  const isMaker = !room.profile;
  const making = make(room, visitor);
  takeUp(room, visitor);
  const cid = command.token === undefined ? 0 : room.numbers.cidOf(uid, client);
  const joined: Joined = {
    ...{ state: "joined", address, since, uid, client, cid, admin },
    ...(origin !== undefined && { origin }),
    ...(command.bot && { bot: true }),
  };
  const present = room.people.get(uid);
  const roleBefore = present && room.roleOf(uid);
  const replaced = present ? replace(room, present, client) : [];
  const person = present ?? settle(room, { uid, nick: command.nick, address, isBot: command.bot === true });
  room.sessions.admit(session, joined);
  room.people.back(person, address);
  meet(room, person);
  const succession = mayOwn(room, isMaker && !isAdmin) ? settleOwnership(room, person) : [];

  const arrival = { ...command, token: command.token === undefined ? token : undefined };
  return [
    ...replaced,
    ...(present ? announceRole(room, person, roleBefore) : [joinedEvent(room, person)]),
    ...succession,
    { type: "admit", session, uid },
    answer(session, welcome(room, { person, joined }, arrival)),
    wake(room.clock.wall() + CHECK_INTERVAL),
    ...making,
  ];
}

/** Whoever shows an admin token must show the right one, and may not guess at it for long. */
function checkAdmin(room: Room, { admin }: Join, network: string): Refusal | undefined {
  if (admin === undefined) return undefined;
  const { secrets, settings, wrongAdmins, clock } = room;
  const wait = wrongAdmins.wait(network, clock.steady());
  if (wait > 0) return waiting(wait, refuseAs("too_many_wrong_admin_tokens"));
  if (settings.adminToken !== undefined && secrets.equal(admin, settings.adminToken)) return undefined;
  wrongAdmins.fail(network, clock.steady());
  return refuseAs("wrong_admin_token");
}

function checkPlace(room: Room, visitor: Visitor, client: string): Refusal | undefined {
  const own = [...(room.people.get(visitor.uid)?.sessions.values() ?? [])];
  const others = own.filter((joined) => joined.client !== client);
  const replaces = others.length < own.length;
  if (others.length >= SOCKETS_PER_PERSON) return waiting(COME_AGAIN.room, refuseAs("too_many_clients"));
  const isExpectedVisitor = isExpected(room, visitor);
  const comesBack = own.length === 0 && isExpectedVisitor;
  if (!replaces && !comesBack && room.people.from(visitor.address) >= SOCKETS_PER_ADDRESS) {
    return waiting(COME_AGAIN.network, refuseAs("network_full"));
  }
  if (isExpectedVisitor || room.people.size < room.settings.maxMembers) return undefined;
  return waiting(COME_AGAIN.room, refuse("room_full"));
}

/** Ends an older session of the same client: nothing more that comes from it counts. */
function replace(room: Room, person: Person, client: string): Effect[] {
  const closing = { code: CLOSE.replaced, reason: "replaced by a newer connection" };
  return [...person.sessions]
    .filter(([, joined]) => joined.client === client)
    .flatMap(([session]) => endSession(room, session, { closing, last: "untold" }));
}

function settle(room: Room, newcomer: Pick<Person, "uid" | "nick" | "address" | "isBot">): Person {
  const profile = room.made;
  if (profile.emptySince !== undefined) room.arrange({ ...profile, emptySince: undefined });
  return room.people.add(newcomer);
}

/**
 * Whether a room without an owner may get one as somebody joins. Where not anybody may make rooms, only who makes
 * one becomes its owner by that, and a room that has none waits for an admin to name one.
 */
function mayOwn({ settings }: Room, isMaker: boolean): boolean {
  return settings.newRooms === "anyone" || isMaker;
}

/** A room without an owner gets one as somebody joins: before a stranger does, whoever kept order or was heard in it. */
function settleOwnership(room: Room, comer: Person): Effect[] {
  if (room.roles.owners().length > 0) return [];
  const { uid, nick } = room.roles.eldestMod() ?? eldest(room) ?? comer;
  room.roles.assign({ uid, nick, role: "owner", since: room.clock.wall() });
  if (uid === comer.uid) return [];
  return [tell(everyone, { type: "role", nick, uid, role: "owner", by: nick, byUid: uid, at: room.now() })];
}

/** Of those who are here or held, who was the first to say something. */
function eldest(room: Room): Person | undefined {
  if (room.people.size === 1) return undefined;
  for (const uid of room.numbers.speakers()) {
    const person = room.people.get(uid);
    if (person) return person;
  }
  return undefined;
}

function joinedEvent(room: Room, person: Person): Effect {
  return tell(
    { kind: "others", uid: person.uid },
    { type: "joined", ...room.describe(person), at: room.now() },
  );
}
