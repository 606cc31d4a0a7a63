import { fork } from "node:child_process";
import { fileURLToPath } from "node:url";
import type { Observation } from "./load/plan.ts";
import { papo } from "./peers/papo.ts";
import type { Peer } from "./peers/peer.ts";
import { run } from "./run.ts";
import { scenarios } from "./scenarios.ts";

/**
 * What uploads do to the talk of their room: the same lively room without them, and while ten people upload to it
 * without a pause, each as fast as a good line is, or as fast as the machine lets them.
 */

const UPLOADERS = fileURLToPath(new URL("load/uploaders.ts", import.meta.url));
/** Bytes a second of one person; 0: as fast as it goes. */
const LINES = [1_250_000, 0];
/** The talk may take as many times as long for one of a hundred messages. */
const GOAL = 1.5;
const RUNS = 3;

/** papo with ten people who upload to its room. */
function uploading(bytesPerSecond: number): Peer {
  return {
    ...papo,
    async start() {
      const server = await papo.start();
      const child = fork(UPLOADERS, [String(server.port), String(bytesPerSecond)]);
      return {
        ...server,
        async stop() {
          child.kill("SIGKILL");
          await server.stop();
        },
      };
    },
  };
}

/** The run in the middle, by its 99th percentile. */
async function median(peer: Peer): Promise<Observation> {
  const runs: Observation[] = [];
  for (let count = 0; count < RUNS; count++) runs.push(await run(peer, scenarios.lively));
  const [, middle] = runs.toSorted((one, other) => one.p99 - other.p99);
  if (middle === undefined) throw new Error("It was not run often enough.");
  return middle;
}

const row = (name: string, { p50, p99, serverCpuShare, complete }: Observation) =>
  `| ${name} | ${p50.toFixed(1)} | ${p99.toFixed(1)} | ${(serverCpuShare * 100).toFixed(0)} % | ${complete ? "yes" : "**no**"} |`;

console.log(
  "| in a lively room | p50, ms | p99, ms | CPU of the server | all arrived |\n| --- | ---: | ---: | ---: | --- |",
);
const alone = await median(papo);
console.log(row("nobody uploads", alone));
for (const bytes of LINES) {
  const beside = await median(uploading(bytes));
  console.log(
    row(
      bytes === 0 ? "ten upload, as fast as it goes" : `ten upload, each ${bytes / 125_000} Mbit/s`,
      beside,
    ),
  );
  const ratio = beside.p99 / alone.p99;
  console.log(`| | | ratio ${ratio.toFixed(2)}: ${ratio <= GOAL ? "met" : "**not met**"} | | |`);
}
