import type { Person } from "./state/person.ts";
import type { Joined, SessionId } from "./state/session.ts";

/** Who gives a command, and over which of their sessions. */
export interface Actor {
  readonly person: Person;
  readonly session: SessionId;
  /** What is known of that session as the command comes. */
  readonly joined: Joined;
}

/** How an event names who caused it. */
export function by({ person }: Actor): { by: string; byUid: string } {
  return { by: person.nick, byUid: person.uid };
}

/** Who pays for what the command writes, by the day's reckoning. */
export function writer({ person: { uid }, joined: { address, admin } }: Actor) {
  return { uid, address, admin };
}
