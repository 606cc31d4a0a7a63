import { parseArgs } from "node:util";
import { measureFirstPaint } from "./page/first-paint.ts";
import { LONG, measureLongLog } from "./page/long-log.ts";
import { measureMany, measureUnseen, UNSEEN } from "./page/many.ts";
import { openStage } from "./page/stage.ts";

// The page in a real Chromium: a long log beside a short one, many messages, and how soon something is seen.

const { values } = parseArgs({
  options: {
    /** Of hack.chat's page: a folder with its `client`. */
    "hack-chat": { type: "string" },
    /** Only these; else all. */
    only: { type: "string", multiple: true, default: ["log", "many", "unseen", "paint"] },
  },
});

const ms = (value: number) => `${value.toFixed(1)} ms`;
const mib = (bytes: number) => `${(bytes / 1_048_576).toFixed(1)} MiB`;

/** A message in a long log may cost as many times what it costs in a short one. */
const GOAL = 2;
/** Milliseconds. */
const LONG_TASK = 50;

const stage = await openStage();
try {
  if (values.only.includes("log")) {
    const { short, long, actions } = await measureLongLog(stage);
    const ratio = long.task / short.task;
    console.log("| a message among | script | style and layout | all |\n| --- | ---: | ---: | ---: |");
    console.log(`| 50 rows | ${ms(short.script)} | ${ms(short.layout)} | ${ms(short.task)} |`);
    console.log(`| ${LONG} rows | ${ms(long.script)} | ${ms(long.layout)} | ${ms(long.task)} |`);
    console.log(`\nratio ${ratio.toFixed(2)}, at most ${GOAL}: ${ratio <= GOAL ? "met" : "**not met**"}\n`);
    console.log(`| longest task over ${LONG_TASK} ms | 50 rows | ${LONG} rows |\n| --- | ---: | ---: |`);
    for (const [name, tasks] of actions)
      console.log(`| ${name} | ${tasks.map((task) => (task === 0 ? "none" : ms(task))).join(" | ")} |`);
  }
  if (values.only.includes("many")) {
    console.log("\n| messages seen | heap | nodes |\n| --- | ---: | ---: |");
    for (const [count, { heap, nodes }] of await measureMany(stage))
      console.log(`| ${count} | ${mib(heap)} | ${nodes} |`);
  }
  if (values.only.includes("unseen")) {
    const { heap, nodes, task, draws, seconds } = await measureUnseen(stage);
    console.log(
      `\n${UNSEEN} unseen in ${seconds.toFixed(1)} s: ${draws} draws, ${ms(task)} of the main thread,`,
    );
    console.log(`${mib(heap)}, ${nodes} nodes`);
  }
  if (values.only.includes("paint")) {
    const pages = await measureFirstPaint(stage, values["hack-chat"]);
    console.log("\n| on a slow phone | first paint | all there | bytes |\n| --- | ---: | ---: | ---: |");
    for (const { name, paint, ready, bytes } of pages)
      console.log(`| ${name} | ${paint.toFixed(0)} ms | ${ready.toFixed(0)} ms | ${bytes} |`);
  }
} finally {
  await stage.close();
}
