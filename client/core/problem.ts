import type { ErrorCode } from "../../src/protocol/error.ts";

/** What the client refuses by itself, with the sentence that a person reads. */
const LOCAL = {
  offline: "You are not connected to the room right now.",
  outbox_full: "Too much is waiting to be sent already. Wait until you are connected again.",
  too_big: "That message takes up too many bytes.",
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

export function localProblem(code: keyof typeof LOCAL): Problem {
  return { problem: code, message: LOCAL[code] };
}

export function isProblem(value: unknown): value is Problem {
  return typeof value === "object" && value !== null && "problem" in value;
}
