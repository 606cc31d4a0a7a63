import type { Problem } from "../problem.ts";
import { words } from "./words.ts";

/** Why something could not be done, in the client's own words where it has some, else in the room's. */
export function sayProblem({ problem, detail, message, ...more }: Problem): string {
  for (const id of [detail, problem]) {
    // A foreign string must not name what every object has.
    if (id !== undefined && Object.hasOwn(words.refusals, id)) return words.refusals[id]?.(more) ?? message;
  }
  return message;
}
