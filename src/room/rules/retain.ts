import { type Effect, wake } from "../effect.ts";
import { keptReactions } from "../state/reactions.ts";
import type { Room } from "../state/room.ts";
import { forgetAbsent } from "./push/subscribe.ts";

/** Removes the events that are too many, a twentieth of the log at a time: readers are shown none of them anyway. */
export function trim(room: Room): void {
  const { log } = room.store;
  const { historyMessages } = room.settings;
  if (log.kept() - historyMessages >= batchOf(historyMessages)) remove(room, log.floor());
}

/** Removes the events up to an id; of who has read no further, nothing is left to tell. */
function remove({ store: { log, seen }, files }: Room, id: number): void {
  files.forgetThrough(id);
  log.removeThrough(id);
  seen.trim(id);
}

/** Removes the reactions that are too many, likewise: they count for themselves, and what their messages have stays. */
export function trimReactions({ store: { log }, settings: { historyMessages } }: Room): void {
  const most = keptReactions(historyMessages);
  if (log.reactions() % batchOf(most) === 0) log.removeReactions(most);
}

function batchOf(most: number): number {
  return Math.max(1, Math.floor(most / 20));
}

/** Removes the events that are too old, and those that are too many. */
export function retain(room: Room): void {
  const { log } = room.store;
  const aged = log.lastBefore(believedTime(room) - room.settings.historyAge);
  if (aged > log.removed()) remove(room, aged);
  trim(room);
  room.acts.retain(believedTime(room) - room.settings.historyAge);
  room.passes.retain(believedTime(room));
  room.bans.retain(believedTime(room));
  forgetAbsent(room, believedTime(room) - room.settings.historyAge);
  if (room.profile?.shelf !== undefined) room.files.retain(room.clock.wall());
}

/** How far the clock may go on between two looks and be believed at once, in ms: a day, where history is kept for 30. */
export function longestStep(room: Room): number {
  return room.settings.historyAge / 30;
}

/**
 * The time of day by which things may be removed for their age, in ms since
 * 1970. What is removed is gone, so a clock that has leapt is not believed at
 * once: it must have gone on from there for a while. Costs a row now and then.
 */
export function believedTime(room: Room): number {
  const now = room.clock.wall();
  const { profile } = room;
  if (!profile) return now;
  const { believed, doubted } = profile;
  const step = longestStep(room);
  const isNear = now <= believed + step;
  const isConfirmed = doubted !== undefined && now >= doubted + step;
  if (isNear || isConfirmed) {
    if (now < believed || now > believed + step / 2)
      room.arrange({ ...profile, believed: now, doubted: undefined });
    else if (doubted !== undefined) room.arrange({ ...profile, doubted: undefined });
    return now;
  }
  if (doubted === undefined || now < doubted) room.arrange({ ...profile, doubted: now });
  return believed;
}

/** An empty room to which something was posted needs somebody to wake it when its time has come. */
export function wakeWhenOver(room: Room, at: number): Effect[] {
  return room.people.size === 0 ? [wake(at + room.settings.historyAge)] : [];
}
