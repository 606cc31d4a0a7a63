import { expect, test } from "vitest";
import { describeInBrowser, drawn, say } from "../../support/browser.ts";
import { SocketWire } from "../../support/wire-ws.ts";

const PHONE = { viewport: { width: 360, height: 640 }, hasTouch: true, isMobile: true };
/** What the page sends waits for `release()`. */
const HOLD =
  "{ const { send } = WebSocket.prototype; let held = []; window.release = () => { WebSocket.prototype.send = send; for (const go of held) go(); }; WebSocket.prototype.send = function (data) { held.push(() => send.call(this, data)); }; }";

describeInBrowser("manners", (house) => {
  test("on a phone, Back closes a panel before it leaves the room", async () => {
    const page = await house.open("/", PHONE);
    await page.goto("/back");
    await page.getByLabel("Your nickname").fill("ana");
    await page.getByRole("button", { name: "Join", exact: true }).tap();
    for (const panel of ["Search", "People"]) {
      await page.getByRole("button", { name: panel }).tap();
      await page.locator(".panel").waitFor();
      await page.goBack();
      await page.locator(".panel").waitFor({ state: "detached" });
      expect(new URL(page.url()).pathname).toBe("/back");
    }
    // Closed in another way, it leaves nothing behind.
    await page.getByRole("button", { name: "Search" }).tap();
    await page.getByRole("button", { name: "Close" }).tap();
    await page.locator(".panel").waitFor({ state: "detached" });
    await drawn(page);
    await page.goBack();
    expect(new URL(page.url()).pathname).toBe("/");
  });

  test("on a phone, Back leaves a room whose panel was open when the page was loaded anew, or that was gone back from", async () => {
    const page = await house.open("/", PHONE);
    await page.goto("/anew");
    await page.getByLabel("Your nickname").fill("ana");
    await page.getByRole("button", { name: "Join", exact: true }).tap();
    await page.getByRole("button", { name: "People" }).tap();
    await page.locator(".panel").waitFor();
    await page.reload();
    await page.getByRole("log").waitFor();
    await page.waitForFunction("history.state === null");
    await page.getByRole("button", { name: "People" }).tap();
    await page.locator(".panel").waitFor();
    await page.goBack();
    await page.locator(".panel").waitFor({ state: "detached" });
    // It goes forward, and passes by: two steps, which may be over before anybody asks.
    await page.evaluate(
      "new Promise((done) => { addEventListener('popstate', done, { once: true }); history.forward(); })",
    );
    await page.waitForFunction("history.state === null");
    await page.goBack();
    expect(new URL(page.url()).pathname).toBe("/");
  });

  test("a finger that touches a message presses none of the buttons that come up under it", async () => {
    const page = await house.join("ana", "touch", PHONE);
    await say(page, "mine");
    const row = page.locator("article.own:not(.outgoing)");
    await row.waitFor();
    const box = await row.boundingBox();
    for (let x = 170; x < 350; x += 20) {
      await page.touchscreen.tap(x, (box?.y ?? 0) + (box?.height ?? 0) / 2);
      await page.locator(".tools").waitFor();
      await drawn(page);
      await expect.poll(() => page.locator(".context, .tools .danger, .said").count()).toBe(0);
      await page.locator("textarea").tap();
      await page.touchscreen.tap(180, 120);
      await page.locator(".tools").waitFor({ state: "detached" });
    }
  });

  test("a finger has 44 pixels for everything", async () => {
    const { wire } = await SocketWire.join(house.server.url, "fingers", { nick: "bob" });
    wire.send({ type: "say", cid: 1, text: "hello" }, { type: "say", cid: 2, text: "again", re: 1 });
    await wire.next("stored");
    const home = await house.open("/", PHONE);
    const page = await house.join("ana", "fingers", PHONE);
    await page.locator("article").last().tap();
    const small =
      "button, summary, select, textarea, input:not([type=checkbox], [type=radio]), label.switch, .logo, a.quiet";
    const look = async (where: typeof page) => {
      const found = await where.locator(small).evaluateAll((elements) =>
        elements
          .map((element) => ({ html: element.outerHTML, box: element.getBoundingClientRect() }))
          .filter(({ box }) => box.width > 0 && Math.min(box.width, box.height) < 44)
          .map(({ html }) => html),
      );
      expect(found).toEqual([]);
    };
    await look(home);
    await look(page);
    // From the header; to invite, from the list of people.
    for (const panels of [["Search"], ["Settings"], ["People"], ["People", "Bring somebody"]]) {
      for (const panel of panels) await page.getByRole("button", { name: panel }).tap();
      await page.locator(".panel-body :is(button, summary)").first().waitFor();
      await look(page);
      await page.getByRole("button", { name: "Close" }).tap();
      await page.locator(".panel").waitFor({ state: "detached" });
      await drawn(page);
    }
  });

  test("what is on its way stands as it will stand", async () => {
    const page = await house.join("ana", "way");
    await say(page, "before");
    await page.locator("article.own", { hasText: "before" }).waitFor();
    for (const text of ["`code` and\n```\na block\n```\nand more", "/me waves", "🎉", "plain"]) {
      await page.evaluate(HOLD);
      await say(page, text);
      const row = page.locator("article").last();
      await page.locator("article.outgoing").waitFor();
      const shown = await row.locator(".body").evaluate((body) => ({
        html: body.querySelector(".text").innerHTML,
        height: body.getBoundingClientRect().height,
        top: body.closest("article").getBoundingClientRect().top,
      }));
      await page.evaluate("release()");
      await page.locator("article.outgoing").waitFor({ state: "detached" });
      const arrived = await row.locator(".body").evaluate((body) => ({
        html: body.querySelector(".text").innerHTML,
        height: body.getBoundingClientRect().height,
        top: body.closest("article").getBoundingClientRect().top,
      }));
      expect(shown).toEqual(arrived);
    }
  });

  test.each([
    ["ahead", 3 * 86_400_000],
    ["behind", -3 * 86_400_000],
    ["a little ahead", 420_000],
  ])("so it does where the reader's clock is %s, and the day is the room's", async (_, by) => {
    const page = await house.open(`/clock${Math.abs(by)}${by < 0 ? "-" : "x"}0`);
    await page.addInitScript(`{ const now = Date.now; Date.now = () => now() + ${by}; }`);
    await page.reload();
    await page.getByLabel("Your nickname").fill("ana");
    await page.getByRole("button", { name: "Join", exact: true }).click();
    await say(page, "before");
    await page.locator("article.own:not(.outgoing)").waitFor();
    await page.evaluate(HOLD);
    await say(page, "now");
    const look = () =>
      page
        .locator(".log-content :is(.line, .row)")
        .evaluateAll((all) =>
          all.map((each) => [each.getBoundingClientRect().top, each.querySelector("time").textContent]),
        );
    await page.locator("article.outgoing").waitFor();
    const shown = await look();
    await page.evaluate("release()");
    await page.locator("article.outgoing").waitFor({ state: "detached" });
    await expect.poll(() => look()).toEqual(shown);
    expect(shown).toHaveLength(3);
  });

  test("a change that is on its way is shown where it will be", async () => {
    const page = await house.join("ana", "changes");
    for (const text of ["one", "two"]) await say(page, text);
    const rows = page.locator("article");
    await page.locator("article:not(.outgoing)").nth(1).waitFor();
    await page.evaluate(HOLD);
    await say(page, "/edit ^2 other");
    await page.locator("article.saving").waitFor();
    const look = () => rows.evaluateAll((all) => all.map((row) => row.querySelector(".text").textContent));
    await expect.poll(() => look()).toEqual(["other (edited)", "two"]);
    await say(page, "/delete");
    await page.locator("article.saving").nth(1).waitFor();
    await expect.poll(() => look()).toEqual(["other (edited)", "Deleted"]);
    await page.evaluate("release()");
    await page.locator("article.saving").first().waitFor({ state: "detached" });
    await page.locator("article.deleted:not(.saving)").waitFor();
    await expect.poll(() => look()).toEqual(["other (edited)", "Deleted"]);
  });

  test("Copy says that it has copied, without HTTPS too", async () => {
    const page = await house.join("ana", "copy");
    await say(page, "take this");
    await page.locator("article.own").hover();
    await page.evaluate("Object.defineProperty(navigator, 'clipboard', { value: undefined })");
    await page.locator(".tools").getByRole("button", { name: "Copy", exact: true }).click();
    await page.getByText("Copied", { exact: true }).waitFor();
    await page.locator("textarea").focus();
    await page.keyboard.press("Control+V");
    await expect.poll(() => page.locator("textarea").inputValue()).toBe("take this");
  });

  test("code is a stop of the Tab key only where it scrolls", async () => {
    const page = await house.join("ana", "stops");
    await say(page, "```\nshort\n```");
    await say(page, `\`\`\`\n${"wide ".repeat(200)}\n\`\`\``);
    await page.locator("article:not(.outgoing) pre").nth(1).waitFor();
    await drawn(page);
    const stops = await page
      .locator("pre")
      .evaluateAll((all) => all.map((pre) => pre.getAttribute("tabindex")));
    expect(stops).toEqual([null, "0"]);
  });

  test("in forced colours a private message is told from a public one", async () => {
    const { wire } = await SocketWire.join(house.server.url, "forced", { nick: "bob" });
    const page = await house.join("ana", "forced", { forcedColors: "active", colorScheme: "dark" });
    await say(page, "/msg bob psst");
    await say(page, "for all");
    await page.locator("article.own", { hasText: "for all" }).waitFor();
    const { uid } = await wire.next("message");
    wire.send({ type: "say", cid: 1, text: "Ana: call", to: uid });
    await page.locator("article", { hasText: "call" }).waitFor();
    const border = (text: string) =>
      page
        .locator("article", { hasText: text })
        .evaluate((row) => row.ownerDocument.defaultView.getComputedStyle(row).borderInlineStartStyle);
    await expect
      .poll(async () => [await border("psst"), await border("for all")])
      .toEqual(["double", "none"]);
    // With somebody's name in it, too.
    await expect.poll(() => border("call")).toBe("double");
    const [ink, paper] = await page.locator("mark.self").evaluate((mark) => {
      const { color, backgroundColor } = mark.ownerDocument.defaultView.getComputedStyle(mark);
      return [color, backgroundColor];
    });
    expect(ink).not.toBe(paper);
  });

  test("with text twice as large, the room's name is still there on a phone", async () => {
    const page = await house.join("ana", "enlarged-as-far-as-a-name-can-be", PHONE);
    await page.evaluate("document.documentElement.style.fontSize = '200%'");
    await drawn(page);
    const box = await page.locator(".names bdi").boundingBox();
    expect(box?.width).toBeGreaterThan(100);
    // Nor does what stands in the empty field take the place of the talk.
    await expect.poll(async () => (await page.locator("textarea").boundingBox())?.height).toBeLessThan(100);
    await expect.poll(() => page.evaluate("document.documentElement.scrollWidth")).toBe(360);
  });

  test("what was not searched to the end does not say that there is nothing", async () => {
    const { wire } = await SocketWire.join(house.server.url, "far", { nick: "bob" });
    const said = (from: number) =>
      Array.from({ length: 100 }, (_, index) => ({
        type: "say" as const,
        cid: from + index,
        text: from + index === 1 ? "needle" : "hay",
      }));
    for (let cid = 1; cid <= 2_100; cid += 100) {
      wire.send(...said(cid));
      await wire.when(({ events }) => events.some((each) => each.type === "stored" && each.cid === cid + 99));
    }
    const page = await house.join("ana", "far");
    await page.getByRole("button", { name: "Search" }).click();
    await page.getByLabel("Text").fill("needle");
    await page.getByRole("button", { name: "Find" }).click();
    await page.getByText("Nothing found among the newest 2000.").waitFor();
    await page.getByRole("button", { name: "Look further back" }).click();
    await page.getByText("1 found", { exact: true }).waitFor();
  });

  test("a topic can be taken away", async () => {
    const page = await house.join("ana", "topics");
    await say(page, "/topic all about bees");
    await page.locator(".topic", { hasText: "all about bees" }).waitFor();
    await page.getByRole("button", { name: "Settings" }).click();
    await page.getByRole("button", { name: "Take the topic away" }).click();
    await page.locator(".topic").waitFor({ state: "detached" });
    await page.getByText("ana took the topic away").waitFor();
  });

  test("§12.4 /hook shows an address once, and what it brings shows that a hook did", async () => {
    const page = await house.join("ana", "hooks");
    await say(page, "/hook ci");
    const shown = page.getByText("/api/rooms/hooks/hooks/");
    const [url = ""] = /^http\S+/.exec((await shown.textContent()) ?? "") ?? [];
    for (const username of ["", "Grafana", "ana"])
      await fetch(url, { method: "POST", body: JSON.stringify({ text: `I am ${username}`, username }) });
    await page.getByText("I am ana", { exact: true }).waitFor();
    await expect.poll(() => page.locator(".by .nick").allTextContents()).toEqual(["ci", "Grafana", "ci"]);
    await expect
      .poll(() => page.locator(".by .badge").allTextContents())
      .toEqual(["hook", "hook ci", "hook"]);
    await expect
      .poll(() => page.getByRole("article").last().getAttribute("aria-label"))
      .toMatch(/^ci \(hook\), /);
  });

  test("where a later part of the page is gone, it says so, and what was written stays", async () => {
    const page = await house.open("/gone");
    await page.getByLabel("Your nickname").waitFor();
    const html = await page.content();
    const first = html.match(/app-\w+\.js/g) ?? [];
    await page.route(/app-\w+\.js/, (route) =>
      first.some((name) => route.request().url().endsWith(name))
        ? route.continue()
        : route.fulfill({ status: 404 }),
    );
    await page.getByLabel("Your nickname").fill("ana");
    await page.getByRole("button", { name: "Join", exact: true }).click();
    await page.getByText("This part of the page can't be loaded.").waitFor();
    await say(page, "still talking");
    await page.locator("article.own", { hasText: "still talking" }).waitFor();
    await say(page, "/topic kept");
    await page.getByRole("alert").getByText("can't be loaded").waitFor();
    await expect.poll(() => page.locator("textarea").inputValue()).toBe("/topic kept");
    await page.unroute(/app-\w+\.js/);
    await page.locator(".panel").getByRole("button", { name: "Load the page anew" }).click();
    await page.locator(".panel .person").waitFor();
    await expect.poll(() => page.locator("textarea").inputValue()).toBe("/topic kept");
  });
});
