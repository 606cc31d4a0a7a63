import type { Page } from "playwright-core";
import { expect, onTestFinished, test } from "vitest";
import { describeInBrowser } from "../../support/browser.ts";
import { otherVersion } from "../../support/other-version.ts";
import { SocketWire } from "../../support/wire-ws.ts";

/** What this browser keeps of rooms. */
const keptIn = (page: Page) =>
  page.evaluate<string>(`indexedDB.databases().then((all) => new Promise((done) => {
    // To open what is not there would make it, without what is to be in it.
    if (!all.some(({ name }) => name === "papo-last")) done("");
    else indexedDB.open("papo-last").onsuccess = ({ target }) => {
      const all = target.result.transaction("rows").objectStore("rows").getAll();
      all.onsuccess = () => done(JSON.stringify(all.result));
    };
  }))`);

/** Resolves once this browser has the whole page, and a message of the room. */
async function keeps(page: Page, text: string): Promise<void> {
  await page.evaluate("navigator.serviceWorker.ready.then(() => {})");
  await expect.poll(() => page.evaluate("navigator.serviceWorker.controller?.state")).toBe("activated");
  await expect.poll(() => keptIn(page)).toContain(text);
}

const scriptOf = (page: Page) => page.locator('script[type="module"]').getAttribute("src");
const textsOf = (page: Page) => page.locator("article .text").allInnerTexts();

describeInBrowser("the page without a server, and with another version of it", (house) => {
  test("it opens with what was seen and begun, sends once what is written, and stays one version", async () => {
    // It takes a while, in a process of its own.
    const later = otherVersion();
    onTestFinished(async () => (await later).remove());
    const bob = { nick: "bob" };
    const { wire } = await SocketWire.join(house.server.url, "shell", bob);
    const ids: number[] = [];
    for (const [at, text] of ["to go", "to change", "to stay"].entries()) {
      wire.send({ type: "say", cid: at + 1, text });
      ids.push((await wire.next("stored")).id ?? 0);
    }
    const ana = await house.join("ana", "shell", { serviceWorkers: "allow" });
    ana.on("dialog", (dialog) => void dialog.accept());
    await keeps(ana, "to stay");
    await ana.locator("textarea").fill("half a thought");

    await house.server.crash();
    await ana.reload();
    await ana.getByText("Offline. What you write").waitFor();
    await ana.locator("article", { hasText: "to stay" }).waitFor();
    await expect.poll(() => textsOf(ana)).toEqual(["to go", "to change", "to stay"]);
    await expect.poll(() => ana.getByRole("log").getAttribute("aria-busy")).toBe("false");
    await ana.getByRole("link", { name: "shell" }).waitFor();
    await expect.poll(() => ana.locator("textarea").inputValue()).toBe("half a thought");
    await ana.locator("textarea").press("Enter");
    await ana.locator("article.waiting", { hasText: "half a thought" }).waitFor();
    const stays = await ana.locator("article", { hasText: "to stay" }).elementHandle();

    await house.server.start();
    const { wire: back } = await SocketWire.join(house.server.url, "shell", { ...bob, client: "two" });
    back.send({ type: "delete", cid: 1, id: ids[0] ?? 0 });
    back.send({ type: "edit", cid: 2, id: ids[1] ?? 0, text: "changed" });
    await back.next("edited");
    await ana
      .getByRole("button", { name: /Try now/ })
      .click({ timeout: 1_000 })
      .catch(() => {});
    await ana.locator("article:not(.outgoing)", { hasText: "half a thought" }).waitFor();
    await ana.locator("article", { hasText: "changed" }).waitFor();
    await ana.locator("article.deleted").waitFor();
    await expect
      .poll(() => textsOf(ana))
      .toEqual(["Deleted", "changed (edited)", "to stay", "half a thought"]);
    // What was on the page and is as it was has not been drawn anew.
    await expect.poll(() => stays?.evaluate((line) => line.isConnected)).toBe(true);
    const { welcome } = await SocketWire.join(house.server.url, "shell", { nick: "cleo" });
    const said = welcome.events.map((event) => (event.type === "message" ? event.text : undefined));
    expect(said.filter((text) => text === "half a thought")).toHaveLength(1);

    await ana.locator("textarea").fill("another thought");
    const old = await scriptOf(ana);
    const { bundle } = await later;
    await house.server.crash();
    house.server.bundle = bundle;
    await house.server.start();
    expect((await fetch(new URL(old ?? "", house.server.url))).status).toBe(404);
    // Nothing of this has been loaded yet.
    await ana.getByRole("button", { name: "Emoji", exact: true }).click();
    await ana.getByRole("gridcell").first().waitFor();
    await ana.keyboard.press("Escape");
    const tab = await ana.context().newPage();
    await tab.goto("/shell");
    await tab.locator(".log[aria-busy=false]").waitFor();
    await expect.poll(() => scriptOf(tab)).not.toBe(old);
    await tab.close();
    await ana.reload();
    await ana.locator(".log[aria-busy=false]").waitFor();
    await expect.poll(() => scriptOf(ana)).not.toBe(old);
    await expect.poll(() => ana.locator("textarea").inputValue()).toBe("another thought");

    // Who leaves keeps nothing here.
    await keeps(ana, "half a thought");
    await ana.getByRole("button", { name: "Arrange shell" }).click();
    await ana.getByRole("button", { name: "Leave", exact: true }).click();
    await expect.poll(() => keptIn(ana)).toBe("[]");
  });
});
