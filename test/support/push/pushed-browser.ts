import type { CDPSession, Page, Worker } from "playwright-core";
import type { PushedNews } from "../../../src/protocol/push.ts";
import type { Device } from "./device.ts";

/** A notification as it is shown. */
export interface Shown {
  readonly title: string;
  readonly body: string;
  readonly silent: boolean;
  readonly data: PushedNews;
}

/** What a worker does is remembered: what it shows, and which windows it opens or brings forward. */
const WATCH = `{
  self.done = [];
  self.watchers = [];
  const note = (what) => { done.push(what); for (const watch of watchers.splice(0)) watch(); };
  const { showNotification } = ServiceWorkerRegistration.prototype;
  ServiceWorkerRegistration.prototype.showNotification = async function (...all) {
    await showNotification.apply(this, all);
    note("showed");
  };
  Clients.prototype.openWindow = async (url) => { note("opened " + url); return null; };
  WindowClient.prototype.focus = async function () { note("focused " + new URL(this.url).pathname); return this; };
}`;

/** A browser whose push service is the one of the tests: what this has decrypted is delivered by DevTools, for a Chromium without a network can't subscribe. */
export class PushedBrowser {
  readonly #page: Page;
  readonly #devTools: CDPSession;
  readonly #registration: string;
  readonly worker: Worker;

  private constructor(page: Page, parts: { devTools: CDPSession; registration: string; worker: Worker }) {
    this.#page = page;
    this.#devTools = parts.devTools;
    this.#registration = parts.registration;
    this.worker = parts.worker;
  }

  /** Has a browser, whose pages are to come, subscribe as a device. */
  static async prepare(page: Page, { subscription }: Device): Promise<void> {
    await page.context().addInitScript(`{
      const bytes = (text) => Uint8Array.from(atob(text.replaceAll("-", "+").replaceAll("_", "/")), (each) => each.charCodeAt(0));
      const made = (key) => key && {
        options: { applicationServerKey: bytes(key).buffer },
        toJSON: () => (${JSON.stringify(subscription)}),
        unsubscribe: async () => { localStorage.removeItem("subscribed"); return true; },
      };
      PushManager.prototype.getSubscription = async () => made(localStorage.getItem("subscribed"));
      PushManager.prototype.subscribe = async ({ applicationServerKey }) => {
        localStorage.setItem("subscribed", applicationServerKey);
        return made(applicationServerKey);
      };
    }`);
  }

  /** The same browser, once it has its service worker. */
  static async of(page: Page): Promise<PushedBrowser> {
    const context = page.context();
    const [worker = await context.waitForEvent("serviceworker")] = context.serviceWorkers();
    await worker.evaluate(WATCH);
    const devTools = await context.newCDPSession(page);
    const registration = new Promise<string>((resolve) => {
      devTools.on("ServiceWorker.workerRegistrationUpdated", ({ registrations: [first] }) => {
        if (first) resolve(first.registrationId);
      });
    });
    await devTools.send("ServiceWorker.enable");
    return new PushedBrowser(page, { devTools, worker, registration: await registration });
  }

  /** Delivers a push, and tells what is shown then. */
  async deliver(news: PushedNews): Promise<Shown[]> {
    const done = await this.watch();
    await this.#devTools.send("ServiceWorker.deliverPushMessage", {
      origin: new URL(this.worker.url()).origin,
      registrationId: this.#registration,
      data: JSON.stringify(news),
    });
    await done("showed");
    return this.shown();
  }

  shown(): Promise<Shown[]> {
    return this.worker.evaluate(
      "registration.getNotifications().then((all) => all.map(({ title, body, silent, data }) => ({ title, body, silent, data })))",
    );
  }

  /** Clicks on the only notification, and tells what the worker does then: headless, nobody else can. */
  async click(): Promise<string> {
    await this.worker.evaluate("done.length = 0");
    await this.#happens(
      'new NotificationEvent("notificationclick", { notification: (await registration.getNotifications())[0] })',
    );
    return this.worker.evaluate("done.at(-1)");
  }

  /** The browser's subscription comes to an end. */
  async expire(): Promise<void> {
    await this.#happens('new ExtendableEvent("pushsubscriptionchange")');
  }

  /** Has something happen to the worker; resolves once it is through with it. */
  #happens(event: string): Promise<void> {
    return this.worker.evaluate(`(async () => {
      const event = ${event};
      const waits = [];
      event.waitUntil = (wait) => waits.push(wait);
      dispatchEvent(event);
      await Promise.all(waits);
    })()`);
  }

  /** Begins to watch the worker; what it gives back resolves once that has done something since. */
  async watch(): Promise<(what: string) => Promise<void>> {
    const from = await this.worker.evaluate<number>("done.length");
    return (what) =>
      this.worker.evaluate(`(async () => {
        while (!done.slice(${from}).includes(${JSON.stringify(what)})) await new Promise((resolve) => watchers.push(resolve));
      })()`);
  }

  /** Nobody looks at the page, for itself and for the worker: headless, every page is in sight. */
  async hide(): Promise<void> {
    await this.worker.evaluate(
      'Object.defineProperty(WindowClient.prototype, "visibilityState", { get: () => "hidden" })',
    );
    await this.#page.evaluate(`{
      Object.defineProperty(document, "hidden", { configurable: true, get: () => true });
      document.dispatchEvent(new Event("visibilitychange", { bubbles: true }));
    }`);
  }

  /** Closes the page, for the worker too. */
  async close(): Promise<void> {
    await this.#page.goto("about:blank");
    await this.worker.evaluate(`(async () => {
      while ((await clients.matchAll({ type: "window", includeUncontrolled: true })).length > 0);
    })()`);
  }

  async lookAgain(): Promise<void> {
    await this.#page.evaluate(
      'delete document.hidden; document.dispatchEvent(new Event("visibilitychange", { bubbles: true }))',
    );
  }
}
