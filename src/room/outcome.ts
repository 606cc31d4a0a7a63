import type { Refusal } from "../protocol/error.ts";
import type { Effect } from "./effect.ts";

/** What a rule gives back: what is to be done, or why nothing is. */
export type Outcome = readonly Effect[] | Refusal;
