import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { gzipSync } from "node:zlib";
import { ROOT } from "./bundles.ts";

/** What the Worker may weigh, in bytes of gzipped JavaScript. */
const BUDGET = 80 * 1_024;

/** Bundles the Worker as a deploy would, and holds its size against the budget. */
const { status, error } = spawnSync("wrangler", ["deploy", "--dry-run", "--outdir", "dist/deploy"], {
  cwd: ROOT,
  stdio: "inherit",
});
if (error) throw error;
if (status !== 0) process.exit(status ?? 1);
const size = gzipSync(readFileSync(`${ROOT}dist/deploy/worker.js`)).length;
console.log(`The Worker has ${size} bytes gzipped; its budget is ${BUDGET}.`);
if (size > BUDGET) process.exit(1);
