import { mkdirSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { abuse } from "./abuse/abuse.ts";
import { fitting } from "./fitting.ts";
import { type Options, readOptions, USAGE } from "./options.ts";
import { peers as allPeers } from "./peers/index.ts";
import type { Peer } from "./peers/peer.ts";
import { chart } from "./report/chart.ts";
import { writeAbuse, writeDocument } from "./report/document.ts";
import { goalTable } from "./report/goals.ts";
import { machine } from "./report/machine.ts";
import type { Measurement } from "./report/measurement.ts";
import { progress } from "./report/progress.ts";
import { tables } from "./report/table.ts";
import { run } from "./run.ts";
import { type Scenario, type ScenarioName, scenarios, shortened } from "./scenarios.ts";

const RESULTS = fileURLToPath(new URL("results/", import.meta.url));

async function main(options: Options): Promise<void> {
  if (options.abuse) return mainAbuse(options);
  const peers = presentPeers(options.peers);
  const steps = plan(options, peers);
  const measurements: Measurement[] = [];
  for (const [index, { round, name, peer }] of steps.entries()) {
    process.stdout.write(`[${index + 1}/${steps.length}] ${name}, ${peer.summary} … `);
    const measurement = await measure(options, { round, name, peer });
    measurements.push(measurement);
    console.log(progress(measurement));
  }
  const results = [
    ...machine().map((line) => `- ${line}`),
    `- ${options.runs === 1 ? "one run" : `medians of ${options.runs} runs`}${options.quick ? ", shortened (--quick)" : ""}`,
    "",
    tables(measurements, peers),
    "",
    // Seconds are too short to judge by.
    ...(options.quick ? [] : ["### What was to be reached", "", goalTable(measurements)]),
  ].join("\n");
  console.log(`\n${results}`);
  save({ results, measurements, picture: chart(measurements, peers) }, options);
  const papo = measurements.filter(({ peer }) => peer === "papo");
  if (papo.some(({ observation }) => observation === undefined || observation.violations > 0)) {
    throw new Error("A run of papo failed, or lost, doubled or mixed up messages.");
  }
}

async function mainAbuse({ docs }: Options): Promise<void> {
  const tables = await abuse();
  console.log(`\n${tables}`);
  if (docs) writeAbuse(tables);
}

interface Step {
  round: number;
  name: ScenarioName;
  peer: Peer;
}

/** Round by round, so that each round compares peers within a few minutes of each other. */
function plan({ runs, scenarios: names }: Options, peers: Peer[]): Step[] {
  const rounds = Array.from({ length: runs }, (_, index) => index + 1);
  return rounds.flatMap((round) =>
    names.flatMap((name) =>
      peers
        .filter((peer) => !peer.scenarios || peer.scenarios.includes(name))
        .filter((peer) => takesPart(scenarios[name], peer))
        .filter(() => round === 1 || scenarios[name].kind !== "idle") // memory differs little, and takes long
        .map((peer) => ({ round, name, peer })),
    ),
  );
}

function takesPart({ peers }: Scenario, { name }: Peer): boolean {
  return peers === undefined || peers.includes(name);
}

async function measure({ quick }: Options, { round, name, peer }: Step): Promise<Measurement> {
  const scenario = fitting(quick ? shortened(scenarios[name]) : scenarios[name]);
  const which = { run: round, scenario: name, peer: peer.name };
  try {
    return { ...which, observation: await run(peer, scenario) };
  } catch (error) {
    return { ...which, error: error instanceof Error ? error.message : String(error) };
  }
}

function presentPeers(names: string[]): Peer[] {
  const wanted = allPeers.filter((peer) => names.length === 0 || names.includes(peer.name));
  if (wanted.length === 0) throw new Error(`--peer: one of ${allPeers.map((peer) => peer.name).join(", ")}`);
  return wanted.filter((peer) => {
    const absence = peer.absence?.();
    if (absence) console.log(`left out: ${absence}`);
    return !absence;
  });
}

function save(
  { results, measurements, picture }: { results: string; measurements: Measurement[]; picture: string },
  options: Options,
): void {
  mkdirSync(RESULTS, { recursive: true });
  // Infinity, a latency without end, has no place in JSON: null.
  writeFileSync(
    `${RESULTS}results.json`,
    JSON.stringify({ machine: machine(), options, measurements }, null, 1),
  );
  writeFileSync(`${RESULTS}results.md`, `${results}\n`);
  writeFileSync(`${RESULTS}chart.svg`, picture);
  if (options.docs) writeDocument({ results, chart: picture });
}

for (const signal of ["SIGINT", "SIGTERM"] as const) process.once(signal, () => process.exit(130));

function fail(error: unknown, hint = ""): never {
  console.error(`${error instanceof Error ? error.message : error}${hint}`);
  process.exit(1);
}

function options(): Options {
  try {
    return readOptions(process.argv.slice(2));
  } catch (error) {
    return fail(error, `\n\n${USAGE}`);
  }
}

if (process.platform !== "linux")
  fail("The benchmark reads CPU time and memory from /proc, so it wants Linux.");
await main(options()).catch((error: unknown) => fail(error));
