import { expect, test } from "vitest";
import { describeInBrowser, say } from "../../support/browser.ts";
import { SocketWire } from "../../support/wire-ws.ts";

/** What the page sends waits for `release()`, so that two people act at once. */
const HOLD =
  "{ const { send } = WebSocket.prototype; let held = []; window.release = () => { WebSocket.prototype.send = send; for (const go of held) go(); }; WebSocket.prototype.send = function (data) { held.push(() => send.call(this, data)); }; }";

describeInBrowser("offline", (house) => {
  test("what is written while the server is down waits, outlives a reload, and arrives once", async () => {
    const ana = await house.join("ana", "down");
    await say(ana, "before");
    await ana.locator("article.own", { hasText: "before" }).waitFor();
    await house.server.crash();
    await ana.getByRole("button", { name: /Try now/ }).waitFor();
    await say(ana, "first meanwhile");
    await say(ana, "second meanwhile");
    await ana.locator("article.waiting", { hasText: "second meanwhile" }).waitFor();
    await ana.locator("textarea").fill("half a thought");
    await house.server.start();
    ana.on("dialog", (dialog) => void dialog.accept());
    await ana.reload();
    await ana.locator("article.own", { hasText: "second meanwhile" }).waitFor();
    await ana.locator(".outgoing").first().waitFor({ state: "detached" });
    const texts = await ana.locator("article .text").allInnerTexts();
    expect(texts).toEqual(["before", "first meanwhile", "second meanwhile"]);
    await expect.poll(() => ana.locator("textarea").inputValue()).toBe("half a thought");
    const { welcome } = await SocketWire.join(house.server.url, "down", { nick: "bob" });
    expect(welcome.events.map((event) => event.type === "message" && event.text)).toEqual(texts);
  });

  test("comes back by itself, without a reload, and has missed nothing", async () => {
    const ana = await house.join("ana", "back");
    await say(ana, "before");
    await ana.locator("article.own", { hasText: "before" }).waitFor();
    await house.server.crash();
    await ana.getByRole("button", { name: /Try now/ }).waitFor();
    await say(ana, "meanwhile");
    await house.server.start();
    const { wire } = await SocketWire.join(house.server.url, "back", { nick: "bob" });
    wire.send({ type: "say", cid: 1, text: "missed" });
    await wire.next("stored");
    await ana
      .getByRole("button", { name: /Try now/ })
      .click({ timeout: 1_000 })
      .catch(() => {});
    await ana.locator("article:not(.outgoing)", { hasText: "meanwhile" }).waitFor();
    const texts = await ana.locator("article .text").allInnerTexts();
    expect(texts.toSorted()).toEqual(["before", "meanwhile", "missed"]);
  });

  test("what the room refuses stays with a reason and Retry, and is one message after it", async () => {
    const { wire } = await SocketWire.join(house.server.url, "refused", { nick: "bob" });
    const ana = await house.join("ana", "refused");
    await ana.locator("summary", { hasText: "bob" }).click();
    await ana.getByRole("button", { name: "Write privately" }).click();
    // It is not known here yet that bob leaves: both are on the way at once.
    await ana.locator("textarea").fill("are you there?");
    await ana.evaluate(HOLD);
    await ana.keyboard.press("Enter");
    wire.send({ type: "leave" });
    await ana.getByText("who is not here").waitFor();
    await ana.evaluate("release()");
    const failed = ana.locator("article.failed", { hasText: "are you there?" });
    await failed.getByText("Nobody here has that nickname.").waitFor();
    // It is still there after a reload, and can be sent once bob is back.
    await ana.reload();
    await failed.waitFor();
    const { wire: back } = await SocketWire.join(house.server.url, "refused", { nick: "bob" });
    await ana.getByText("who is not here").waitFor({ state: "detached" });
    await failed.getByRole("button", { name: "Retry" }).click();
    await ana.locator("article.private:not(.outgoing)", { hasText: "are you there?" }).waitFor();
    await expect.poll(() => failed.count()).toBe(0);
    await back.sync();
    expect(back.texts).toEqual(["are you there?"]);
  });

  test("what can't be sent as it is goes back into the field", async () => {
    const { wire } = await SocketWire.join(house.server.url, "revised", { nick: "bob" });
    wire.send({ type: "say", cid: 1, text: "a question" });
    const { id } = await wire.next("stored");
    const ana = await house.join("ana", "revised");
    await ana.locator("article", { hasText: "a question" }).hover();
    await ana.getByRole("button", { name: "Reply" }).click();
    await ana.locator("textarea").fill("//an answer");
    await ana.evaluate(HOLD);
    await ana.keyboard.press("Enter");
    await ana.locator("textarea").fill("and more");
    wire.send({ type: "delete", cid: 2, id: id ?? 0 });
    await ana.getByText("deleted").first().waitFor();
    await ana.evaluate("release()");
    const failed = ana.locator("article.failed", { hasText: "/an answer" });
    await failed.getByText("There is no such message.").waitFor();
    await failed.getByRole("button", { name: "Edit" }).click();
    await expect.poll(() => ana.locator("textarea").inputValue()).toBe("//an answer\nand more");
    await ana.keyboard.press("Enter");
    await ana.locator("article.own:not(.outgoing)", { hasText: "/an answer" }).waitFor();
    await expect.poll(() => failed.count()).toBe(0);
  });
});
