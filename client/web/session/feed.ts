import { LIMITS } from "../../../src/protocol/limits.ts";
import type { Chat } from "../../core/chat.ts";
import type { ChatEvent, SeenEvent } from "../../core/chat-event.ts";
import { isNews, type Shows, sayNews } from "../../core/words/say-news.ts";
import { messageItem } from "../model/item.ts";
import { addNotice, change, type Items, LOG_BOUND, LOG_BOUND_UNREAD } from "../model/log.ts";
import { type Ear, type Missed, missedIn, readUpTo } from "../model/missed.ts";
import { arrived, attended, type UnreadMark, unreadSince } from "../model/unread.ts";
import { apart } from "../text/apart.ts";
import { LoadedLog } from "./loaded-log.ts";

const APART: Shows = { nick: (_, nick) => apart(nick), text: apart };
/** Pages of missed messages that are fetched without being asked for. */
const MISSED_PAGES = 5;
/** The same, once somebody wants to go there. */
const WANTED_PAGES = 20;

export interface FeedOptions extends Ear {
  /** How far the person has read a life of the room; to who has never been here (0), nothing is unread. */
  seenIn(epoch: number): number;
  changed(): void;
}

/** What a room tells as its reader follows it: the log, how far it has been read, and where to look. */
export class Feed {
  readonly log: LoadedLog;
  /** Missed messages are still coming. */
  catchingUp = true;
  unread: UnreadMark = unreadSince(0);
  /** What was said while the reader was away, until they have come to its beginning. */
  missed: Missed | undefined;
  /** Goes up with everything of one's own: the log jumps to its end. */
  jumps = 0;
  /** The message to bring into sight; a new object for each time. */
  revealed: { id: number } | undefined;
  /** The reader is at the end of the log. */
  atEnd = true;
  #inSight = true;
  readonly #chat: Chat;
  readonly #options: FeedOptions;
  /** Whether this page has been in the room before. */
  #begun = false;
  /** How far had been read when the page came into the room. */
  #seenBefore = 0;

  constructor(chat: Chat, options: FeedOptions) {
    this.#chat = chat;
    this.#options = options;
    this.log = new LoadedLog(chat, () => {
      if (this.missed?.more) this.#weighMissed();
      options.changed();
    });
  }

  take(event: ChatEvent): void {
    switch (event.type) {
      case "message":
      case "edited":
      case "deleted":
        this.#take(event);
        return;
      case "welcomed":
        this.catchingUp = true;
        this.#seenBefore = this.readTo;
        return;
      case "caught_up":
        this.#caughtUp();
        return;
      default: {
        if (event.type === "break" && event.why === "erased") {
          this.log.erase();
          this.unread = unreadSince(0);
          this.missed = undefined;
          this.#begun = false;
        }
        if (!isNews(event)) return;
        const isMove = event.type === "joined" || event.type === "left";
        const text = sayNews(event, APART);
        this.#show(
          addNotice(this.log.items, { at: "at" in event ? event.at : this.log.lastAt, text }, isMove),
        );
      }
    }
  }

  /** How far counts as read, here and wherever else the reader is: whoever has not been where it begins has not read what they missed. */
  get readTo(): number {
    return this.missed === undefined ? this.unread.seen : this.#seenBefore;
  }

  /** What the reader sees: the end of the log or not, and whether the page is in sight. */
  look(atEnd: boolean, inSight: boolean): void {
    const { unread } = this;
    const moved = this.atEnd !== atEnd;
    this.atEnd = atEnd;
    this.#inSight = inSight;
    if (this.#attending && !this.catchingUp) this.unread = attended(unread, this.log.newest);
    if (moved || unread !== this.unread) this.#options.changed();
  }

  /** Another tab of this person has read on. */
  seenElsewhere(id: number): void {
    if (this.catchingUp) return;
    if (this.missed && id >= this.missed.from) this.forgetMissed();
    if (id <= this.unread.seen) return;
    const left = missedIn(this.log.items, id, { ...this.#options, more: false });
    this.unread = { seen: id, from: left?.from ?? this.unread.from, count: left?.count ?? 0 };
    this.#options.changed();
  }

  /** The reader has come to the first of what they had missed, or does not want to. */
  forgetMissed(): void {
    if (this.missed === undefined) return;
    this.missed = undefined;
    this.#options.changed();
  }

  /** Goes to the first of what was missed, fetching what is before what is here. */
  async revealMissed(): Promise<void> {
    await this.#fetchMissed(WANTED_PAGES);
    if (this.missed) await this.reveal(this.missed.from);
  }

  /** Goes to the end. */
  jump(): void {
    this.#jump();
    this.#options.changed();
  }

  /** Brings a message into sight, fetching what is between. Tells whether it was found. */
  async reveal(id: number): Promise<boolean> {
    if (!(await this.log.reach(id))) return false;
    this.atEnd = false;
    this.revealed = { id };
    this.#options.changed();
    return true;
  }

  get #attending(): boolean {
    return this.atEnd && this.#inSight;
  }

  #take(event: SeenEvent): void {
    if (event.type !== "message") {
      this.log.items = change(this.log.items, event);
      return;
    }
    const { own, replayed, entry: _, ...message } = event;
    this.#show([...this.log.items, messageItem(message, own)]);
    if (own && !replayed) {
      this.#jump();
      this.missed = undefined;
    }
    // What was missed is weighed when all of it is here.
    if (this.catchingUp || (!own && !this.#options.hears(message))) return;
    this.unread = arrived(this.unread, { id: event.id, own, attended: this.#attending });
  }

  #jump(): void {
    this.jumps += 1;
    this.atEnd = true;
  }

  #show(items: Items): void {
    this.log.show(items, this.#attending ? LOG_BOUND : LOG_BOUND_UNREAD);
  }

  #caughtUp(): void {
    this.catchingUp = false;
    if (!this.#begun) {
      this.log.begin();
      // To who has never been here, nothing is unread.
      this.#seenBefore = this.#options.seenIn(this.#chat.saved().epoch ?? 0) || this.log.newest;
    }
    this.#begun = true;
    this.#seenBefore = Math.min(this.log.newest, readUpTo(this.log.items, this.#seenBefore));
    this.unread = { ...this.unread, seen: Math.max(this.unread.seen, this.#seenBefore) };
    this.#weighMissed();
    void this.#fetchMissed(MISSED_PAGES);
  }

  /** What has been missed, as far as it is here; the line stands above its beginning as soon as that is known. */
  #weighMissed(): void {
    const more = this.log.older !== "none" && this.log.oldest > this.#seenBefore + 1;
    const missed = missedIn(this.log.items, this.#seenBefore, { ...this.#options, more });
    this.missed = missed;
    if (missed === undefined) return;
    const from = missed.more ? undefined : missed.from;
    this.unread = this.#attending
      ? { seen: this.log.newest, from, count: 0 }
      : { ...this.unread, from, count: missed.count };
  }

  async #fetchMissed(pages: number): Promise<void> {
    for (let page = 0; page < pages && this.missed?.more; page++) await this.log.loadOlder(LIMITS.page);
  }
}
