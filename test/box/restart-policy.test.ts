import { expect, test } from "vitest";
import { RestartPolicy } from "../../scripts/box/restart-policy.ts";

/** Milliseconds that each runtime listened before it died, undefined for one that never did; and the wait after each. */
const cases: [why: string, lives: (number | undefined)[], waits: (number | undefined)[]][] = [
  ["one that ran is started again at once", [60_000, 5_000, 60_000], [0, 0, 0]],
  ["one that dies young is waited for ever longer", [10, 10, 10, 10, 10, 10], [0, 100, 200, 400, 800, 1_600]],
  [
    "but no longer than 2 s, and for ever, since it serves",
    Array(20).fill(10),
    [...[0, 100, 200, 400, 800, 1_600], ...Array(14).fill(2_000)],
  ],
  ["one that never listens is given up", Array(6).fill(undefined), [0, 100, 200, 400, 800, undefined]],
  ["one that dies while it is restarted is not", [60_000, undefined, 60_000], [0, 100, 0]],
  [
    "failures are counted in a row",
    [...Array(5).fill(undefined), 10, ...Array(6).fill(undefined)],
    [0, 100, 200, 400, 800, 1_600, 2_000, 2_000, 2_000, 2_000, 2_000, undefined],
  ],
];

test.each(cases)("%s", (_, lives, waits) => {
  const policy = new RestartPolicy();
  expect(lives.map((listened) => policy.died(listened))).toEqual(waits);
});
