import fc from "fast-check";
import { vi } from "vitest";

/**
 * Where chance starts: every run of the tests draws the same cases, unless
 * `PAPO_TEST_SEED` names another start. `PAPO_TEST_FACTOR=20` draws twenty
 * times as many.
 */
export const SEED = Number(process.env.PAPO_TEST_SEED ?? 1);
const FACTOR = Number(process.env.PAPO_TEST_FACTOR ?? 1);

/** How many cases are drawn where so many are drawn every day. */
export function times(count: number): number {
  return Math.ceil(count * FACTOR);
}

fc.configureGlobal({ seed: SEED, numRuns: times(100) });
vi.setConfig({ testTimeout: Math.max(60_000, times(60_000)) });
