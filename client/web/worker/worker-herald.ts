import type { PushedNews } from "../../../src/protocol/push.ts";
import { howTold } from "../../core/notify/how-told.ts";
import { messagePath } from "../model/places.ts";
import { readWishes, wishesFor } from "../told/browser-wishes.ts";
import { foldNews, type ShownNews } from "../told/fold-news.ts";
import { readLastTold, withLastTold } from "../told/last-told.ts";
import { readNews, tagOf } from "../told/news.ts";
import { windowFor } from "../told/window-for.ts";
import { toldWordsIn } from "../words/told-words.ts";
import { WorkerShelf } from "./worker-shelf.ts";

const ICON = "/icon-192.png";

/** What rooms push, and what pages tell that nobody looks at, comes up as notifications by one way, and once. */
export class WorkerHerald {
  readonly #scope: ServiceWorkerGlobalScope;
  readonly #shelf = new WorkerShelf();
  #last: Promise<void> = Promise.resolve();

  constructor(scope: ServiceWorkerGlobalScope) {
    this.#scope = scope;
  }

  /** Tells what was pushed: browsers want to see something of each push. */
  async pushed(json: unknown): Promise<void> {
    const news = readNews(json);
    const { registration } = this.#scope;
    if (!news) {
      await registration.showNotification((await this.#words()).something, { tag: "papo", icon: ICON });
      return;
    }
    const wishes = wishesFor(readWishes(String((await this.#shelf.get("wishes")) ?? "")), news.room);
    const isSilent = howTold({ calls: true }, wishes, Date.now()) !== "aloud";
    const ignored = await this.#shelf.get("ignored");
    const isIgnored = Array.isArray(ignored) && ignored.includes(tagOf({ ...news, private: true }));
    await this.#inTurn(async () => {
      if (isIgnored) return this.#showNothingOf(news);
      if ((await this.#show(news, { isSilent, again: true })).rings) await this.#count();
    });
  }

  /** Takes what a page says. */
  async heard(said: unknown): Promise<void> {
    if (typeof said !== "object" || said === null) return;
    if ("wishes" in said) await this.#shelf.set("wishes", said.wishes);
    if ("ignored" in said) await this.#shelf.set("ignored", said.ignored);
    if ("language" in said) await this.#shelf.set("language", said.language);
    const news = "news" in said ? readNews(said.news) : undefined;
    if (!news) return;
    await this.#inTurn(async () => {
      const windows = await this.#windows();
      // It is on the screen already.
      if (windows.some(({ visibilityState }) => visibilityState === "visible")) return;
      await this.#show(news, { isSilent: "isSilent" in said && said.isSilent === true, again: false });
    });
  }

  /** The browser's subscription has ended. Rooms can be told of another one by a page alone: a worker is in no room. */
  async unsubscribed(): Promise<void> {
    const windows = await this.#windows();
    for (const each of windows) each.postMessage({ renew: true });
    if (windows.length > 0) return;
    const { ended, open } = await this.#words();
    await this.#scope.registration.showNotification(ended, { body: open, tag: "papo", icon: ICON });
  }

  /** Goes where a notification leads: in a window that is there, else in a new one. */
  async clicked(notification: Notification): Promise<void> {
    notification.close();
    const news = readNews(notification.data);
    const there = news && windowFor(await this.#windows(), news.room);
    if (there) {
      there.postMessage({ show: news });
      await there.focus();
    } else await this.#scope.clients.openWindow(news ? messagePath(news.room, news.id) : "/");
  }

  /** `again`: though it was told before. */
  async #show(news: PushedNews, { isSilent, again }: { isSilent: boolean; again: boolean }) {
    const { registration } = this.#scope;
    const tag = tagOf(news);
    const lastTold = await this.#lastTold();
    const [there] = await registration.getNotifications({ tag });
    const shown = there && shownIn(there);
    const told = foldNews(news, {
      last: lastTold.get(tag),
      shown,
      isSilent,
      now: Date.now(),
      words: await this.#words(),
    });
    const { note, rings, last } = told;
    if (!told.isNew && !again) return told;
    const { title, body, news: data } = note;
    // What TypeScript knows of notifications lacks `renotify`.
    const options = { body, tag, data, icon: ICON, silent: !rings, renotify: rings };
    await registration.showNotification(title, options);
    await this.#shelf.set("told", withLastTold(lastTold, tag, last));
    return told;
  }

  /** Browsers want to see something all the same: what is there already, or else no more than the room. */
  async #showNothingOf({ room, nick }: PushedNews): Promise<void> {
    const { registration } = this.#scope;
    const tag = tagOf({ room, nick });
    const [there] = await registration.getNotifications({ tag });
    const nothing = { title: (await this.#words()).ignored(room), body: "", data: undefined };
    const { title, body, data } = there ?? nothing;
    await registration.showNotification(title, { body, tag, data, icon: ICON, silent: true });
  }

  /** The icon counts what nobody has looked at; once a page is open, that knows better. */
  async #count(): Promise<void> {
    const { navigator, registration } = this.#scope;
    if (!("setAppBadge" in navigator)) return;
    const all = await registration.getNotifications();
    const count = all.reduce((sum, each) => sum + (readNews(each.data)?.count ?? 0), 0);
    await navigator.setAppBadge(count).catch(() => {});
  }

  async #words() {
    return toldWordsIn(await this.#shelf.get("language"));
  }

  async #lastTold() {
    return readLastTold(await this.#shelf.get("told"));
  }

  #windows() {
    return this.#scope.clients.matchAll({ type: "window", includeUncontrolled: true });
  }

  /** One after the other, so that nothing is told twice. */
  #inTurn(act: () => Promise<void>): Promise<void> {
    this.#last = this.#last.catch(() => {}).then(act);
    return this.#last;
  }
}

function shownIn({ title, body, data }: Notification): ShownNews | undefined {
  const news = readNews(data);
  return news && { title, body, news };
}

/** Has a service worker tell. */
export function heedNews(scope: ServiceWorkerGlobalScope): void {
  const herald = new WorkerHerald(scope);
  scope.addEventListener("push", (event) => event.waitUntil(herald.pushed(jsonOf(event.data))));
  scope.addEventListener("message", (event) => event.waitUntil(herald.heard(event.data)));
  scope.addEventListener("pushsubscriptionchange", (event) => event.waitUntil(herald.unsubscribed()));
  scope.addEventListener("notificationclick", (event) => event.waitUntil(herald.clicked(event.notification)));
}

function jsonOf(data: PushMessageData | null): unknown {
  try {
    return data?.json();
  } catch {
    return undefined;
  }
}
