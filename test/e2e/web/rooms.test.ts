import type { Page } from "playwright-core";
import { expect, test } from "vitest";
import { ROOT } from "../../../scripts/bundles.ts";
import { describeInBrowser, say } from "../../support/browser.ts";
import { startPty } from "../../support/pty.ts";
import { SocketWire } from "../../support/wire-ws.ts";

/** Takes the page out of sight, as another tab in front of it would. */
async function hide(page: Page): Promise<void> {
  await page.evaluate("Object.defineProperty(document, 'hidden', { value: true, configurable: true })");
  await page.evaluate("document.dispatchEvent(new Event('visibilitychange'))");
}

describeInBrowser("rooms", (house) => {
  test("two browsers and a terminal talk", async () => {
    const ana = await house.join("ana", "trio");
    const bob = await house.join("bob", "trio");
    const terminal = startPty({
      command: process.execPath,
      args: [`${ROOT}dist/papo.js`, `${house.server.url}trio`, "--nick", "carol"],
    });
    await ana.getByText("carol joined").waitFor();
    await say(ana, "hello from a browser");
    await terminal.waitFor("hello from a browser");
    terminal.type("hello from a terminal\r");
    await ana.locator("article", { hasText: "hello from a terminal" }).waitFor();
    await bob.locator("article", { hasText: "hello from a terminal" }).waitFor();
    terminal.type("/close\r");
    await terminal.exit;
    await bob.getByText("carol left").waitFor();
  });

  test("the title counts, and a mention notifies only who has clicked for it", async () => {
    const ana = await house.join("ana", "title");
    // Allowed by a click, the page has its service worker tell; what that shows is tried where it is pushed to.
    await ana.evaluate(`{
      window.told = [];
      window.Notification = class { static permission = "granted"; static requestPermission = async () => "granted"; };
      const active = { postMessage: ({ news }) => news && told.push(news.nick + " in " + news.room + ": " + news.text) };
      Object.defineProperty(navigator.serviceWorker, "ready", { value: Promise.resolve({ active }) });
    }`);
    const { wire } = await SocketWire.join(house.server.url, "title", { nick: "bob" });
    await hide(ana);
    wire.send({ type: "say", cid: 1, text: "ana, unheard" });
    await expect.poll(() => ana.title()).toBe("(1) title");
    await expect.poll(() => ana.evaluate("told")).toEqual([]);
    await ana.getByRole("button", { name: "Settings" }).click();
    await ana.getByLabel("Notify me").check();
    wire.send({ type: "say", cid: 2, text: "nothing to you" }, { type: "say", cid: 3, text: "ana: look!" });
    await expect.poll(() => ana.title()).toBe("(3) title");
    await expect.poll(() => ana.evaluate("told")).toEqual(["bob in title: ana: look!"]);
    const manifest = await fetch(new URL("/manifest.webmanifest", house.server.url));
    expect(await manifest.json()).toMatchObject({ name: "papo", start_url: "/", display: "standalone" });
    for (const icon of ["/icon.svg", "/icon-192.png", "/icon-512.png"]) {
      const { headers } = await fetch(new URL(icon, house.server.url));
      expect(headers.get("Content-Type")).toMatch(/^image\//);
    }
  });

  test("the first page leads to a room or makes a private one; the nickname is remembered", async () => {
    const page = await house.open("/");
    await page.getByLabel("Your nickname").fill("ana");
    await page.getByLabel("Room").fill("Bad Room");
    await page.getByRole("button", { name: "Join" }).click();
    await page.locator("#room-note", { hasText: "A room's name has" }).waitFor();
    await page.getByRole("button", { name: "Make a private room" }).click();
    await page.getByRole("log").waitFor();
    expect(new URL(page.url()).pathname).toMatch(/^\/[a-z0-9]{26}$/);
    await page.getByText("npx http").first().waitFor();
    await page.goto("/");
    await expect.poll(() => page.getByLabel("Your nickname").inputValue()).toBe("ana");
  });

  test("a refused nickname is told beside its field, which keeps it", async () => {
    await house.join("ana", "names");
    const other = await house.open("/names");
    for (const [nick, why] of [
      ["ana", "Somebody else has that nickname."],
      ["x", "A nickname has at least 3"],
    ] as const) {
      await other.getByLabel("Your nickname").fill(nick);
      await other.getByRole("button", { name: "Join", exact: true }).click();
      await other.locator("#nick-note", { hasText: why }).waitFor();
      await other.locator("#nick:focus").waitFor();
      await expect.poll(() => other.getByLabel("Your nickname").inputValue()).toBe(nick);
    }
    await other.getByLabel("Your nickname").fill("bob");
    await other.getByRole("button", { name: "Join", exact: true }).click();
    await other.getByRole("log").waitFor();
  });

  test("the code of /link makes another browser the same person", async () => {
    const ana = await house.join("ana", "link");
    await say(ana, "/link");
    const code = ana.locator(".panel details[open] code");
    await code.waitFor();
    const other = await house.open("/link");
    await other.getByLabel("Your nickname").fill("whoever");
    await other.getByText("I'm already here as…").click();
    await other.getByLabel("Code of /link").fill("0000");
    await other.getByRole("button", { name: "Join", exact: true }).click();
    await other.locator("#code-note.error").waitFor();
    // Who has a code needs no nickname.
    await other.getByLabel("Your nickname").fill("");
    await other.getByLabel("Code of /link").fill(((await code.textContent()) ?? "").toUpperCase());
    await other.getByRole("button", { name: "Join", exact: true }).click();
    await other.getByRole("log").waitFor();
    await say(other, "it is me");
    await ana.locator("article.own", { hasText: "it is me" }).locator(".nick", { hasText: "ana" }).waitFor();
    await ana.getByRole("button", { name: "People, 1 here" }).waitFor();
  });

  test("two tabs stand side by side, a duplicated one too", async () => {
    const first = await house.join("ana", "tabs");
    const second = await first.context().newPage();
    // As a browser duplicates a tab: with a copy of its session storage.
    const kept = await first.evaluate("JSON.stringify({ ...sessionStorage })");
    await second.addInitScript(
      `for (const [key, value] of Object.entries(${kept})) sessionStorage.setItem(key, value);`,
    );
    await second.goto("/tabs");
    await second.getByRole("log").waitFor();
    await say(second, "from the second");
    await first.locator("article.own", { hasText: "from the second" }).waitFor();
    await say(first, "from the first");
    await second.locator("article.own", { hasText: "from the first" }).waitFor();
    await first.getByRole("button", { name: "People, 1 here" }).waitFor();
  });
});
