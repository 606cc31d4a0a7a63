import { refuseAs } from "../protocol/detail.ts";
import { type Refusal, waiting } from "../protocol/error.ts";

/** How often an object that is just being moved or restarted is asked. */
export const TRIES = 3;

/** Asks a room's object up to so many times, for as long as the platform says that asking again may help. */
export async function askRoom<Answer>(ask: () => Promise<Answer>, tries: number): Promise<Answer | Refusal> {
  try {
    return await ask();
  } catch (error) {
    if (has(error, "overloaded")) return tryAgain();
    if (!has(error, "retryable")) throw error;
    return tries > 1 ? askRoom(ask, tries - 1) : tryAgain();
  }
}

function tryAgain(): Refusal {
  return waiting(1_000, refuseAs("try_again"));
}

/** How the platform marks an error of a call to an object that is none of the object's own. */
function has(error: unknown, mark: "overloaded" | "retryable"): boolean {
  return error instanceof Error && mark in error && Reflect.get(error, mark) === true;
}
