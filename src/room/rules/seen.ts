import type { CommandOf } from "../../protocol/command.ts";
import { refuseAs } from "../../protocol/detail.ts";
import type { Actor } from "../actor.ts";
import { answer, type Effect, keep } from "../effect.ts";
import type { Outcome } from "../outcome.ts";
import type { Room } from "../state/room.ts";

/** Milliseconds from one time that somebody's clients are told how far they have read to the next. */
const INTERVAL = 1_000;

/** Notes how far somebody has read: it only grows. What comes faster than it is told is merged. */
export function seen(room: Room, { person, session }: Actor, { id }: CommandOf<"seen">): Outcome {
  if (id > room.store.log.cursor()) return refuseAs("bad_field", { field: "id" });
  if (id <= room.people.seenOf(person)) return [];
  room.people.see(person, id, session);
  const isSoon = room.clock.steady() - person.passedOnAt < INTERVAL;
  // Where the clock was set back, no timer rings for now.
  return isSoon && !room.clock.isBehind ? [] : passOn(room, person.uid);
}

/** Tells somebody's other clients how far they have read, if that is news, and has each socket keep it. */
export function passOn(room: Room, uid: string): Effect[] {
  const person = room.people.get(uid);
  if (person?.seen?.by === undefined) return [];
  const { id, by } = person.seen;
  room.people.see(person, id);
  person.passedOnAt = room.clock.steady();
  const sessions = [...person.sessions.keys()];
  for (const session of sessions) room.sessions.note(session, { seen: id });
  return [
    ...sessions.map(keep),
    ...sessions.filter((session) => session !== by).map((session) => answer(session, { type: "seen", id })),
    { type: "pass_on", uid, in: INTERVAL },
  ];
}
