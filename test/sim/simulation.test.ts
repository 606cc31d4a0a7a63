import { expect, test } from "vitest";
import { SEED, times } from "../support/chance.ts";
import { simulate, type Tally } from "./simulation.ts";

const RUNS = times(150);
const STEPS = 400;

test("§3 §4 §5 nothing is lost, doubled or out of order, whatever breaks when", () => {
  const total: Tally = { steps: 0, said: 0, reacted: 0, cuts: 0, hibernations: 0, crashes: 0, repeats: 0 };
  for (let seed = SEED; seed < SEED + RUNS; seed++) {
    const tally = simulate(seed, STEPS);
    for (const key of Object.keys(total) as (keyof Tally)[]) total[key] += tally[key];
  }
  // Each kind of accident did happen.
  for (const [what, count] of Object.entries(total)) expect(count, what).toBeGreaterThan(0);
});
