import * as v from "valibot";
import type { Problem } from "../problem.ts";
import type { HttpAnswer, HttpOutcome } from "./exchange.ts";
import { parseJson } from "./parse-json.ts";
import type { Setback } from "./patience.ts";
import { readRefusal } from "./refusal.ts";

/** What an answer must be to count as one. */
export interface Expected<Schema> {
  readonly status: number;
  readonly schema: Schema;
}

export type Judgement<Output> =
  | { type: "fine"; output: Output }
  | {
      type: "bad";
      /** Whether what was asked for may be done all the same. */
      mayBeDone: boolean;
      /** How to go on, where that may help. */
      setback?: Setback;
      refusal?: Problem;
    };

const FAILED: Setback = { type: "failed" };

/** Only the very answer that the protocol has is one; a page that says 200 has stored nothing. */
export function judge<Schema extends v.GenericSchema>(
  outcome: HttpOutcome,
  { status, schema }: Expected<Schema>,
): Judgement<v.InferOutput<Schema>> {
  if (outcome.type === "failed") {
    const { reached, isSilence } = outcome;
    return { type: "bad", mayBeDone: reached, ...(reached && isSilence && { setback: FAILED }) };
  }
  const isJson = /^application\/json\s*(;|$)/i.test(outcome.contentType ?? "");
  // Where nothing is to be told, nothing is expected.
  if (outcome.status === status && (isJson || outcome.body === "")) {
    const parsed = v.safeParse(schema, parseJson(outcome.body));
    if (parsed.success) return { type: "fine", output: parsed.output };
  }
  const refusal = outcome.status >= 400 && isJson ? readRefusal(outcome.body) : undefined;
  const isFault = outcome.status >= 500 && refusal?.problem !== "closed" && refusal?.problem !== "full";
  const setback = setbackOf(outcome, refusal);
  return {
    type: "bad",
    // Whoever says 201, or fails, may stand between this client and a room that has stored it.
    mayBeDone: isFault || outcome.status === 201 || (outcome.status < 300 && isJson),
    ...(setback && { setback }),
    ...(refusal && { refusal }),
  };
}

function setbackOf({ status, retryAfter }: HttpAnswer, refusal: Problem | undefined): Setback | undefined {
  // Its owner has closed it: nobody knows for how long.
  if (refusal?.problem === "closed") return undefined;
  // Nor when there is place again.
  if (refusal?.problem === "full") return undefined;
  const isFull = refusal?.problem === "room_full" && retryAfter !== undefined;
  if (status === 429 || isFull) return { type: "asked", retryAfter };
  return status >= 500 ? FAILED : undefined;
}
