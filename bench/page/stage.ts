import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Browser, Page } from "playwright-core";
import { MANY_ROOMS } from "../../scripts/box/server.ts";
import { startLocalServer } from "../../scripts/local-server.ts";
import { CHROMIUM, launchChromium } from "../../test/support/browser-launch.ts";

/** Days and minutes in which everything may be written. */
const ANY_TALK = {
  ...MANY_ROOMS,
  ROOM_MESSAGES_PER_DAY: "1000000000",
  ADDRESS_MESSAGES_PER_DAY: "1000000000",
  HISTORY_MESSAGES: "100000",
  MESSAGE_BURST: "100000",
  MESSAGES_PER_SECOND: "100000",
};

/** A server and a browser. */
export interface Stage {
  url: URL;
  browser: Browser;
  close(): Promise<void>;
}

export async function openStage(): Promise<Stage> {
  if (CHROMIUM === undefined) throw new Error("There is no Chromium here: set CHROMIUM to one.");
  const data = mkdtempSync(join(tmpdir(), "papo-bench-"));
  const server = await startLocalServer({ host: "127.0.0.1", port: 0, data, vars: ANY_TALK });
  const browser = await launchChromium(CHROMIUM);
  return {
    url: server.url,
    browser,
    async close() {
      await browser.close();
      await server.stop();
      rmSync(data, { recursive: true, force: true });
    },
  };
}

/** Comes into a room as somebody new, in a browser of their own: whoever has been in more rooms is connected to all of them. */
export async function enter(browser: Browser, url: URL, room: string): Promise<Page> {
  const context = await browser.newContext({ viewport: { width: 1_280, height: 800 } });
  const page = await context.newPage();
  // Only the one in front is drawn.
  await page.bringToFront();
  await page.goto(new URL(room, url).href);
  await page.getByLabel("Your nickname").fill(`ana${String.fromCharCode(97 + entered++)}`);
  await page.getByRole("button", { name: "Join", exact: true }).click();
  await page.locator(".log[aria-busy=false]").waitFor();
  return page;
}

let entered = 0;

/** Resolves once the newest line has a text, and is drawn. Whoever looked for it everywhere would measure themselves. */
export async function shown(page: Page, text: string): Promise<void> {
  await page.evaluate(`(${LOOK})(${JSON.stringify(text)})`);
}

/** In the page. */
const LOOK = `(wanted) => new Promise((done) => {
  const look = () => {
    const newest = [...document.querySelectorAll(".block")].at(-1)?.lastElementChild;
    if (newest?.textContent.includes(wanted)) requestAnimationFrame(() => setTimeout(done));
    else requestAnimationFrame(look);
  };
  look();
})`;
