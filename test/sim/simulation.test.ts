import { expect, test } from "vitest";
import { simulate, type Tally } from "./simulation.ts";

/** `PAPO_SIM_RUNS=5000 npx vitest run --project unit test/sim` looks longer; `PAPO_SIM_SEED` repeats one run. */
const RUNS = Number(process.env.PAPO_SIM_RUNS ?? 150);
const SEED = Number(process.env.PAPO_SIM_SEED ?? 1);
const STEPS = 400;

test(
  "§3 §4 §5 nothing is lost, doubled or out of order, whatever breaks when",
  () => {
    const total: Tally = { steps: 0, said: 0, cuts: 0, hibernations: 0, crashes: 0, repeats: 0 };
    for (let seed = SEED; seed < SEED + RUNS; seed++) {
      const tally = simulate(seed, STEPS);
      for (const key of Object.keys(total) as (keyof Tally)[]) total[key] += tally[key];
    }
    console.info(`simulated with seeds ${SEED} to ${SEED + RUNS - 1}: ${JSON.stringify(total)}`);
    expect(total.said).toBeGreaterThan(0);
  },
  30 * 60_000,
);
