import type { Problem } from "./types/problem.ts";

/** Whether something could not be done: `const said = await room.say("oi"); if (isProblem(said)) …` */
export function isPapoProblem(value: unknown): value is Problem {
  return typeof value === "object" && value !== null && "code" in value && "message" in value;
}
