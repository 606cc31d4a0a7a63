import type { Person } from "./state/person.ts";
import type { JoinedSession } from "./state/session.ts";

/** Who gives a command, and over which of their sessions. */
export interface Actor {
  readonly person: Person;
  readonly session: JoinedSession;
}

/** How an event names who caused it. */
export function by({ person }: Actor): { by: string; byUid: string } {
  return { by: person.nick, byUid: person.uid };
}
