import type { Message } from "../../../src/protocol/event.ts";
import type { PushedNews } from "../../../src/protocol/push.ts";
import { howTold } from "../../core/notify/how-told.ts";
import { gistOf } from "../../core/words/say-files.ts";
import type { Feed } from "../session/feed.ts";
import type { RoomSession } from "../session/room-session.ts";
import { readNews } from "./news.ts";
import { shareWishes, wishesIn } from "./own-wishes.ts";
import { heed, heeded, isTold, renew } from "./pushing.ts";
import { toWorker } from "./to-worker.ts";
import { ring } from "./tone.ts";

export interface PageHeraldOptions {
  /** Somebody wants to see what a notification tells. */
  show(news: PushedNews): void;
  /** Where it would have been read, if the window is there. */
  feedOf(news: PushedNews): Feed | undefined;
}

/** Tells somebody who does not look at the window what is said there. */
export class PageHerald {
  readonly #options: PageHeraldOptions;
  /** How far all had been read when that was looked at last. */
  #read = "";

  constructor(options: PageHeraldOptions) {
    this.#options = options;
    addEventListener("visibilitychange", () => {
      heeded.forEach(sayVisible);
      if (document.hidden && isTold()) shareWishes();
    });
    navigator.serviceWorker?.addEventListener("message", ({ data }) => {
      const news = readNews(data?.show);
      if (news) options.show(news);
      else if (data?.renew) void renew();
    });
    if (isTold()) shareWishes();
  }

  /** Follows a room, until the window lets go of it. */
  follow(session: RoomSession): void {
    heed(session);
    sayVisible(session);
  }

  /** Tells of a message of somebody else, which has just come. */
  tell(session: RoomSession, message: Message): void {
    const { room, feed } = session;
    const wishes = wishesIn(room);
    const telling = howTold({ calls: session.concerns(message) }, wishes, Date.now());
    if (telling === "not") return;
    const isAloud = telling === "aloud";
    if (isAloud && wishes.sound && !(feed.isAttended && document.hasFocus())) ring();
    if (!document.hidden || !isTold()) return;
    const { nick, id, to } = message;
    const news: PushedNews = { room, nick, id, text: gistOf(message), ...(to && { private: true }) };
    toWorker({ news, isSilent: !isAloud });
  }

  /** Takes away what tells of what has been read; `read`: how far all has been. */
  putAway(read: string): void {
    if (read === this.#read || !isTold()) return;
    this.#read = read;
    void this.#putAway();
  }

  async #putAway(): Promise<void> {
    const registration = await navigator.serviceWorker?.getRegistration();
    for (const each of (await registration?.getNotifications()) ?? []) {
      const news = readNews(each.data);
      const feed = news && this.#options.feedOf(news);
      if (feed && !feed.catchingUp && news.id <= feed.readTo) each.close();
    }
  }
}

function sayVisible({ chat }: RoomSession): void {
  chat.visible(!document.hidden);
}
