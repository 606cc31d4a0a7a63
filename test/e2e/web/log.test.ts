import type { Page } from "playwright-core";
import { expect, test } from "vitest";
import { describeInBrowser, drawn, say } from "../../support/browser.ts";
import { SocketWire } from "../../support/wire-ws.ts";

/** Pixels from the end of the log to what is in sight. */
function toEnd(page: Page): Promise<number> {
  return page.getByRole("log").evaluate((log) => log.scrollHeight - log.clientHeight - log.scrollTop);
}

function topOf(page: Page, key: string): Promise<number> {
  return page.locator(`[data-key="${key}"]`).evaluate((row) => row.getBoundingClientRect().top);
}

describeInBrowser("the log", (house) => {
  async function talker(room: string, count: number) {
    const { wire } = await SocketWire.join(house.server.url, room, { nick: "bob" });
    let cid = 0;
    const talk = async (...texts: string[]) => {
      wire.send(...texts.map((text) => ({ type: "say" as const, cid: ++cid, text })));
      await wire.when(({ events }) => events.some((event) => event.type === "stored" && event.cid === cid));
    };
    const texts = Array.from(
      { length: count },
      (_, index) => `line ${index + 1} ${"word ".repeat(index % 30)}`,
    );
    if (count > 0) await talk(...texts);
    return { wire, talk };
  }

  test("is a log with a name, reached by keyboard, busy while older messages come", async () => {
    await talker("busy", 120);
    const page = await house.join("ana", "busy");
    const log = page.getByRole("log", { name: "Messages in busy" });
    await log.focus();
    expect(await log.evaluate((element) => element === element.ownerDocument.activeElement)).toBe(true);
    await log.evaluate((element) => {
      const seen: string[] = [];
      const { MutationObserver } = element.ownerDocument.defaultView;
      new MutationObserver(() => seen.push(element.getAttribute("aria-busy"))).observe(element, {
        attributeFilter: ["aria-busy"],
      });
      element.seen = seen;
    });
    // Pressed from afar: to scroll there would load them, too, and may be quicker.
    await page.getByRole("button", { name: "Show older messages" }).dispatchEvent("click");
    await page.getByText("line 25 ").waitFor({ state: "attached" });
    expect(await log.evaluate((element) => element.seen)).toEqual(["true", "false"]);
  });

  test("a status of its own tells of the connection and of new messages", async () => {
    const { talk } = await talker("status", 60);
    const page = await house.join("ana", "status");
    const status = page.getByRole("status");
    await status.getByText("Connected.").waitFor({ state: "attached" });
    await page.getByRole("log").evaluate((log) => log.scrollBy(0, -600));
    await page.locator(".pill").waitFor();
    await talk("one", "two", "three");
    await status.getByText("3 new messages").waitFor({ state: "attached" });
  });

  test("stays at its end, stands still when scrolled up, counts, and jumps down for one's own", async () => {
    const { talk } = await talker("scroll", 60);
    const page = await house.join("ana", "scroll");
    expect(await toEnd(page)).toBeLessThanOrEqual(1);
    await talk("at the end");
    await page.getByText("at the end").waitFor();
    expect(await toEnd(page)).toBeLessThanOrEqual(1);
    // Within 30 pixels still counts as the end.
    await page.getByRole("log").evaluate((log) => log.scrollBy(0, -25));
    await drawn(page);
    await talk("still at the end");
    await page.getByText("still at the end").waitFor();
    expect(await toEnd(page)).toBeLessThanOrEqual(1);

    await page.getByRole("log").evaluate((log) => log.scrollBy(0, -500));
    await page.locator(".pill").waitFor();
    const before = await topOf(page, "m40");
    await talk("first unseen", "second unseen", "third unseen");
    await page.getByRole("button", { name: "3 new messages" }).waitFor();
    expect(await topOf(page, "m40")).toBe(before);

    await say(page, "my own");
    await page.locator("article", { hasText: "my own" }).waitFor();
    await page.locator(".pill").waitFor({ state: "detached" });
    expect(await toEnd(page)).toBeLessThanOrEqual(1);
  });

  test("keeps what is read in its place while older messages are put before it", async () => {
    await talker("older", 170);
    const page = await house.join("ana", "older");
    expect(await page.locator(".row").count()).toBe(50);
    const { key, top } = await page.getByRole("log").evaluate((log) => {
      log.scrollTop = 180;
      const edge = log.getBoundingClientRect().top;
      const rows = [...log.querySelectorAll(".row")];
      const row = rows.find((each) => each.getBoundingClientRect().top > edge);
      return { key: String(row?.dataset.key), top: Number(row?.getBoundingClientRect().top) };
    });
    await page.getByText("line 90 ").waitFor({ state: "attached" });
    await drawn(page);
    expect(Math.abs((await topOf(page, key)) - top)).toBeLessThanOrEqual(1);
  });

  test("shows dates, groups what one says within five minutes, and marks what is unread", async () => {
    const { wire, talk } = await talker("groups", 3);
    const page = await house.join("ana", "groups");
    await page.locator(".line time", { hasText: String(new Date().getFullYear()) }).waitFor();
    expect(await page.locator(".row").count()).toBe(3);
    expect(await page.locator(".row.head").count()).toBe(1);
    expect(await page.locator(".row time[datetime]").count()).toBe(3);
    await page.evaluate("Object.defineProperty(document, 'hidden', { value: true, configurable: true })");
    await page.evaluate("document.dispatchEvent(new Event('visibilitychange'))");
    await talk("unseen");
    const line = page.locator(".line.unread");
    await line.waitFor();
    expect(await line.evaluate((element) => element.nextElementSibling.textContent)).toContain("unseen");
    wire.close();
  });

  test("leads from a search and from a reply to messages far back, with their neighbours", async () => {
    const { wire, talk } = await talker("far", 400);
    const page = await house.join("ana", "far");
    await page.getByRole("button", { name: "Search" }).click();
    await page.getByLabel("Text").fill("LINE 42 ");
    await page.getByRole("button", { name: "Find" }).click();
    await page.locator(".found").click();
    await page.locator('[data-key="m42"]:focus').waitFor();
    wire.send({ type: "say", cid: 401, text: "about the seventh", re: 7 });
    await talk();
    await page.locator(".pill").click();
    await page.locator("article", { hasText: "about the seventh" }).getByRole("button").first().click();
    await page.locator('[data-key="m7"]:focus').waitFor();
  });
});
