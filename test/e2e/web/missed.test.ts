import type { Page } from "playwright-core";
import { expect, test } from "vitest";
import { describeInBrowser, drawn } from "../../support/browser.ts";
import { SocketWire } from "../../support/wire-ws.ts";

/** What stands right behind the line above the first unread message. */
function firstUnread(page: Page): Promise<string> {
  return page
    .locator(".line.unread")
    .evaluate((line) => line.nextElementSibling.querySelector(".text").textContent);
}

describeInBrowser("where somebody stopped", (house) => {
  async function talker(room: string) {
    const { wire } = await SocketWire.join(house.server.url, room, { nick: "bob" });
    let cid = 0;
    return async (...texts: string[]) => {
      wire.send(...texts.map((text) => ({ type: "say" as const, cid: ++cid, text })));
      await wire.when(({ events }) => events.some((event) => event.type === "stored" && event.cid === cid));
    };
  }

  const lines = (from: number, to: number) =>
    Array.from({ length: to - from + 1 }, (_, index) => `line ${from + index}`);

  test("of 300 missed messages all are counted, and the room opens at the first", async () => {
    const talk = await talker("away");
    await talk(...lines(1, 10));
    const page = await house.join("ana", "away");
    await page.getByText("line 10", { exact: true }).waitFor();
    await drawn(page);
    await page.goto("about:blank");
    await talk(...lines(11, 310));
    await page.goto("/away");
    const toNewest = page.locator(".pill");
    await toNewest.getByText("300 new messages").waitFor();
    const toTop = async () => {
      const log = await page.getByRole("log").boundingBox();
      const line = await page.locator(".line.unread").boundingBox();
      return Math.abs((line?.y ?? 0) - (log?.y ?? 0));
    };
    await expect.poll(toTop).toBeLessThanOrEqual(2);
    await expect.poll(() => firstUnread(page)).toBe("line 11");
    await expect.poll(() => page.title()).toBe("(99+) away");
    // Loading the page anew is no reading.
    await page.reload();
    await toNewest.getByText("300 new messages").waitFor();
    await expect.poll(() => firstUnread(page)).toBe("line 11");
    // To go on is to have read what has gone by.
    await page.getByRole("log").evaluate((log) => log.scrollBy(0, 2_000));
    await toNewest.getByText("300 new messages").waitFor({ state: "detached" });
    const left = await toNewest.textContent();
    await expect.poll(() => firstUnread(page)).toBe("line 11");
    await page.reload();
    await toNewest.getByText(left ?? "").waitFor();
    await expect.poll(() => firstUnread(page)).not.toBe("line 11");
    // The way back to the newest goes away with its click, and stays away.
    await toNewest.click();
    await toNewest.waitFor({ state: "detached" });
    await page.getByText("line 310", { exact: true }).waitFor();
    await drawn(page);
    await expect.poll(() => toNewest.count()).toBe(0);
    // What was read once is read, and a few that are new are at the end.
    await page.goto("about:blank");
    await talk("line 311");
    await page.goto("/away");
    await page.getByText("line 311", { exact: true }).waitFor();
    await expect.poll(() => firstUnread(page)).toBe("line 311");
    await expect.poll(() => toNewest.count()).toBe(0);
  });

  test("more than is fetched by itself is said to be more, and its beginning is found", async () => {
    const talk = await talker("long");
    await talk("line 0");
    const page = await house.join("ana", "long");
    await page.getByText("line 0", { exact: true }).waitFor();
    await drawn(page);
    await page.goto("about:blank");
    for (let from = 1; from <= 1_400; from += 100) await talk(...lines(from, from + 99));
    await talk("ana, are you there?", ...lines(1_402, 1_500));
    await page.goto("/long");
    const bar = page.locator(".missed");
    await bar.getByText(/^More than 1050 new messages/).waitFor();
    await expect.poll(() => page.locator(".line.unread").count()).toBe(0);
    await bar.getByRole("button", { name: "1 for you" }).click();
    await page.locator(".row.called:focus").waitFor();
    await bar.getByRole("button", { name: "Go to the first" }).click();
    await page.locator('[data-key="m2"]:focus').waitFor();
    await expect.poll(() => firstUnread(page)).toBe("line 1");
    // Whoever has come to the first needs no way there.
    await bar.waitFor({ state: "detached" });
  });

  test("tabs share what was read and who is ignored, and do not undo each other", async () => {
    const talk = await talker("tabs");
    await talk("one");
    const first = await house.join("ana", "tabs");
    await first.getByText("one", { exact: true }).waitFor();
    const second = await first.context().newPage();
    await second.goto("/tabs");
    await second.locator(".log[aria-busy=false]").waitFor();
    await first.evaluate("Object.defineProperty(document, 'hidden', { value: true, configurable: true })");
    await first.evaluate("document.dispatchEvent(new Event('visibilitychange'))");
    await talk("two", "three");
    // The one in sight has read it for both.
    await second.getByText("three", { exact: true }).waitFor();
    await first.getByText("three", { exact: true }).waitFor({ state: "attached" });
    await expect.poll(() => first.title()).toBe("tabs");
    await second.locator("summary", { hasText: "bob" }).click();
    await second.getByRole("button", { name: "Ignore" }).click();
    await first.getByText("three", { exact: true }).waitFor({ state: "detached" });
    await talk("four");
    const { wire } = await SocketWire.join(house.server.url, "tabs", { nick: "cleo" });
    wire.send({ type: "say", cid: 1, text: "from cleo" });
    for (const page of [first, second]) {
      await page.getByText("from cleo").waitFor({ state: "attached" });
      await expect.poll(() => page.getByText("four", { exact: true }).count()).toBe(0);
    }
  });

  test("a hidden page follows its end, and shown again it begins at the first unread, where that is out of sight", async () => {
    const talk = await talker("hidden");
    await talk(...lines(1, 5));
    const page = await house.join("ana", "hidden");
    const show = async (hidden: boolean) => {
      await page.evaluate(
        `Object.defineProperty(document, 'hidden', { value: ${hidden}, configurable: true })`,
      );
      await page.evaluate("document.dispatchEvent(new Event('visibilitychange'))");
    };
    for (const round of [1, 2, 3]) {
      await show(true);
      await talk(...lines(1, 90).map((line) => `${line} ${"word ".repeat(60)}`), `end of ${round}`);
      await page.getByText(`end of ${round}`).waitFor({ state: "attached" });
      await show(false);
      const line = page.locator(".line.unread");
      await expect
        .poll(() =>
          line.evaluate((each) => each.getBoundingClientRect().top - each.closest(".log").offsetTop),
        )
        .toBeLessThan(80);
      await expect
        .poll(() => line.evaluate((each) => each.nextElementSibling.textContent))
        .toContain("line 1 ");
      await expect.poll(() => page.title()).toBe("(91) hidden");
      await page.locator(".pill", { hasText: "91 new messages" }).click();
      await page.locator(".pill").waitFor({ state: "detached" });
      await drawn(page);
      const toEnd = await page
        .getByRole("log")
        .evaluate((log) => log.scrollHeight - log.clientHeight - log.scrollTop);
      expect(toEnd).toBeLessThanOrEqual(1);
      await expect.poll(() => page.title()).toBe("hidden");
    }
    // A few are in sight at the end, and read there.
    await show(true);
    await talk("the last");
    await page.getByText("the last").waitFor({ state: "attached" });
    await show(false);
    await expect.poll(() => page.title()).toBe("hidden");
    await expect.poll(() => page.locator(".pill").count()).toBe(0);
  });
});
