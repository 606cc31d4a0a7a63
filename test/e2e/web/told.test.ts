import type { Page } from "playwright-core";
import { afterAll, expect, onTestFinished, test } from "vitest";
import { describeInNotifyingBrowser, type House, say } from "../../support/browser.ts";
import { otherWorker } from "../../support/other-version.ts";
import { PushServer } from "../../support/push/push-server.ts";
import { PushedBrowser } from "../../support/push/pushed-browser.ts";
import { SocketWire } from "../../support/wire-ws.ts";

const service = await PushServer.start();
afterAll(() => service.stop());

/** Counts the tones that a page makes, and keeps what its icon counts. */
const EARS = `{
  self.tones = 0;
  const { createOscillator } = AudioContext.prototype;
  AudioContext.prototype.createOscillator = function () { tones++; return createOscillator.call(this); };
  navigator.setAppBadge = async (count) => { self.badge = count; };
  navigator.clearAppBadge = async () => { self.badge = 0; };
}`;

/** A page of a browser that may notify, before it is in any room. */
async function open(house: House, nick: string): Promise<Page> {
  const page = await house.open("/", { permissions: ["notifications"], serviceWorkers: "allow" });
  await PushedBrowser.prepare(page, service.device(nick));
  await page.context().addInitScript(EARS);
  return page;
}

/** Somebody comes into a room, and lets their browser tell them. */
async function come(page: Page, nick: string, room: string): Promise<void> {
  await page.goto(`/${room}`);
  await page.getByLabel("Your nickname").fill(nick);
  await page.getByRole("button", { name: "Join", exact: true }).click();
  await page.locator("[data-opens=about]").click();
  await page.getByLabel("Notify me in this browser").check();
}

/** The same; resolves once the room pushes to it. */
async function told(house: House, nick: string, room: string): Promise<Page> {
  const page = await open(house, nick);
  await come(page, nick, room);
  await page.getByText("Even when papo is closed, by").waitFor();
  return page;
}

