import { fork } from "node:child_process";
import { fileURLToPath } from "node:url";
import type { Observation, Plan } from "./load/plan.ts";
import type { Peer } from "./peers/peer.ts";
import type { Scenario } from "./scenarios.ts";

const GENERATOR = fileURLToPath(new URL("load/generator.ts", import.meta.url));
/** Joining takes what it takes, but not longer than this. */
const JOIN_SECONDS = 300;

/** Runs one scenario against one peer: a fresh server, and a fresh load generator in a process of its own. */
export async function run(peer: Peer, scenario: Scenario): Promise<Observation> {
  const server = await peer.start();
  try {
    const { dialect, joiningAtOnce = 500 } = peer;
    return await generate({ ...scenario, dialect, joiningAtOnce, port: server.port, pids: server.pids });
  } finally {
    await server.stop();
  }
}

type Answer = { observation: Observation } | { error: string };

function generate(plan: Plan): Promise<Observation> {
  const child = fork(GENERATOR, { serialization: "advanced" });
  const kill = () => child.kill("SIGKILL");
  process.once("exit", kill);
  const limit = setTimeout(
    kill,
    (JOIN_SECONDS + 2 * plan.settle + plan.warmUp + plan.seconds + plan.drain) * 1000,
  );
  return new Promise<Observation>((resolve, reject) => {
    child.once("message", (answer: Answer) =>
      "observation" in answer ? resolve(answer.observation) : reject(new Error(answer.error)),
    );
    child.once("exit", (code, signal) => reject(new Error(`the load generator ended: ${signal ?? code}`)));
    child.send(plan);
  }).finally(() => {
    clearTimeout(limit);
    process.off("exit", kill);
    kill();
  });
}
