import type { RoomReport } from "../report.ts";
import type { Room } from "../state/room.ts";

/** Milliseconds after which what happened is old news: a look of the alarm at the room, and some. */
const LATELY = 270_000;

/** Rows after which the registry is told again: a few hundred, or a hundredth of what a day allows. */
const STEP = { least: 10, most: 250 };

/** How often a day's rows so far are to have been reported. */
export function reportsDue({ settings: { dayRows }, store }: Room): number {
  const hundredth = Math.max(STEP.least, Math.floor(dayRows / 100));
  return Math.floor(store.written.rows / (dayRows === 0 ? STEP.most : Math.min(STEP.most, hundredth)));
}

/** How the room stands, for the registry; undefined for one that nobody has made. */
export function reportOf({ name, profile, people, usage, store, clock }: Room): RoomReport | undefined {
  if (!profile) return undefined;
  const { day, rows } = store.written;
  return {
    ...{ room: name, day, members: people.size, messages: usage.messages, rows },
    ...{ created: profile.epoch, active: clock.wall() },
  };
}

/** Whether something has happened of late that the registry may not know: silence costs nothing. */
export function hasNews({ profile, people, store, clock }: Room): boolean {
  const since = clock.wall() - LATELY;
  if (store.log.lastAt() > since || (profile?.emptySince ?? 0) > since) return true;
  for (const { sessions } of people)
    for (const joined of sessions.values()) if (joined.since > since) return true;
  return false;
}
