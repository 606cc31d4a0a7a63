import type { Observation } from "../load/plan.ts";
import type { ScenarioName } from "../scenarios.ts";

/** One run of one scenario against one peer. */
export interface Measurement {
  /** Counts from 1. */
  run: number;
  scenario: ScenarioName;
  peer: string;
  /** Missing when the run failed. */
  observation?: Observation;
  error?: string;
}

/** The middle value; of an even number the mean of the middle two. NaN of none. */
export function median(values: number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const half = sorted.length / 2;
  const [low = Number.NaN, high = low] = sorted.slice(Math.ceil(half) - 1, Math.floor(half) + 1);
  return low === high ? low : (low + high) / 2;
}
