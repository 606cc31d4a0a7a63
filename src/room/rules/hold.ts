import type { EventOf } from "../../protocol/event.ts";
import { type Effect, everyone, tell, wake } from "../effect.ts";
import type { Person } from "../state/person.ts";
import type { Room } from "../state/room.ts";
import { pushSoonTo } from "./push/push.ts";
import { meet } from "./push/subscribe.ts";

/** Keeps the place of somebody who has no socket left. */
export function hold(room: Room, person: Person): Effect {
  const until = room.clock.steady() + room.settings.nickHold;
  room.people.hold(person, until);
  return wake(room.clock.wallAt(until));
}

/** Why somebody is gone: who put them out, if anybody did, and what is told of it. */
export type Parting = Pick<EventOf<"left">, "why" | "by" | "byUid" | "reason">;

/** Takes somebody off the roster and tells the rest. */
export function depart(room: Room, person: Person, parting: Parting): Effect[] {
  const { nick, uid } = person;
  const at = room.now();
  meet(room, person);
  room.people.remove(person);
  const left = tell(everyone, { type: "left", nick, uid, ...parting, at });
  const gone = [left, ...pushSoonTo(room, uid)];
  if (room.people.size > 0) return gone;
  room.arrange({ ...room.made, emptySince: at });
  return [...gone, wake(at + room.settings.historyAge)];
}

/** Ends the holds that are over: by an alarm, or whatever happens, for an alarm rings late where the clock was set back. */
export function endHolds(room: Room): Effect[] {
  return room.people.overdue().flatMap((person) => depart(room, person, { why: "lost" }));
}
