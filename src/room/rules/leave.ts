import { CLOSE } from "../../protocol/close-code.ts";
import type { EventOf } from "../../protocol/event.ts";
import { type Effect, everyone, tell, wake } from "../effect.ts";
import type { Person } from "../state/person.ts";
import type { Room } from "../state/room.ts";
import { isJoined, type JoinedSession, type Session } from "../state/session.ts";
import { announceRole } from "./announce.ts";
import { dismiss } from "./dismiss.ts";

/** Ends one session at its own wish; the person leaves with the last. */
export function leave(room: Room, session: JoinedSession): Effect[] {
  const person = room.people.get(session.state.uid);
  if (!person) return [dismiss(session, CLOSE.left, "left")];
  const role = room.roleOf(person.uid);
  room.people.detach(person, session);
  const bye = dismiss(session, CLOSE.left, "left");
  return person.sessions.size > 0
    ? [bye, ...announceRole(room, person, role)]
    : [bye, ...depart(room, person, "left")];
}

/** A socket is closed or was lost. Whose last one it was, is held for a while. */
export function drop(room: Room, session: Session): Effect[] {
  const effects = isJoined(session) ? vacate(room, session) : [];
  session.state = { state: "gone" };
  return effects;
}

function vacate(room: Room, session: JoinedSession): Effect[] {
  const person = room.people.get(session.state.uid);
  if (!person) return [];
  const role = room.roleOf(person.uid);
  room.people.detach(person, session);
  const change = announceRole(room, person, role);
  return person.sessions.size > 0 ? change : [...change, hold(room, person)];
}

/** Keeps the place of somebody who has no socket left. */
export function hold(room: Room, person: Person): Effect {
  person.heldUntil = room.clock.steady() + room.settings.nickHold;
  room.people.save(person);
  return wake(room.clock.wallAt(person.heldUntil));
}

/** Takes somebody off the roster and tells the rest. */
export function depart(room: Room, person: Person, why: EventOf<"left">["why"]): Effect[] {
  const { nick, uid } = person;
  const at = room.now();
  room.people.remove(person);
  const left = tell(everyone, { type: "left", nick, uid, why, at });
  if (room.people.size > 0) return [left];
  room.arrange({ ...room.open(), emptySince: at });
  return [left, wake(at + room.settings.historyAge)];
}

/** Ends the holds that are over: by an alarm, or whatever happens, for an alarm rings late where the clock was set back. */
export function endHolds(room: Room): Effect[] {
  return room.people.overdue().flatMap((person) => depart(room, person, "lost"));
}
