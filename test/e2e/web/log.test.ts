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
    await expect
      .poll(() => log.evaluate((element) => element === element.ownerDocument.activeElement))
      .toBe(true);
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
    await expect.poll(() => log.evaluate((element) => element.seen)).toEqual(["true", "false"]);
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
    await expect.poll(() => toEnd(page)).toBeLessThanOrEqual(1);
    await talk("at the end");
    await page.getByText("at the end").waitFor();
    await expect.poll(() => toEnd(page)).toBeLessThanOrEqual(1);
    // Within 30 pixels still counts as the end.
    await page.getByRole("log").evaluate((log) => log.scrollBy(0, -25));
    await drawn(page);
    await talk("still at the end");
    await page.getByText("still at the end").waitFor();
    await expect.poll(() => toEnd(page)).toBeLessThanOrEqual(1);

    await page.getByRole("log").evaluate((log) => log.scrollBy(0, -500));
    await page.locator(".pill").waitFor();
    const before = await topOf(page, "m40");
    await talk("first unseen", "second unseen", "third unseen");
    await page.getByRole("button", { name: "3 new messages" }).waitFor();
    await expect.poll(() => topOf(page, "m40")).toBe(before);

    await say(page, "my own");
    await page.locator("article", { hasText: "my own" }).waitFor();
    await page.locator(".pill").waitFor({ state: "detached" });
    await expect.poll(() => toEnd(page)).toBeLessThanOrEqual(1);
  });

  test("keeps what is read in its place while older messages are put before it", async () => {
    await talker("older", 170);
    const page = await house.join("ana", "older");
    await expect.poll(() => page.locator(".row").count()).toBe(50);
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
    await expect.poll(() => page.locator(".row").count()).toBe(3);
    await expect.poll(() => page.locator(".row.head").count()).toBe(1);
    await expect.poll(() => page.locator(".row time[datetime]").count()).toBe(3);
    await page.evaluate("Object.defineProperty(document, 'hidden', { value: true, configurable: true })");
    await page.evaluate("document.dispatchEvent(new Event('visibilitychange'))");
    await talk("unseen");
    const line = page.locator(".line.unread");
    await line.waitFor();
    await expect
      .poll(() => line.evaluate((element) => element.nextElementSibling.textContent))
      .toContain("unseen");
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

  test("an address leads to a message, its link is copied from it, and opens it in place", async () => {
    const { wire, talk } = await talker("linked", 400);
    const page = await house.join("ana", "linked");
    await page.goto("about:blank");
    await page.goto("/linked#42");
    const target = page.locator('[data-key="m42"]');
    await page.locator('[data-key="m42"]:focus').waitFor();
    // With all around it.
    await expect.poll(() => page.locator('[data-key="m41"], [data-key="m43"]').count()).toBe(2);
    await target.hover();
    // What can be done with it covers nothing of it.
    const tools = await target.locator(".tools").boundingBox();
    const text = await target.locator(".text").boundingBox();
    expect((tools?.y ?? 0) + (tools?.height ?? 0)).toBeLessThanOrEqual((text?.y ?? 0) + 4);
    await page.evaluate("navigator.clipboard.writeText = async (text) => { window.copied = text; }");
    await target.getByRole("button", { name: "Copy link" }).click();
    await target.getByText("Copied", { exact: true }).waitFor();
    const link = new URL("/linked#42", house.server.url).href;
    await expect.poll(() => page.evaluate("window.copied")).toBe(link);
    // What covers the page and goes again leads nowhere anew.
    await page.locator(".pill").click();
    await page.locator(".pill").waitFor({ state: "detached" });
    await say(page, `see ${link}`);
    const own = page.locator("article.own", { hasText: link });
    await own.getByRole("link").click();
    await page.locator('[data-key="m42"]:focus').waitFor();
    expect(page.context().pages()).toHaveLength(1);
    // One that is gone is said to be.
    wire.send({ type: "delete", cid: 401, id: 7 });
    await talk();
    await say(page, `and ${new URL("/linked#4000", house.server.url).href}`);
    await page.locator("article.own", { hasText: "#4000" }).getByRole("link").click();
    await page.getByText("That message is no longer there.").waitFor();
  });

  test("shows emphasis, quotations and code as they were meant, and copies what was typed", async () => {
    const { talk } = await talker("looks", 0);
    const page = await house.join("ana", "looks");
    const text = "*so* _very_ ~old~ `x*y*`\n> said *ana*\n```ts\nlet a;\n```\n<b>no</b> snake_case_name";
    await talk(text);
    const shown = page.locator("article .text");
    await shown.locator("strong", { hasText: /^so$/ }).waitFor();
    await expect
      .poll(() => shown.evaluate((element) => element.innerHTML.replace(/ (dir|class|ref)="[^"]*"/g, "")))
      .toBe(
        "<strong>so</strong> <em>very</em> <s>old</s> <code>x*y*</code>\n" +
          '<blockquote>said <strong><mark>ana</mark></strong></blockquote><pre data-language="ts">let a;</pre>' +
          "&lt;b&gt;no&lt;/b&gt; snake_case_name",
      );
    await page.locator("article").hover();
    await page.evaluate("navigator.clipboard.writeText = async (text) => { window.copied = text; }");
    await page.locator("article").getByRole("button", { name: "Copy", exact: true }).click();
    await page.locator("article").getByText("Copied", { exact: true }).waitFor();
    await expect.poll(() => page.evaluate("window.copied")).toBe(text);
  });
});
