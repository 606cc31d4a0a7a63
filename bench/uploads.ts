import { fork } from "node:child_process";
import { fileURLToPath } from "node:url";
import { middleRuns, tableOf } from "./middle-run.ts";
import { papo } from "./peers/papo.ts";
import type { Peer } from "./peers/peer.ts";

/**
 * What uploads do to the talk of their room: the same lively room without them, and while ten people upload to it
 * without a pause, each as fast as a good line is, or as fast as the machine lets them.
 */

const UPLOADERS = fileURLToPath(new URL("load/uploaders.ts", import.meta.url));
/** Bytes a second of one person; 0: as fast as it goes. */
const LINES = [1_250_000, 0];
/** The talk may take as many times as long for one of a hundred messages. */
const GOAL = 1.5;

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

const names = [
  "nobody uploads",
  ...LINES.map((bytes) =>
    bytes === 0 ? "ten upload, as fast as it goes" : `ten upload, each ${bytes / 125_000} Mbit/s`,
  ),
];
const runs = await middleRuns([papo, ...LINES.map(uploading)]);
console.log(
  tableOf(
    runs.map((run, index) => [names[index] ?? "", run] as const),
    GOAL,
  ),
);