/** The pushes that a page asks rooms for, as they leave. */
function wantsOf(page: Page): string[] {
  const wants: string[] = [];
  page.on("websocket", (socket) =>
    socket.on("framesent", ({ payload }) => {
      const { type, for: wanted } = /^\{/.test(String(payload)) ? JSON.parse(String(payload)) : {};
      if (type === "push") wants.push(String(wanted));
    }),
  );
  return wants;
}

const subscribedIn = (page: Page) => page.evaluate("localStorage.getItem('subscribed')");

describeInNotifyingBrowser(
  "what a browser is told",
  (house) => {
    test("who takes it back while the browser still subscribes is told nothing", async () => {
      let goOn = () => {};
      const held = new Promise<void>((resolve) => {
        goOn = resolve;
      });
      const ana = await open(house, "ana");
      const wants = wantsOf(ana);
      await ana.route("**/api/push", async (route) => {
        await held;
        await route.continue();
      });
      await come(ana, "ana", "haste");
      await ana.getByLabel("Notify me in this browser").uncheck();
      goOn();
      await ana.getByText("Your browser will ask you").waitFor();
      await expect.poll(() => wants.at(-1)).toBe("null");
      await expect.poll(() => subscribedIn(ana)).toBeNull();
      await ana.goto("about:blank");
      const { wire: mia } = await SocketWire.join(house.server.url, "haste", { nick: "mia" });
      mia.send({ type: "push", subscription: service.device("mia").subscription, for: "calls" });
      await mia.next("push");
      mia.close();
      const { wire: bob } = await SocketWire.join(house.server.url, "haste", { nick: "bob" });
      bob.send({ type: "say", cid: 1, text: "@ana @mia tea?" });
      expect(await service.pushes(1)).toMatchObject([{ device: "mia" }]);
    });

    test("a private message opens in its talk, where no page was open", async () => {
      const eva = await told(house, "eva", "talks");
      const browser = await PushedBrowser.of(eva);
      await browser.close();
      const { wire: bob } = await SocketWire.join(house.server.url, "talks", { nick: "bob" });
      bob.send({ type: "say", cid: 1, text: "psst", to: "eva" });
      const { id = 0 } = await bob.next("stored");
      await browser.deliver({ room: "talks", nick: "bob", text: "psst", id, private: true });
      expect(await browser.click()).toBe(`opened /talks#${id}`);
      await eva.goto(`/talks#${id}`);
      await eva.getByRole("heading", { name: "bob" }).waitFor();
      await eva.locator("article", { hasText: "psst" }).waitFor();
      await eva.reload();
      await eva.getByRole("heading", { name: "bob" }).waitFor();
    });

    test("nothing of whom one ignores rings, is counted, or is shown", async () => {
      const ivy = await told(house, "ivy", "calm");
      const browser = await PushedBrowser.of(ivy);
      await browser.worker.evaluate("navigator.setAppBadge = async (count) => { self.badge = count; }");
      const { wire: bob } = await SocketWire.join(house.server.url, "calm", { nick: "bob" });
      const { wire: cat } = await SocketWire.join(house.server.url, "calm", { nick: "cat" });
      await say(ivy, "/notify sound on");
      await say(ivy, "/ignore bob");
      await browser.hide();
      bob.send({ type: "say", cid: 1, text: "@ivy hey" });
      await bob.next("stored");
      cat.send({ type: "say", cid: 1, text: "tea?" });
      await ivy.locator("article", { hasText: "tea?" }).waitFor();
      await expect.poll(() => ivy.evaluate("[tones, badge]")).toEqual([0, 1]);
      await expect.poll(() => browser.shown()).toEqual([]);
      const done = await browser.watch();
      cat.send({ type: "say", cid: 2, text: "@ivy tea?" });
      await done("showed");
      await expect.poll(() => ivy.evaluate("[tones, badge]")).toEqual([1, 2]);
      await expect.poll(() => browser.shown()).toMatchObject([{ title: "cat in calm", body: "@ivy tea?" }]);

      // The room pushes of both alike.
      await browser.close();
      await browser.worker.evaluate(
        "registration.getNotifications().then((all) => all.map((each) => each.close()))",
      );
      const hey = { room: "calm", nick: "bob", text: "@ivy hey", id: 8 };
      expect(await browser.deliver(hey)).toMatchObject([
        { title: "Something was said in calm", body: "", silent: true },
      ]);
      await expect.poll(() => browser.worker.evaluate("self.badge")).toBeUndefined();
      expect(await browser.deliver({ ...hey, nick: "cat", id: 9 })).toMatchObject([
        { title: "cat in calm", silent: false },
      ]);
      await expect.poll(() => browser.worker.evaluate("self.badge")).toBe(1);
    });

    test("a subscription that ends is made anew by an open page, and told where there is none", async () => {
      const zoe = await told(house, "zoe", "anew");
      const browser = await PushedBrowser.of(zoe);
      await zoe.evaluate("localStorage.removeItem('subscribed')");
      await browser.expire();
      await expect.poll(() => subscribedIn(zoe)).not.toBeNull();
      await expect.poll(() => browser.shown()).toEqual([]);
      await browser.close();
      await browser.expire();
      await expect
        .poll(() => browser.shown())
        .toMatchObject([{ title: "papo can't reach you here any more" }]);
      expect(await browser.click()).toBe("opened /");
    });

    test("who leaves a room that can't be told is told nothing of it", async () => {
      const kim = await told(house, "kim", "lost");
      await house.server.crash();
      await kim.getByText("Offline").first().waitFor();
      await kim.getByRole("button", { name: "Arrange lost" }).click();
      await kim.getByRole("button", { name: "Leave", exact: true }).click();
      // What the room knows of this browser is no more.
      await expect.poll(() => subscribedIn(kim)).toBeNull();
      await house.server.start();
    });
  },
  { PUSH_HOSTS: service.host },
);

describeInNotifyingBrowser(
  "what a page is told that nobody looks at",
  (house) => {
    test("an open page that nobody looks at is told by the room, too, and rings once", async () => {
      // As if 30 seconds were a moment.
      const hasty = await otherWorker("var UNSEEN = 3e4;", "var UNSEEN = 300;");
      onTestFinished(() => hasty.remove());
      await house.server.crash();
      house.server.bundle = hasty.bundle;
      await house.server.start();
      const before = service.arrived.length;
      const lea = await told(house, "lea", "later");
      const browser = await PushedBrowser.of(lea);
      const { wire: bob } = await SocketWire.join(house.server.url, "later", { nick: "bob" });
      await browser.hide();
      const done = await browser.watch();
      bob.send({ type: "say", cid: 1, text: "lea: tea?" });
      await done("showed");
      const [first] = await browser.shown();
      expect(first).toMatchObject({ title: "bob in later", body: "lea: tea?", silent: false });
      const push = (await service.pushes(before + 1)).at(-1);
      expect(push).toMatchObject({ device: "lea", news: { room: "later", nick: "bob", text: "lea: tea?" } });
      if (!push) throw new Error("Nothing was pushed");
      expect(await browser.deliver(push.news)).toMatchObject([{ title: "bob in later", silent: true }]);
    });
  },
  { PUSH_HOSTS: service.host },
);
