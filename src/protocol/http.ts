import * as v from "valibot";
import { nick, saying } from "./command.ts";
import { LIMITS } from "./limits.ts";

// Plain HTTP (§9): what it is asked. What it answers is in http-answer.ts, which the Worker need not carry along.

const digits = (least: number, most: number) =>
  v.pipe(v.string(), v.regex(/^\d{1,15}$/), v.transform(Number), v.minValue(least), v.maxValue(most));

/** Which events are asked for, as the query has it. */
export const range = v.object({
  before: v.exactOptional(digits(0, Number.MAX_SAFE_INTEGER)),
  after: v.exactOptional(digits(0, Number.MAX_SAFE_INTEGER)),
  limit: v.optional(digits(1, LIMITS.page), String(LIMITS.defaultPage)),
});

/** What is posted. */
export const letter = v.object({ nick, ...saying.entries });

export type Range = v.InferOutput<typeof range>;
export type Letter = v.InferOutput<typeof letter>;
