import type { Observation } from "../load/plan.ts";
import type { Peer } from "../peers/peer.ts";
import { type Scenario, type ScenarioName, scenarios } from "../scenarios.ts";
import { count, kibibytes, mebibytes, micros, milliseconds, percent } from "./format.ts";
import { type Measurement, median } from "./measurement.ts";

/** A column: its heading and what stands in it for the runs of one peer. */
type Column = [heading: string, cell: (runs: Observation[]) => string];

const middle =
  (of: (observation: Observation) => number, show: (value: number) => string) => (runs: Observation[]) =>
    show(median(runs.map(of)));

/** Everything heard once and in order in every run, or how much of it was heard in time in the worst. */
function delivered(runs: Observation[]): string {
  if (runs.some((run) => run.violations > 0)) return "**wrong**";
  if (runs.every((run) => run.complete)) return "all";
  return percent(Math.min(0.99, ...runs.map((run) => run.delivered / run.expected)));
}

function rosters(runs: Observation[]): string {
  if (runs.every((run) => run.rostersComplete === undefined)) return "not told";
  return runs.every((run) => run.rostersComplete) ? "yes" : "**no**";
}

const columns: Record<Scenario["kind"], Column[]> = {
  talk: [
    ["delivered", delivered],
    ["deliveries/s", middle((run) => run.deliveriesPerSecond, count)],
    ["p50", middle((run) => run.p50, milliseconds)],
    ["p99", middle((run) => run.p99, milliseconds)],
    ["CPU per delivery", middle((run) => run.cpuMicrosPerDelivery, micros)],
    ["server CPU", middle((run) => run.serverCpuShare, percent)],
    ["memory", middle((run) => run.memoryBytes, mebibytes)],
    ["generator CPU", middle((run) => run.generator.cpuShare, percent)],
    ["generator busy", middle((run) => run.generator.busyShare, percent)],
  ],
  storm: [
    ["first connect to last welcome", middle((run) => run.joinMs, milliseconds)],
    ["everybody told of everybody", rosters],
    ["memory", middle((run) => run.memoryBytes, mebibytes)],
  ],
  idle: [
    ["members", middle((run) => run.members, count)],
    ["memory each", middle((run) => run.bytesPerMember, kibibytes)],
    ["memory", middle((run) => run.memoryBytes, mebibytes)],
    ["first connect to last welcome", middle((run) => run.joinMs, milliseconds)],
  ],
};

/** One Markdown table a scenario, medians over the runs. */
export function tables(measurements: Measurement[], peers: Peer[]): string {
  const names = new Set(measurements.map((measurement) => measurement.scenario));
  return [...names].map((name) => table(name, measurements, peers)).join("\n\n");
}

function table(name: ScenarioName, measurements: Measurement[], peers: Peer[]): string {
  const scenario = scenarios[name];
  const shown = columns[scenario.kind];
  const rows = peers.flatMap((peer) => {
    const runs = measurements.filter((one) => one.scenario === name && one.peer === peer.name);
    if (runs.length === 0) return [];
    const observations = runs.flatMap((one) => one.observation ?? []);
    const error = runs.find((one) => one.error)?.error;
    if (error) return [[peer.summary, `failed: ${error}`, ...shown.slice(1).map(() => "")]];
    return [[peer.summary, ...shown.map(([, cell]) => cell(observations))]];
  });
  const line = (cells: string[]) => `| ${cells.join(" | ")} |`;
  return [
    `### ${name}: ${scenario.summary}${shortage(name, measurements)}`,
    "",
    line(["server", ...shown.map(([heading]) => heading)]),
    line(["---", ...shown.map(() => "---:")]),
    ...rows.map(line),
  ].join("\n");
}

/** Where fewer members took part than the scenario wants. */
function shortage(name: ScenarioName, measurements: Measurement[]): string {
  const members = measurements
    .filter((one) => one.scenario === name)
    .flatMap((one) => one.observation?.members ?? []);
  const fewest = Math.min(...members);
  return fewest < scenarios[name].members ? ` (here ${count(fewest)})` : "";
}
