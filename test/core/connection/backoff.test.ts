import { expect, test } from "vitest";
import { backoff } from "../../../client/core/connection/backoff.ts";

const CEILINGS: [attempt: number, offline: number, most: number][] = [
  [0, 0, 1_000],
  [1, 500, 2_000],
  [2, 2_000, 4_000],
  [3, 5_000, 8_000],
  [4, 10_000, 10_000],
  [30, 119_999, 10_000],
  [30, 120_000, 30_000],
  [2_000, 86_400_000, 30_000],
];

test.for(CEILINGS)("attempt %i after %i ms waits up to %i ms, evenly", ([attempt, offline, most]) => {
  expect([0, 0.25, 0.5, 1].map((random) => backoff(attempt, offline, random))).toEqual([
    0,
    most / 4,
    most / 2,
    most,
  ]);
});
