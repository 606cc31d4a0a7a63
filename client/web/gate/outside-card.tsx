import type { Problem } from "../../core/problem.ts";
import type { RoomSession } from "../session/room-session.ts";
import { EndedCard } from "./ended-card.tsx";
import { ShutCard } from "./shut-card.tsx";

/** Somebody who is not in the room, and can't be by a name alone. */
export interface Outside {
  room: string;
  /** Undefined where they have not joined yet. */
  session: RoomSession | undefined;
  /** Why nobody is let in. */
  problem: Problem | undefined;
  onRetry(): void;
  /** They are somebody who is here already. */
  onToken(token: string): void;
}

/** Says why somebody is not in the room, and what can be done about it. */
export function OutsideCard({ session, problem, ...props }: Outside) {
  const state = session?.chat.state;
  if (session && state?.state === "stopped") return <EndedCard session={session} state={state} />;
  const hasUnsent = session !== undefined && session.chat.outbox.length + session.desk.failed.length > 0;
  return problem ? <ShutCard {...props} problem={problem} hasUnsent={hasUnsent} /> : null;
}
