import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Browser } from "playwright-core";
import { median } from "../report/measurement.ts";
import { enter, type Stage } from "./stage.ts";
import { serveFolder } from "./static-folder.ts";
import { lines, Talker } from "./talker.ts";

/** A slow phone: its processor a quarter as fast, 1.6 Mbit/s, 150 ms there and back. */
const CPU = 4;
const NETWORK = { offline: false, latency: 150, downloadThroughput: 200_000, uploadThroughput: 93_750 };
const PHONE = { viewport: { width: 360, height: 640 } };
const RUNS = 5;

export interface FirstPaint {
  name: string;
  /** Milliseconds until something is seen, and until all of it is there. */
  paint: number;
  ready: number;
  /** Bytes that came over the network. */
  bytes: number;
}

interface Visit {
  name: string;
  url: string;
  /** What stands there when all of it is. */
  ready: string;
  /** What the browser remembers of a person who was here before. */
  storage?: Awaited<ReturnType<Awaited<ReturnType<Browser["newContext"]>>["storageState"]>>;
}

const BARE = `<!doctype html><html lang="en"><meta charset="utf-8"><title>bare</title><p id="ready">Hello.</p></html>`;

/** How soon pages are seen on a slow phone, in turn; nothing of them is cached. `folder`: of hack.chat's page. */
export async function measureFirstPaint(
  { browser, url }: Stage,
  folder: string | undefined,
): Promise<FirstPaint[]> {
  const directory = await mkdtemp(join(tmpdir(), "papo-bench-"));
  await writeFile(join(directory, "index.html"), BARE);
  const bare = await serveFolder(directory);
  const other = folder === undefined ? undefined : await serveFolder(folder);
  const talker = await Talker.join(url, "first", "bob");
  await talker.say(...lines(1, 100));
  const known = await enter(browser, url, "first");
  const storage = await known.context().storageState();
  await known.context().close();
  const room = new URL("first", url).href;
  const visits: Visit[] = [
    { name: "a bare page", url: bare.url.href, ready: "#ready" },
    { name: "papo, who comes back: the room and 50 messages", url: room, ready: ".row", storage },
    { name: "papo, who is new: asked for a nickname", url: room, ready: "form" },
    ...(other
      ? [{ name: "hack.chat, its first page", url: other.url.href, ready: "#messages .message" }]
      : []),
  ];
  const found = visits.map(() => [] as FirstPaint[]);
  for (let run = 0; run < RUNS; run++) {
    for (const [index, visit] of visits.entries()) found[index]?.push(await visited(browser, visit));
  }
  bare.close();
  other?.close();
  await rm(directory, { recursive: true });
  return found.flatMap((runs) => {
    const of = (which: "paint" | "ready" | "bytes") => median(runs.map((run) => run[which]));
    return runs
      .slice(0, 1)
      .map(({ name }) => ({ name, paint: of("paint"), ready: of("ready"), bytes: of("bytes") }));
  });
}

async function visited(browser: Browser, { name, url, ready, storage }: Visit): Promise<FirstPaint> {
  const context = await browser.newContext({ ...PHONE, ...(storage && { storageState: storage }) });
  const page = await context.newPage();
  await page.bringToFront();
  const session = await context.newCDPSession(page);
  await session.send("Network.enable");
  await session.send("Network.emulateNetworkConditions", NETWORK);
  await session.send("Emulation.setCPUThrottlingRate", { rate: CPU });
  let bytes = 0;
  session.on("Network.loadingFinished", ({ encodedDataLength }) => {
    bytes += encodedDataLength;
  });
  await page.goto(url, { waitUntil: "commit" });
  await page.locator(ready).first().waitFor();
  const { paint, now } = await page.evaluate<{ paint: number; now: number }>(PAINTED);
  await context.close();
  return { name, paint, ready: now, bytes };
}

/** Since the page was asked for. */
const PAINTED = `new Promise((done) => {
  const now = performance.now();
  new PerformanceObserver((list) => {
    const [first] = list.getEntriesByName("first-contentful-paint");
    if (first) done({ paint: first.startTime, now: Math.max(now, first.startTime) });
  }).observe({ type: "paint", buffered: true });
})`;
