import { mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { parseArgs } from "node:util";
import { Being } from "./life/being.ts";
import { heapBytes, inspectAt } from "./life/inspected.ts";
import { freePort } from "./peers/free-port.ts";
import { startNodeScript } from "./peers/node-script.ts";
import type { RunningServer } from "./peers/peer.ts";

/**
 * A long life of one room, gone through in minutes: whether anything grows with what it has lived through. The same shares of
 * messages, of people who come and go, of edits and reactions are gone through twice: to the size of a young room, which has
 * more history than is kept, and to that of an old one. `node bench/life.ts --short` does a twentieth of it.
 */

interface Lived {
  readonly messages: number;
  readonly visits: number;
  readonly changes: number;
}

const YOUNG: Lived = { messages: 10_000, visits: 1_000, changes: 100 };
const OLD: Lived = { messages: 1_000_000, visits: 100_000, changes: 10_000 };
/** Nothing may be more than so many times what it was. */
const GOAL = 1.2;
const SPEAKERS = 5;
/** After so many, others come and go. A hundredth of them are changed: it divides evenly. */
const MESSAGES_PER_TURN = 5_000;
/** Commands of one speaker that are under way at a time, and visitors. */
const UNDER_WAY = 200;
const VISITORS = 30;
/** Joins, of which the one in the middle counts; wakes, of which the quickest does. */
const JOINS = 51;
const WAKES = 5;

const { values } = parseArgs({ options: { short: { type: "boolean", default: false } } });
const old = values.short
  ? { messages: OLD.messages / 20, visits: OLD.visits / 20, changes: OLD.changes / 20 }
  : OLD;

const directory = mkdtempSync(join(tmpdir(), "papo-life-"));
const inspector = await freePort();
inspectAt(inspector, directory);
const start = () => startNodeScript("papo-server.ts", { args: [directory], counted: "workerd" });
let server: RunningServer = await start();
process.once("exit", () => rmSync(directory, { recursive: true, force: true }));
for (const signal of ["SIGINT", "SIGTERM"] as const) process.once(signal, () => process.exit(130));

interface State {
  readonly heap: number;
  readonly rows: number;
  readonly disk: number;
  readonly join: number;
  readonly wake: number;
}

/** Lives from what it has lived through to something else: by turns, for who speaks without a pause lets nobody in. */
async function live(from: Lived, to: Lived): Promise<void> {
  const speakers = await Promise.all(
    Array.from({ length: SPEAKERS }, (_, index) => Being.join(server.port, `speaker${index}`)),
  );
  const turns = Math.ceil((to.messages - from.messages) / MESSAGES_PER_TURN);
  const share = {
    messages: (to.messages - from.messages) / turns / SPEAKERS,
    changes: (to.changes - from.changes) / turns / SPEAKERS,
    underWay: UNDER_WAY,
  };
  let visits = from.visits;
  for (let turn = 1; turn <= turns; turn++) {
    await Promise.all(speakers.map((speaker) => speaker.speak(share)));
    const until = from.visits + ((to.visits - from.visits) * turn) / turns;
    const visiting = async () => {
      while (visits < until) {
        const visitor = await Being.join(server.port, `v${String(visits++).padStart(7, "0")}`);
        await visitor.leave();
      }
    };
    await Promise.all(Array.from({ length: VISITORS }, visiting));
  }
  await Promise.all(speakers.map((speaker) => speaker.leave()));
}

async function look(): Promise<State> {
  const heap = await heapBytes(inspector, () => timeOfJoin("nudge"));
  const joins: number[] = [];
  for (let count = 0; count < JOINS; count++) joins.push(await timeOfJoin(`late${count}`));
  const wakes: number[] = [];
  let kept = { rows: 0, disk: 0 };
  for (let count = 0; count < WAKES; count++) {
    await server.stop();
    kept = keptRows();
    server = await start();
    wakes.push(await timeOfJoin(`waker${count}`));
  }
  const [middle = 0] = joins.toSorted((one, other) => one - other).slice(JOINS >> 1);
  return { heap, ...kept, join: middle, wake: Math.min(...wakes) };
}

/** Milliseconds from a connection to the welcome. */
async function timeOfJoin(nick: string): Promise<number> {
  const begun = performance.now();
  const being = await Being.join(server.port, nick);
  const took = performance.now() - begun;
  await being.leave();
  return took;
}

/** Rows and pages of the room's database. */
function keptRows(): { rows: number; disk: number } {
  const files = readdirSync(directory, { recursive: true, encoding: "utf8" });
  const [path, ...more] = files
    .filter((name) => /papo-Room\/[0-9a-f]+\.sqlite$/.test(name))
    .map((name) => join(directory, name));
  if (path === undefined || more.length > 0) throw new Error(`One room is expected: ${files.join(", ")}`);
  const database = new DatabaseSync(path, { readOnly: true });
  const count = (sql: string) => Number(Object.values(database.prepare(sql).get() ?? {})[0]);
  const tables = database.prepare("SELECT name FROM sqlite_master WHERE type = 'table'").all();
  const rows = tables.reduce((sum, { name }) => sum + count(`SELECT count(*) FROM "${String(name)}"`), 0);
  const disk = count("PRAGMA page_count") * count("PRAGMA page_size");
  database.close();
  return { rows, disk };
}

const begun = performance.now();
await live({ messages: 0, visits: 0, changes: 0 }, YOUNG);
const young = await look();
await live(YOUNG, old);
const late = await look();
await server.stop();

const count = (number: number) => number.toLocaleString("en");
const mebibytes = (bytes: number) => `${(bytes / 2 ** 20).toFixed(1)} MiB`;
const milliseconds = (ms: number) => `${ms.toFixed(1)} ms`;
const lines: [string, keyof State, (value: number) => string][] = [
  ["heap of the Worker", "heap", mebibytes],
  ["rows on disk", "rows", count],
  ["database", "disk", mebibytes],
  ["a join", "join", milliseconds],
  ["the first join after a start", "wake", milliseconds],
];
console.log(
  `| one room, after | ${count(YOUNG.messages)} messages, ${count(YOUNG.visits)} visits, ${count(YOUNG.changes)} changes | ${count(old.messages)}, ${count(old.visits)}, ${count(old.changes)} | times | |\n| --- | ---: | ---: | ---: | --- |`,
);
for (const [name, key, shown] of lines) {
  const times = late[key] / young[key];
  console.log(
    `| ${name} | ${shown(young[key])} | ${shown(late[key])} | ${times.toFixed(2)} | ${times <= GOAL ? "met" : "**not met**"} |`,
  );
}
console.log(`\n${((performance.now() - begun) / 60_000).toFixed(1)} minutes`);
process.exit();
