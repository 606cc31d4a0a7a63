import { setTimeout as sleep } from "node:timers/promises";
import type { Browser, Page } from "playwright-core";
import { median } from "../report/measurement.ts";
import { enter, type Stage, shown } from "./stage.ts";
import { lines, Talker } from "./talker.ts";
import { Watch, type Work } from "./work.ts";

/** Rows that are compared: as many as somebody sees, and as many as a page keeps. */
const SHORT = 50;
export const LONG = 5_000;
const ROUNDS = 7;
/** Messages of a round, and milliseconds between two: each is drawn by itself. */
const MESSAGES = 20;
const PAUSE = 60;

type Cost = Pick<Work, "task" | "script" | "layout">;

export interface LongLog {
  /** Milliseconds of the main thread for a message, by the rows that are there already. */
  short: Cost;
  long: Cost;
  /** The longest task of more than 50 ms that other things took, in both; 0 where there was none. */
  actions: ReadonlyMap<string, readonly [short: number, long: number]>;
}

/** What a message costs in a short log and in a long one, in turn; and what else happens in a long one. */
export async function measureLongLog({ browser, url }: Stage): Promise<LongLog> {
  const logs = [await fillLog(browser, url, SHORT), await fillLog(browser, url, LONG)];
  for (let round = 0; round <= ROUNDS; round++) for (const log of logs) await log.round();
  const [short, long] = logs;
  if (short === undefined || long === undefined) throw new Error("Nothing was measured.");
  const inShort = await measureActions(short, url);
  const inLong = await measureActions(long, url);
  const actions = new Map([...inLong].map(([name, task]) => [name, [inShort.get(name) ?? 0, task] as const]));
  for (const { page } of logs) await page.context().close();
  // The first round warms up.
  return { short: middle(short.costs.slice(1)), long: middle(long.costs.slice(1)), actions };
}

/** A page with so many rows, and what a round of messages costs it. */
async function fillLog(browser: Browser, url: URL, rows: number) {
  const room = `rows-${rows}`;
  const talker = await Talker.join(url, room, "bob");
  const page = await enter(browser, url, room);
  for (let from = 1; from <= rows; from += 100) await talker.say(...lines(from, Math.min(100, rows)));
  await talker.say("all is said");
  await shown(page, "all is said");
  console.error(`${rows} rows are there`);
  const watch = await Watch.of(page);
  const costs: Cost[] = [];
  let said = 0;
  const round = async () => {
    await page.bringToFront();
    const cost = await watch.during(async () => {
      for (let each = 0; each < MESSAGES; each++) {
        await talker.say(`message ${++said}`);
        await sleep(PAUSE);
      }
      await shown(page, `message ${said}`);
    });
    costs.push(cost);
    console.error(`${rows} rows: ${(cost.task / MESSAGES).toFixed(1)} ms a message`);
  };
  return { page, room, round, costs };
}

function middle(costs: readonly Cost[]): Cost {
  const of = (which: keyof Cost) => median(costs.map((cost) => cost[which])) / MESSAGES;
  return { task: of("task"), script: of("script"), layout: of("layout") };
}

/** Each of them several times, and the longest task of more than 50 ms that it took; 0 where there was none. */
async function measureActions(
  { page, room }: { page: Page; room: string },
  url: URL,
): Promise<ReadonlyMap<string, number>> {
  const longest = new Map<string, number>();
  await page.bringToFront();
  await page.evaluate(WATCH_LONG_TASKS);
  const measure = async (name: string, act: () => Promise<unknown>) => {
    for (let time = 0; time < TIMES; time++) await act();
    longest.set(name, await page.evaluate<number>(LONGEST_TASK));
  };
  let guests = 0;
  await measure("somebody comes and goes", async () => {
    const nick = `guest${"abcdefghij".charAt(guests++)}`;
    const guest = await Talker.join(url, room, nick);
    await shown(page, `${nick} joined`);
    await guest.leave();
    await shown(page, `${nick} left`);
  });
  let y = 200;
  await measure("the mouse over another message", () => {
    y += 40;
    return page.mouse.move(500, y);
  });
  await page.locator("textarea").focus();
  await measure("a key in the composer", () => page.keyboard.press("x"));
  return longest;
}

const TIMES = 10;

const WATCH_LONG_TASKS = `
  window.longTasks = [];
  window.longTaskObserver = new PerformanceObserver((list) => window.longTasks.push(...list.getEntries()));
  window.longTaskObserver.observe({ type: "longtask" });
`;

/** Since the last time, once all is drawn. */
const LONGEST_TASK = `new Promise((done) => requestAnimationFrame(() => setTimeout(() => {
  const tasks = [...window.longTasks.splice(0), ...window.longTaskObserver.takeRecords()];
  done(Math.max(0, ...tasks.map(({ duration }) => duration)));
}, 100)))`;
