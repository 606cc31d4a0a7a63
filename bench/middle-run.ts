import type { Observation } from "./load/plan.ts";
import type { Peer } from "./peers/peer.ts";
import { run } from "./run.ts";
import { scenarios } from "./scenarios.ts";

const RUNS = 3;

/** Of some runs of a lively room the one in the middle, by its 99th percentile. */
export async function middleRun(peer: Peer): Promise<Observation> {
  const runs: Observation[] = [];
  for (let count = 0; count < RUNS; count++) runs.push(await run(peer, scenarios.lively));
  const [, middle] = runs.toSorted((one, other) => one.p99 - other.p99);
  if (middle === undefined) throw new Error("It was not run often enough.");
  return middle;
}

/** A row of a table about the talk of lively rooms. */
export function rowOf(name: string, { p50, p99, serverCpuShare, complete }: Observation): string {
  return `| ${name} | ${p50.toFixed(1)} | ${p99.toFixed(1)} | ${(serverCpuShare * 100).toFixed(0)} % | ${complete ? "yes" : "**no**"} |`;
}

export const TABLE_HEAD =
  "| in a lively room | p50, ms | p99, ms | CPU of the server | all arrived |\n| --- | ---: | ---: | ---: | --- |";

/** What becomes of the talk beside something else: it may take so many times as long for one of a hundred messages. */
export function ratioRow(alone: Observation, beside: Observation, goal: number): string {
  const ratio = beside.p99 / alone.p99;
  return `| | | ratio ${ratio.toFixed(2)}: ${ratio <= goal ? "met" : "**not met**"} | | |`;
}
