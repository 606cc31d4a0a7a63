import type { Problem } from "../../core/problem.ts";

/** Asks the server in plain HTTP why it does not let this page into a room; undefined where it does, or nobody says. */
export type AskDoor = (room: string) => Promise<Problem | undefined>;

/** Why nobody is let in at all, whoever they are: that is no question of nicknames. */
export function isShut({ problem }: Problem): boolean {
  return /^(no_pass|no_such_room|closed)$/.test(problem);
}
