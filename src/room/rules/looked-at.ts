import type { Room } from "../state/room.ts";
import type { Joined, SessionId } from "../state/session.ts";

/** Milliseconds for which a client that never says so counts as looked at, from each command of a person's fingers on. */
const GLANCE = 300_000;

/** Notes that a person's fingers gave a command. */
export function touch(room: Room, session: SessionId): void {
  room.sessions.note(session, { touched: room.clock.wall() });
}

/** Until when a client is looked at or was, in ms since 1970: for as long as it says so, else up to then, or for a while after each touch. */
export function lookedAtUntil({ visible, touched }: Joined): number {
  if (visible) return visible.on ? Number.POSITIVE_INFINITY : visible.at;
  return touched === undefined ? 0 : touched + GLANCE;
}

/** Whether a client is looked at now (in ms since 1970). */
export function isLookedAt(joined: Joined, now: number): boolean {
  return now < lookedAtUntil(joined);
}
