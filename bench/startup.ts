import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { delimiter, join } from "node:path";
import { fileURLToPath } from "node:url";
import { median } from "./report/measurement.ts";

/** Starts the terminal client beside an empty Node program, in turn, and compares the medians. */

const CLI = fileURLToPath(new URL("../dist/papo.js", import.meta.url));
const ROUNDS = 21;
/** The client may take this many times what Node takes to do nothing. */
const GOAL = 1.6;

interface Times {
  bare: number;
  client: number;
}

function compare(node: string): Times {
  const rounds = Array.from({ length: ROUNDS + 1 }, () => ({
    bare: time(node, ["-e", "0"]),
    client: time(node, [CLI, "--version"]),
  }));
  const [, ...warm] = rounds; // the first reads from disk
  return { bare: median(warm.map((round) => round.bare)), client: median(warm.map((round) => round.client)) };
}

/** Milliseconds from start to end of a process. */
function time(node: string, args: string[]): number {
  const start = performance.now();
  const { status, stderr } = spawnSync(node, args, { encoding: "utf8" });
  if (status !== 0) throw new Error(`${node} ${args.join(" ")}: ${stderr}`);
  return performance.now() - start;
}

/** The Node that runs this, and the first other one on the path: the machine's own. */
function nodes(): string[] {
  const onPath = (process.env.PATH ?? "").split(delimiter).map((directory) => join(directory, "node"));
  const foreign = onPath.find((path) => !path.includes("node_modules") && existsSync(path));
  return [process.execPath, ...(foreign && foreign !== process.execPath ? [foreign] : [])];
}

console.log("| Node | node -e 0 | papo --version | ratio | |\n| --- | ---: | ---: | ---: | --- |");
for (const node of nodes()) {
  const version = spawnSync(node, ["--version"], { encoding: "utf8" }).stdout.trim();
  const { bare, client } = compare(node);
  const met = client / bare <= GOAL ? "met" : "**not met**";
  console.log(
    `| ${version} | ${bare.toFixed(1)} ms | ${client.toFixed(1)} ms | ${(client / bare).toFixed(2)} | ${met} |`,
  );
}
