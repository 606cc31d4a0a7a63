import { chromium, type Page } from "playwright-core";
import { TestServer } from "./support/server.ts";
const ADMIN = "a".repeat(24);
const server = await TestServer.start({ DOOR: process.argv[2] ?? "invited", PASS_SECRET: "s".repeat(40), ADMIN_TOKEN: ADMIN, MESSAGE_BURST: "100000", MESSAGES_PER_SECOND: "10000" });
const base = server.url.href;
const browser = await chromium.launch({ executablePath: "/usr/bin/chromium", args: ["--no-sandbox"] });
const log = (...a: unknown[]) => console.log(...a);
const shots = async (p: Page, name: string, full = true) => {
  for (const [width, height] of full ? [[360, 640], [1440, 900]] as const : [[360, 640]] as const) for (const colorScheme of ["light", "dark"] as const) {
    await p.setViewportSize({ width, height }); await p.emulateMedia({ colorScheme }); await p.waitForTimeout(150);
    await p.screenshot({ path: `/tmp/shots/${name}-${width}-${colorScheme}.png` });
  }
  await p.setViewportSize({ width: 1440, height: 900 });
};
try {
  const r = await fetch(new URL("/api/passes", base), { method: "POST", headers: { "Papo-Admin": ADMIN, "content-type": "application/json" }, body: JSON.stringify({ days: 7, rooms: ["lobby"] }) });
  const { link } = (await r.json()) as any;
  const join = async (nick: string) => {
    const ctx = await browser.newContext({ baseURL: base, viewport: { width: 1440, height: 900 } });
    ctx.on("console", (m) => m.type() === "error" && log(nick, "console:", m.text()));
    ctx.on("weberror", (e) => log("ERR", e.error()));
    const p = await ctx.newPage();
    await p.goto(link);
    await p.getByLabel("Your nickname").fill(nick); await p.getByRole("button", { name: "Join", exact: true }).click();
    await p.getByRole("log").waitFor();
    await p.locator(".log[aria-busy=false]").waitFor();
    return p;
  };
  const ana = await join("ana");
  await shots(ana, "empty");
  await ana.getByRole("button", { name: "Invite people" }).first().click();
  await ana.waitForTimeout(600);
  await shots(ana, "invite");
  if (process.argv[2] === "open") { await ana.getByRole("button", { name: "Show it as" }).click(); await ana.waitForTimeout(500); await shots(ana, "invite-address"); await ana.getByText("With an invitation").click(); }
  await ana.getByRole("button", { name: "Make the link" }).click();
  await ana.locator(".made path").waitFor({timeout: 5000, state: "attached"});
  await ana.waitForTimeout(300);
  await shots(ana, "made");
  const bob = await join("bob"); const eve = await join("eve");
  await bob.getByRole("button", { name: "Invite people" }).first().click(); await bob.waitForTimeout(500); await shots(bob, "invite-member", false);
  for (const t of ["buy my things", "really, buy them", "cheap!"]) { await eve.locator("textarea").fill(t); await eve.locator("textarea").press("Enter"); }
  await ana.locator("article", { hasText: "cheap" }).hover();
  await ana.waitForTimeout(200); await shots(ana, "tools", false);
  await ana.locator("article", { hasText: "cheap" }).hover();
  await ana.getByRole("button", { name: "Ban who wrote this" }).click();
  await ana.waitForTimeout(300); await shots(ana, "ban");
  await ana.getByLabel("For how long").selectOption("168"); await ana.getByLabel("A reason").fill("Advertising"); await ana.getByLabel("Delete what").check();
  await ana.getByRole("button", { name: "Ban eve" }).click();
  await ana.waitForTimeout(800); await shots(ana, "bans");
  log("eve sees:", (await eve.locator("body").innerText()).slice(0, 400));
  await ana.getByRole("button", { name: "About this room" }).click(); await ana.waitForTimeout(300); await shots(ana, "about");
  await ana.getByRole("button", { name: "What was done to keep order?" }).click(); await ana.waitForTimeout(600); await shots(ana, "acts");
  log(await ana.locator(".panel").innerText());
} catch (e) { log(e); } finally { await browser.close(); log("server:", await server.end()); }
