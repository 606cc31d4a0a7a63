import type { ErrorCode } from "../../src/protocol/error.ts";

/** What a client refuses by itself, with the sentence that a person reads. */
const LOCAL = {
  offline: "You are not connected to the room right now.",
  outbox_full: "Too much is waiting to be sent already. Wait until you are connected again.",
  too_big: "That takes up too many bytes.",
  bad_address: "That is not the address of a room. Write it as https://host/room.",
  bad_code: "That is not a code of /link.",
} as const;

export type ProblemCode = ErrorCode | keyof typeof LOCAL;

/** Why something could not be done: an expected failure, as a value. */
export interface Problem {
  readonly problem: ProblemCode;
  /** A sentence for a person. */
  readonly message: string;
  /** Milliseconds after which it may work, for `rate_limited`. */
  readonly retryAfter?: number;
}

/** A problem with the code's own sentence, or a more exact one. */
export function localProblem(code: keyof typeof LOCAL, message: string = LOCAL[code]): Problem {
  return { problem: code, message };
}

export function isProblem(value: unknown): value is Problem {
  return typeof value === "object" && value !== null && "problem" in value;
}
