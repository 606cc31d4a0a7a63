import type { Page } from "playwright-core";
import { afterAll, expect, test } from "vitest";
import { describeInNotifyingBrowser, say } from "../../support/browser.ts";
import { PushServer } from "../../support/push/push-server.ts";
import { PushedBrowser } from "../../support/push/pushed-browser.ts";
import { SocketWire } from "../../support/wire-ws.ts";

const service = await PushServer.start();
afterAll(() => service.stop());

/** Comes into a room, and opens its settings. */
async function settingsIn(page: Page, room: string): Promise<void> {
  await page.goto(`/${room}`);
  await page.getByLabel("Your nickname").fill("ana");
  await page.getByRole("button", { name: "Join", exact: true }).click();
  await page.locator("[data-opens=about]").click();
}

describeInNotifyingBrowser(
  "told while away",
  (house) => {
    test("a closed page is told, a click leads to the message, and who has had enough is told no more", async () => {
      const ana = await house.open("/", { permissions: ["notifications"], serviceWorkers: "allow" });
      await PushedBrowser.prepare(ana, service.device("ana"));
      const sent: string[] = [];
      ana.on("websocket", (socket) => socket.on("framesent", ({ payload }) => sent.push(String(payload))));
      await settingsIn(ana, "push");
      await ana.getByLabel("Notify me in this browser").check();
      await ana.getByText("Even when papo is closed, by").waitFor();
      const browser = await PushedBrowser.of(ana);
      await say(ana, "who has tea?");
      await ana.locator("article.own:not(.outgoing)").waitFor();

      // Open but hidden: the page tells, also of a reply. What is pushed of it afterwards stays, and does not ring.
      const { wire: bob } = await SocketWire.join(house.server.url, "push", { nick: "bob" });
      await browser.hide();
      const done = await browser.watch();
      bob.send({ type: "say", cid: 1, text: "me", re: 1 });
      await done("showed");
      expect(sent.filter((frame) => frame.includes('"visible"'))).toEqual([
        '{"type":"visible","on":true}',
        '{"type":"visible","on":false}',
      ]);
      const told = { title: "bob in push", body: "me" };
      await expect.poll(() => browser.shown()).toMatchObject([{ ...told, silent: false }]);
      const reply = { room: "push", nick: "bob", text: "me", id: 2 };
      expect(await browser.deliver(reply)).toMatchObject([{ ...told, silent: true }]);
      // What is looked at then is put away.
      await ana.locator(".row.called", { hasText: "me" }).waitFor();
      await browser.lookAgain();
      await expect.poll(() => browser.shown()).toEqual([]);

      // Closed: the room pushes, and a click opens the message.
      await ana.goto("about:blank");
      bob.send({ type: "say", cid: 2, text: "ana: it is ready" });
      const [push] = await service.pushes(1);
      if (!push) throw new Error("Nothing was pushed");
      const { news } = push;
      expect(await browser.deliver(news)).toMatchObject([
        { title: "bob in push", body: "ana: it is ready", silent: false },
      ]);
      expect(await browser.deliver({ ...news, id: 5, nick: "mia", text: "ana!", count: 2 })).toMatchObject([
        { title: "3 new messages in push", body: "mia: ana!" },
      ]);
      expect(await browser.click()).toBe(`opened /push#5`);
      await expect.poll(() => browser.shown()).toEqual([]);

      // Where a window is open, it goes there. Who mutes a room is told without a sound.
      await settingsIn(ana, "gone");
      await ana.getByRole("button", { name: "Arrange push" }).click();
      await ana.getByRole("button", { name: "Mute for an hour" }).first().click();
      await ana.getByRole("link", { name: /^push.*, muted$/ }).waitFor();
      expect(await browser.deliver({ ...news, id: 6, text: "ana, now" })).toMatchObject([
        { title: "bob in push", silent: true },
      ]);
      expect(await browser.click()).toBe("focused /gone");
      await ana.waitForURL("/push#6");
      await ana.goBack();
      await ana.waitForURL("/gone");
      // What is private leads to the talk that it is of.
      bob.send({ type: "say", cid: 3, text: "psst", to: "ana" });
      const { id = 0 } = await bob.next("stored", ({ cid }) => cid === 3);
      await ana.getByRole("link", { name: "private, bob, 1 unread" }).waitFor();
      expect(await browser.deliver({ ...news, id, text: "psst", private: true })).toMatchObject([
        { title: "bob, privately in push", body: "psst" },
      ]);
      expect(await browser.click()).toBe("focused /gone");
      await ana.waitForURL(`/push#${id}`);
      await ana.getByRole("heading", { name: "bob" }).waitFor();
      await ana.goBack();
      await ana.waitForURL("/gone");

      // Nothing of one room, and then nothing of any.
      const { wire: eva } = await SocketWire.join(house.server.url, "gone", { nick: "eva" });
      const { wire: mia } = await SocketWire.join(house.server.url, "gone", { nick: "mia" });
      mia.send({ type: "push", subscription: service.device("mia").subscription, for: "calls" });
      await mia.next("push");
      mia.close();
      await ana.getByLabel("Notify me in this browser").uncheck();
      await ana.getByText("Your browser will ask you").waitFor();
      await ana.goto("about:blank");
      eva.send({ type: "say", cid: 1, text: "ana, mia: anybody? @ana @mia" });
      const pushes = await service.pushes(2);
      expect(pushes.map(({ device }) => device)).toEqual(["ana", "mia"]);
    });
  },
  { PUSH_HOSTS: service.host },
);
