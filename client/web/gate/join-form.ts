import type { Problem } from "../../core/problem.ts";

/** What somebody joins with. `code`: of another client of theirs. */
export interface JoinForm {
  nick: string;
  key?: string;
  code?: string;
}

/** What is asked of them at the door. */
export interface JoinCardProps {
  room: string;
  /** Why they were not let in. */
  problem?: Problem | undefined;
  onJoin(entry: JoinForm): void;
}
