import type { Observation } from "./load/plan.ts";
import type { Peer } from "./peers/peer.ts";
import { run } from "./run.ts";
import { scenarios } from "./scenarios.ts";

const RUNS = 3;

/**
 * Of some runs of a lively room the one in the middle, by its 99th percentile, for each peer. They are run round by
 * round, so that each round compares them within a minute or two.
 */
export async function middleRuns(peers: readonly Peer[]): Promise<Observation[]> {
  const runs = peers.map((): Observation[] => []);
  for (let round = 0; round < RUNS; round++) {
    for (const [index, peer] of peers.entries()) runs[index]?.push(await run(peer, scenarios.lively));
  }
  return runs.map((all) => {
    const middle = all.toSorted((one, other) => one.p99 - other.p99)[Math.floor(RUNS / 2)];
    if (middle === undefined) throw new Error("It was not run often enough.");
    return middle;
  });
}

/** A table of them, the first of which is the measure of the others: these may take so many times as long for one of a hundred messages. */
export function tableOf(rows: readonly (readonly [name: string, run: Observation])[], goal: number): string {
  const [[, alone] = []] = rows;
  return [
    "| in a lively room | p50, ms | p99, ms | CPU of the server | all arrived | p99, ratio |",
    "| --- | ---: | ---: | ---: | --- | --- |",
    ...rows.map(([name, run]) => {
      const ratio = run.p99 / (alone?.p99 ?? 0);
      const told = run === alone ? "" : `${ratio.toFixed(2)}: ${ratio <= goal ? "met" : "**not met**"}`;
      const { p50, p99, serverCpuShare, complete } = run;
      return `| ${name} | ${p50.toFixed(1)} | ${p99.toFixed(1)} | ${(serverCpuShare * 100).toFixed(0)} % | ${complete ? "yes" : "**no**"} | ${told} |`;
    }),
  ].join("\n");
}
