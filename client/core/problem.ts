import type { AnyErrorCode, Refusal } from "../../src/protocol/error.ts";
import { type SharedCatalogue, sharedWords } from "./words/shared-words.ts";

/** What a client refuses by itself. */
type LocalCode = keyof SharedCatalogue["problems"];
export type ProblemCode = AnyErrorCode | LocalCode;

/** Why something could not be done: an expected failure, as a value. */
export interface Problem {
  readonly problem: ProblemCode;
  /** A sentence for a person. */
  readonly message: string;
  /** Whether the sentence is one of ours, and more exact than that of its code, which rooms refuse with, too. */
  readonly isOurs?: true;
  /** A stable id of the sentence, where a room gives one. */
  readonly detail?: string;
  /** What the sentence names. */
  readonly params?: Readonly<Record<string, string | number>>;
  /** Milliseconds after which it may work, where it is known. */
  readonly retryAfter?: number;
}

/** Milliseconds to wait where the room doesn't say how long. */
const USUAL_WAIT = 1_000;
/** Milliseconds to wait at least, whatever a room says: else it could have its clients go round as fast as the network. */
const LEAST_WAIT = 200;

/** Milliseconds until something that was refused for now is tried again. */
export function waitOf({ retryAfter = USUAL_WAIT }: Problem): number {
  return Math.max(LEAST_WAIT, retryAfter);
}

/** A refusal as it comes: an event, or an answer over HTTP. */
interface ToldRefusal {
  readonly code: AnyErrorCode;
  readonly message: string;
  readonly detail?: string | undefined;
  readonly params?: Problem["params"] | undefined;
  readonly retryAfter?: number | undefined;
}

/** A refusal of the room, as a value, without what else came with it. */
export function problemOf({ code, message, detail, params, retryAfter }: ToldRefusal): Problem {
  return {
    problem: code,
    message,
    ...(detail !== undefined && { detail }),
    ...(params !== undefined && { params }),
    ...(retryAfter !== undefined && { retryAfter }),
  };
}

/** The same by the protocol's own rules, before anything is sent. */
export function refusedHere({ refused, ...told }: Refusal): Problem {
  return problemOf({ ...told, code: refused });
}

/** A problem with the code's own sentence, or a more exact one. */
export function localProblem(code: LocalCode, message: string = sharedWords.problems[code]): Problem {
  return { problem: code, message };
}

export function isProblem(value: unknown): value is Problem {
  return typeof value === "object" && value !== null && "problem" in value;
}

/** The problem that something was answered with, if it was. */
export function problemIn(answer: object | undefined): Problem | undefined {
  return isProblem(answer) ? answer : undefined;
}
