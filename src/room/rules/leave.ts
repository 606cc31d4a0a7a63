import { CLOSE, type CloseCode } from "../../protocol/close-code.ts";
import type { CommandOf } from "../../protocol/command.ts";
import type { Actor } from "../actor.ts";
import { close, type Effect } from "../effect.ts";
import type { Room } from "../state/room.ts";
import type { SessionId } from "../state/session.ts";
import { announceRole } from "./announce.ts";
import { depart, hold, type Parting } from "./hold.ts";
import { pushSoonTo } from "./push/push.ts";
import { checkPace } from "./slow-down.ts";

/** Why a socket is closed, as its peer is told. */
interface Closing {
  readonly code: CloseCode;
  readonly reason: string;
}

/** How a session ends. */
interface End {
  /** Undefined where its socket is closed already. */
  readonly closing?: Closing | undefined;
  /** What becomes of somebody whose last one it was: they are held, or leave; with `untold`, somebody else sees to that. */
  readonly last: "is_held" | "untold" | Parting;
}

/**
 * Ends a session: the one way in which any does. From here on nothing from it
 * counts; what its socket is told must stand before this in the effects.
 */
export function endSession(room: Room, id: SessionId, { closing, last }: End): Effect[] {
  const session = room.sessions.get(id);
  if (!session) return [];
  const person = session.state === "joined" ? room.people.get(session.uid) : undefined;
  const role = person && room.roleOf(person.uid);
  room.sessions.end(id);
  const bye = closing ? [close(id, closing.code, closing.reason)] : [];
  if (!person || last === "untold") return bye;
  const isLast = person.sessions.size === 0;
  if (isLast && last !== "is_held") return [...bye, ...depart(room, person, last)];
  return [
    ...bye,
    ...announceRole(room, person, role),
    ...(isLast ? [hold(room, person)] : []),
    ...pushSoonTo(room, person.uid),
  ];
}

/** Ends one session at its own wish; the person leaves with the last, and may say why where they might say anything. */
export function leave(room: Room, { session, joined }: Actor, { reason }: CommandOf<"leave">): Effect[] {
  const maySay = reason !== undefined && !checkPace(room, joined.uid) && room.pay("token", joined) === 0;
  const last = { why: "left", ...(maySay && { reason }) } as const;
  return endSession(room, session, { closing: { code: CLOSE.left, reason: "left" }, last });
}

/** A socket is lost, or is to be closed. Whose last one it was, is held for a while. */
export function lose(room: Room, session: SessionId, closing?: Closing): Effect[] {
  return endSession(room, session, { closing, last: "is_held" });
}
