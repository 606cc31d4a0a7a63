import type { Browser, BrowserContext, BrowserContextOptions, Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, describe, expect, test } from "vitest";
import { CHROMIUM, HEADLESS, launchChromium } from "./browser-launch.ts";
import { TestServer } from "./server.ts";

/** One for all houses of a file. */
let browser: Promise<Browser> | undefined;
afterAll(async () => {
  await (await browser)?.close();
});

/** A server, and a browser that has never been there, for some tests of a file. */
export class House {
  /** What pages have complained of since the last test: errors, refused contents. */
  readonly complaints: string[] = [];
  readonly #contexts: BrowserContext[] = [];
  readonly #vars: Readonly<Record<string, string>>;
  #parts: { server: TestServer; browser: Browser } | undefined;

  constructor(vars: Readonly<Record<string, string>> = {}) {
    this.#vars = vars;
  }

  async build(executablePath: string): Promise<void> {
    browser ??= launchChromium(executablePath);
    const [server, launched] = await Promise.all([
      TestServer.start({
        MESSAGE_BURST: "1000000",
        MESSAGES_PER_SECOND: "1000000",
        NICK_HOLD_SECONDS: "5",
        ...this.#vars,
      }),
      browser,
    ]);
    this.#parts = { server, browser: launched };
  }

  async leave(): Promise<void> {
    await Promise.all(this.#contexts.splice(0).map((context) => context.close()));
  }

  async close(): Promise<void> {
    await this.#parts?.server.stop();
  }

  get server(): TestServer {
    if (!this.#parts) throw new Error("Nothing has been built yet");
    return this.#parts.server;
  }

  /** A page of a browser that has never been here. */
  async open(path: string, options: BrowserContextOptions = {}): Promise<Page> {
    if (!this.#parts) throw new Error("Nothing has been built yet");
    const context = await this.#parts.browser.newContext({
      baseURL: this.server.url.href,
      // It would fetch the whole page once more for each of them; who is about it says "allow".
      serviceWorkers: "block",
      ...options,
    });
    this.#contexts.push(context);
    context.on("page", (page) => {
      page.on("pageerror", (error) => this.complaints.push(String(error.stack)));
      page.on("console", (message) => {
        // A server that is gone is what some tests are about.
        const known = /ERR_CONNECTION|WebSocket|Failed to load resource/.test(message.text());
        if (message.type() === "error" && !known) this.complaints.push(message.text());
      });
    });
    const page = await context.newPage();
    await page.goto(path);
    return page;
  }

  /** Somebody new in a room, as they come: by its address, with a nickname. */
  async join(nick: string, room: string, options?: BrowserContextOptions): Promise<Page> {
    const page = await this.open(`/${room}`, options);
    await page.getByLabel("Your nickname").fill(nick);
    await page.getByRole("button", { name: "Join", exact: true }).click();
    await page.getByRole("log").waitFor();
    await page.locator(".log[aria-busy=false]").waitFor();
    await ready(page);
    return page;
  }
}

type DescribeHouse = (
  title: string,
  tests: (house: House) => void,
  vars?: Readonly<Record<string, string>>,
) => void;

function describeIn(path: string | undefined): DescribeHouse {
  return (title, tests, vars = {}) => {
    if (path === undefined) {
      test(title, ({ skip }) => skip("there is no Chromium here (set CHROMIUM to one)"));
      return;
    }
    describe(title, () => {
      const house = new House(vars);
      beforeAll(() => house.build(path));
      afterEach(async () => {
        await house.leave();
        expect(house.complaints.splice(0)).toEqual([]);
      });
      afterAll(() => house.close());
      tests(house);
    });
  };
}

/** Tests in a real browser, of a server with these settings; where there is none, one that is left out, and says why. */
export const describeInBrowser = describeIn(HEADLESS);

/** The same where pages may notify. */
export const describeInNotifyingBrowser = describeIn(CHROMIUM);

/** Resolves once a room's page has loaded what comes after the first sight of it: keys, tools, panels. */
export async function ready(page: Page): Promise<void> {
  await page.locator("textarea[aria-autocomplete]").waitFor({ state: "attached" });
}

/** Writes in the composer, and sends it. */
export async function say(page: Page, text: string): Promise<void> {
  await page.locator("textarea").fill(text);
  await page.locator("textarea").press("Enter");
}

/** Resolves once the page has drawn what it knows. */
export async function drawn(page: Page): Promise<void> {
  await page.evaluate("new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))");
}
