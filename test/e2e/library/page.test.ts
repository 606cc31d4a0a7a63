import { once } from "node:events";
import { readFileSync } from "node:fs";
import { createServer } from "node:http";
import { join } from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { HEADLESS, launchChromium } from "../../support/browser-launch.ts";
import { TestServer } from "../../support/server.ts";
import { programFolder } from "./package.ts";

const ADMIN = "an-admin-token-of-the-tests";

/** What a page of somebody else's does: what came of it, as plain values. */
const SCRIPT = (room: string, invitation: string) => `(async () => {
  const { isProblem, joinRoom, PapoError } = await import("/browser.mjs");
  const refused = await joinRoom("${room}", { nick: "ana" }).catch((error) => error);
  if (refused.code === "offline") return [refused.code];
  const ana = await joinRoom("${invitation}", { nick: "ana" });
  const bob = await joinRoom("${invitation}", { nick: "bob", bot: true });
  const heard = new Promise((resolve) => ana.on("message", resolve));
  const said = await bob.say("oi");
  const { nick, text, bot } = await heard;
  const people = ana.members.length;
  const forbidden = await bob.setTopic("news");
  await bob.leave();
  const ended = await bob.ended;
  return [refused instanceof PapoError, refused.code, isProblem(said), nick, text, bot, people, forbidden.code, ended];
})()`;

/** A page of another origin, which has the package's files beside it. */
async function otherSite(): Promise<number> {
  const folder = join(await programFolder(new Map()), "node_modules/papo/library");
  const site = createServer(({ url = "/" }, response) => {
    const isScript = /^\/\w+\.mjs$/.test(url);
    response.setHeader("Content-Type", isScript ? "text/javascript" : "text/html");
    response.end(isScript ? readFileSync(join(folder, url)) : "<!doctype html><title>Another site</title>");
  }).listen(0, "127.0.0.1");
  onTestFinished(() => void site.close());
  await once(site, "listening");
  return Number(Object(site.address()).port);
}

test.skipIf(HEADLESS === undefined)(
  "a page of another origin that is allowed talks, and no other does",
  async () => {
    const port = await otherSite();
    const server = await TestServer.start({
      ...{
        DOOR: "invited",
        ADMIN_TOKEN: ADMIN,
        PASS_SECRET: "a secret that signs the passes of these tests",
      },
      ALLOWED_ORIGINS: `http://127.0.0.1:${port}`,
    });
    onTestFinished(() => server.stop());
    const made = await fetch(new URL("/api/passes", server.url), {
      method: "POST",
      headers: { "Papo-Admin": ADMIN, "Content-Type": "application/json" },
      body: JSON.stringify({ days: 7, rooms: ["lobby"], make: true }),
    });
    const { link } = Object(await made.json());
    const browser = await launchChromium(HEADLESS ?? "");
    onTestFinished(() => browser.close());
    const page = await browser.newPage();
    const script = SCRIPT(new URL("lobby", server.url).href, link);
    await page.goto(`http://127.0.0.1:${port}/`);
    const told = await page.evaluate(script);
    expect(told).toEqual([...[true, "no_pass", false, "bob", "oi", true, 2], ...["forbidden", undefined]]);
    await page.goto(`http://localhost:${port}/`);
    const refused = await page.evaluate(script);
    expect(refused).toEqual(["offline"]);
  },
);
