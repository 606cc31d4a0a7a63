import { refuseAs } from "../../protocol/detail.ts";
import { type Refusal, waiting } from "../../protocol/error.ts";
import type { Room } from "../state/room.ts";
import { slowOf } from "./budget.ts";

/**
 * Has members wait in slow mode between one thing that they show to everybody
 * and the next: a message, another text for one, another nickname.
 */
export function checkPace(room: Room, uid: string): Refusal | undefined {
  const seconds = slowOf(room);
  if (seconds === 0 || room.may(uid, "mod")) return undefined;
  const wait = lastSpoke(room, uid) + seconds * 1_000 - room.clock.steady();
  if (wait <= 0) return undefined;
  return waiting(wait, refuseAs("slow_mode"));
}

/** On the steady clock; of a nickname that somebody took, their sockets tell. What the log has from a time that is yet to come, a clock wrote that was ahead: it tells nothing. */
function lastSpoke(room: Room, uid: string): number {
  const seen = room.speech.get(uid);
  if (seen !== undefined) return seen;
  const sessions = [...(room.people.get(uid)?.sessions.values() ?? [])];
  const times = [room.numbers.lastSaid(uid), ...sessions.map(({ renamed = 0 }) => renamed)];
  const past = times.filter((time) => time > 0 && time <= room.clock.wall());
  return past.length === 0 ? Number.NEGATIVE_INFINITY : room.clock.since(Math.max(...past));
}
