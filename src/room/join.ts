import { CLOSE } from "../protocol/close-code.ts";
import type { CommandOf } from "../protocol/command.ts";
import { type Refusal, refuse } from "../protocol/error.ts";
import { isReserved } from "../protocol/nick.ts";
import { checkAccess, isExpected, type Visitor } from "./access.ts";
import { announceRole } from "./announce.ts";
import { dismiss } from "./dismiss.ts";
import { answer, type Effect, tell, wake } from "./effect.ts";
import type { Outcome } from "./outcome.ts";
import type { Person } from "./person.ts";
import type { Room } from "./room.ts";
import type { Joined, JoinedSession, WaitingSession } from "./session.ts";
import { clientKey } from "./store.ts";
import { CHECK_INTERVAL } from "./tick.ts";
import { welcome } from "./welcome.ts";

/** Sockets that one person may have open. */
const SOCKETS_PER_PERSON = 10;

/** Sockets of a room that may come from one network address. */
const SOCKETS_PER_ADDRESS = 200;

type Join = CommandOf<"join">;

/** Lets somebody in: anew, back within the hold, or with one more client beside their others. */
export function join(room: Room, session: WaitingSession, command: Join): Outcome {
  const token = command.token ?? room.secrets.newToken();
  const uid = room.secrets.uidOf(token);
  const { address, since } = session.state;
  const admin = command.admin !== undefined;
  const visitor: Visitor = { uid, address, key: command.key, admin };
  const client = command.client ?? room.secrets.newClient();

  const refusal =
    checkAdmin(room, command) ??
    checkAccess(room, visitor) ??
    checkNick(room, uid, command.nick) ??
    checkPlace(room, visitor, client);
  if (refusal) return refusal;

  room.open();
  const cid = command.token === undefined ? 0 : (room.numbers().cids.get(clientKey(uid, client)) ?? 0);
  const state: Joined = { state: "joined", address, since, uid, client, cid, admin };
  const joined: JoinedSession = Object.assign(session, { state });
  const present = room.people.get(uid);
  const roleBefore = present && room.roleOf(uid);
  const replaced = present ? replace(room, present, client) : [];
  const person = present ?? settle(room, command.nick, joined);
  room.people.attach(person, joined);
  welcomeBack(room, person, joined);
  takeOwnership(room, person);

  const arrival = { ...command, token: command.token === undefined ? token : undefined };
  return [
    ...replaced,
    ...(present ? announceRole(room, person, roleBefore) : [joinedEvent(room, person)]),
    { type: "admit", session },
    answer(session, welcome(room, { person, session: joined }, arrival)),
    wake(room.now() + CHECK_INTERVAL),
  ];
}

/** Whoever shows an admin token must show the right one. */
function checkAdmin({ secrets, settings: { adminToken } }: Room, { admin }: Join): Refusal | undefined {
  if (admin === undefined || (adminToken !== undefined && secrets.equal(admin, adminToken))) return undefined;
  return refuse("forbidden", "That is not this server's admin token.");
}

function checkNick(room: Room, uid: string, nick: string): Refusal | undefined {
  if (room.people.get(uid)) return undefined;
  return room.people.named(nick) || isReserved(nick) ? refuse("nick_taken") : undefined;
}

function checkPlace(room: Room, visitor: Visitor, client: string): Refusal | undefined {
  const own = [...(room.people.get(visitor.uid)?.sessions ?? [])];
  const others = own.filter((session) => session.state.client !== client);
  const replaces = others.length < own.length;
  if (others.length >= SOCKETS_PER_PERSON)
    return refuse("room_full", "You are here with ten clients already.");
  const isExpectedVisitor = isExpected(room, visitor);
  const comesBack = own.length === 0 && isExpectedVisitor;
  if (!replaces && !comesBack && room.people.from(visitor.address) >= SOCKETS_PER_ADDRESS) {
    return refuse("room_full", "Too many connections of this room come from your network.");
  }
  return isExpectedVisitor || room.people.size < room.settings.maxMembers ? undefined : refuse("room_full");
}

/** Ends an older session of the same client: nothing more that comes from it counts. */
function replace(room: Room, person: Person, client: string): Effect[] {
  return [...person.sessions]
    .filter((session) => session.state.client === client)
    .map((session) => {
      room.people.detach(person, session);
      return dismiss(session, CLOSE.replaced, "replaced by a newer connection");
    });
}

function settle(room: Room, nick: string, { state: { uid, address } }: JoinedSession): Person {
  const profile = room.open();
  if (profile.emptySince !== undefined) room.arrange({ ...profile, emptySince: undefined });
  return room.people.add({ uid, nick, heldUntil: undefined, address });
}

/** Ends the hold, on disk too, so that a crash holds them anew. */
function welcomeBack(room: Room, person: Person, { state: { address } }: JoinedSession): void {
  if (person.heldUntil === undefined && person.address === address) return;
  person.heldUntil = undefined;
  person.address = address;
  room.people.save(person);
}

/** Whoever joins a room without an owner becomes its owner. */
function takeOwnership(room: Room, { uid, nick }: Person): void {
  for (const { role } of room.roles.values()) if (role === "owner") return;
  const owner = { uid, nick, role: "owner" } as const;
  room.roles.set(uid, owner);
  room.store.putRole(owner);
}

function joinedEvent(room: Room, person: Person): Effect {
  return tell(
    { kind: "others", uid: person.uid },
    { type: "joined", ...room.describe(person), at: room.now() },
  );
}
