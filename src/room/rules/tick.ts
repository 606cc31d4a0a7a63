import type { Effect } from "../effect.ts";
import { wake } from "../effect.ts";
import type { Room } from "../state/room.ts";
import { dayEnds, endDay } from "./budget.ts";
import { endHolds, hold } from "./hold.ts";
import { keepWaiting, wakeForPushes } from "./push/push.ts";
import { believedTime, longestStep, retain } from "./retain.ts";

/**
 * Milliseconds between two looks at sockets that may be dead, where nothing else wakes the room. A peer that
 * was alive at one look is silent for long enough at the next, so that it is found within five minutes.
 */
export const CHECK_INTERVAL = 210_000;

/** Milliseconds by which a wake-up may be late, so that those close together become one. */
const SLACK = 250;

/** Does what is due by now: ends holds, lets old events go, and in the end the room itself. */
export function tick(room: Room): Effect[] {
  if (!room.profile) return [];
  const effects = [...endHolds(room), ...endDay(room)];
  retain(room);
  if (isAbandoned(room)) return [...effects, { type: "erase" }];
  return [...effects, ...keepWaiting(room), wake(nextWake(room))];
}

/** Takes a room up where the disk left it: whoever has no socket now is held. */
export function wakeUp(room: Room): Effect[] {
  if (!room.profile) return [];
  const unseen = [...room.people].filter(
    (person) => person.sessions.size === 0 && person.heldUntil === undefined,
  );
  // What an alarm should have done, too: it rings late where the clock was set back.
  const effects = [...endHolds(room), ...endDay(room), ...unseen.map((person) => hold(room, person))];
  retain(room);
  effects.push(...wakeForPushes(room));
  return room.people.size === 0 ? effects : [...effects, wake(nextWake(room))];
}

function isAbandoned(room: Room): boolean {
  return room.people.size === 0 && believedTime(room) >= erasedAt(room);
}

function erasedAt(room: Room): number {
  const since = Math.max(room.store.log.lastAt(), room.profile?.emptySince ?? 0);
  return since + room.settings.historyAge;
}

function nextWake(room: Room): number {
  const { clock, people, profile } = room;
  const files = profile?.shelf === undefined ? Number.POSITIVE_INFINITY : room.files.due();
  if (people.size === 0)
    return Math.min(files, Math.max(erasedAt(room), (profile?.doubted ?? 0) + longestStep(room)));
  const now = clock.steady();
  const holds = Array.from(people, ({ heldUntil }) => heldUntil ?? Number.POSITIVE_INFINITY);
  const due = clock.wallAt(Math.max(now, Math.min(now + CHECK_INTERVAL, ...holds)) + SLACK);
  return Math.min(due, files, dayEnds(room) ?? due);
}
