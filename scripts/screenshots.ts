import { mkdir, mkdtemp, rm, stat } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Browser, BrowserContextOptions, Page } from "playwright-core";
import { CHROMIUM, launchChromium } from "../test/support/browser-launch.ts";
import { buildAll, ROOT } from "./bundles.ts";
import { startLocalServer } from "./local-server.ts";
import { PicturedTerminal } from "./pictured-terminal.ts";

// Makes the pictures of docs/ again: `npm run pictures`.

const ROOM = "lobby";
const MOST_BYTES = 200_000;
/** Who they are, so that their colours stay the same from one picture to the next. */
const TOKENS: Readonly<Record<string, string>> = {
  ana: "ana-in-the-pictures-12--",
  bob: "bob-in-the-pictures-01--",
};

if (CHROMIUM === undefined) throw new Error("There is no Chromium here; set CHROMIUM to one.");
await buildAll();
await mkdir(`${ROOT}docs/pictures`, { recursive: true });
const data = await mkdtemp(join(tmpdir(), "papo-pictures-"));
const server = await startLocalServer({ host: "127.0.0.1", port: 0, data });
const browser = await launchChromium(CHROMIUM);
try {
  await takePictures(browser, new URL(ROOM, server.url));
} finally {
  await browser.close();
  await server.stop();
  await rm(data, { recursive: true, force: true });
}

async function takePictures(browser: Browser, url: URL): Promise<void> {
  const open = async (options: BrowserContextOptions, token?: string): Promise<Page> => {
    const still = { viewport: { width: 1280, height: 800 }, reducedMotion: "reduce" } as const;
    const context = await browser.newContext({ ...still, ...options });
    if (token) await context.addInitScript(`localStorage.setItem("papo:token:${ROOM}", "${token}")`);
    return context.newPage();
  };
  const join = async (page: Page, nick: string, room = ROOM): Promise<Page> => {
    await page.goto(new URL(room, url).href);
    const field = page.getByLabel("Your nickname");
    const log = page.locator(".log[aria-busy=false]");
    await field.or(log).waitFor();
    // Who has a token and a nickname is not asked.
    if (await field.isVisible()) {
      await field.fill(nick);
      await page.getByRole("button", { name: "Join", exact: true }).click();
    }
    await log.waitFor();
    return page;
  };

  const ana = await open({}, TOKENS.ana);
  const bob = await open({}, TOKENS.bob);
  for (const room of ["design", "deploy"]) {
    await join(ana, "ana", room);
    await join(bob, "bob", room);
  }
  await join(ana, "ana");
  await say(bob, "@ana it is out: 1.0 runs everywhere");
  await ana.getByRole("link", { name: "deploy, 1 unread, 1 mention" }).waitFor();
  await join(bob, "bob");
  const terminal = new PicturedTerminal([`${ROOT}dist/papo.js`, url.href, "--nick", "carol"], data);
  await ana.getByText("carol joined").waitFor();
  await talk({ ana, bob, carol: (text) => terminal.type(`${text}\r`) });
  terminal.type("I'll bring the ");
  await terminal.shows("bring the");
  const picture = await browser.newPage({ viewport: { width: 860, height: 560 }, deviceScaleFactor: 1.5 });
  await picture.setContent(terminal.html());
  await savePage(picture, "terminal", "main");

  await ana.mouse.move(0, 0);
  await savePage(ana, "browser-light");
  await ana.emulateMedia({ colorScheme: "dark" });
  await savePage(ana, "browser-dark");
  const storageState = await ana.context().storageState();
  const phone = await open({
    storageState,
    viewport: { width: 360, height: 640 },
    isMobile: true,
    hasTouch: true,
  });
  await phone.goto(url.href);
  await phone.getByText("See you at four").waitFor();
  await phone.getByRole("button", { name: /^Rooms/ }).waitFor();
  await savePage(phone, "phone");
  await phone.getByRole("button", { name: /^Rooms/ }).tap();
  await phone.locator(".rooms.open .entry").first().waitFor();
  await savePage(phone, "phone-rooms");

  await ana.emulateMedia({ colorScheme: "light" });
  await disorder(ana, await join(await open({}), "winner77"));
  await savePage(ana, "order");
  terminal.end();
}

async function say(page: Page, text: string): Promise<void> {
  await page.locator("textarea").fill(text);
  await page.locator("textarea").press("Enter");
}

/** Somebody advertises, and a mod is about to tidy up. */
async function disorder(mod: Page, stranger: Page): Promise<void> {
  for (const text of ["Cheap watches!", "Cheap watches, today only!", "Who wants a cheap watch?"]) {
    await say(stranger, text);
    await mod.locator("article", { hasText: text }).last().waitFor();
  }
  await mod.locator("article", { hasText: "Who wants" }).hover();
  await mod.getByRole("button", { name: "Delete several…" }).click();
  await mod.getByRole("button", { name: "Pick all" }).click();
  await mod.mouse.move(0, 0);
}

interface Cast {
  ana: Page;
  bob: Page;
  carol(text: string): void;
}

/** A short talk with a little of everything, one after the other. */
async function talk({ ana, bob, carol }: Cast): Promise<void> {
  const heard = (text: string) => ana.locator("article:not(.outgoing)", { hasText: text }).last().waitFor();
  await say(ana, "/topic Release 1.0: notes, checks and cake");
  await ana.locator(".topic").waitFor();
  await say(
    ana,
    "Morning! The release notes are at https://example.org/notes. Could you have a look before noon?",
  );
  await heard("Morning!");
  await say(bob, "Reading them now");
  await heard("Reading them now");
  await say(bob, "Two things: `npm test` wants Node 22, and the table in section 3 is off by one");
  await heard("Two things");
  carol("ana: the second is mine. This should do it: `rows.slice(1)`");
  await heard("the second is mine");
  await say(
    ana,
    "Thanks! And for the changelog:\n```\nAdded    private rooms\nMended   the table in section 3\n```",
  );
  await heard("changelog");
  await say(bob, "+:tada:");
  await ana.locator(".reaction").waitFor();
  await say(ana, "/msg bob the cake is for carol, don't tell her");
  await heard("the cake is for");
  await bob.locator("article", { hasText: "Morning!" }).hover();
  await bob.locator("article", { hasText: "Morning!" }).getByRole("button", { name: "Reply" }).click();
  await bob.keyboard.type("Read it, ana: looks good to me");
  await bob.keyboard.press("Enter");
  await heard("looks good to me");
  await say(bob, "/me gets coffee");
  await heard("gets coffee");
  carol("See you at four");
  await heard("See you at four");
  for (const page of [ana, bob]) await say(page, "+:thumbsup:");
  await ana.locator(".reaction", { hasText: "2" }).waitFor();
}

/** Saves what a page shows. */
async function savePage(page: Page, name: string, selector?: string): Promise<void> {
  const path = `${ROOT}docs/pictures/${name}.png`;
  if (selector) await page.locator(selector).screenshot({ path });
  else await page.screenshot({ path });
  const { size } = await stat(path);
  if (size > MOST_BYTES) throw new Error(`${path} has ${size} bytes; ${MOST_BYTES} are allowed.`);
  console.log(`docs/pictures/${name}.png  ${(size / 1_024).toFixed(0)} KiB`);
}
