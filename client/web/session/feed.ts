import type { DurableEvent, Message } from "../../../src/protocol/event.ts";
import { LIMITS } from "../../../src/protocol/limits.ts";
import type { Chat } from "../../core/chat.ts";
import type { ChatEvent, SeenEvent } from "../../core/chat-event.ts";
import { isProblem } from "../../core/problem.ts";
import { lookBack } from "../../core/timeline/look-back.ts";
import { isNews, type Shows, sayNews } from "../../core/words/say-news.ts";
import { messageItem, shownAt } from "../model/item.ts";
import {
  addNotice,
  change,
  dropOldest,
  type Items,
  LOG_BOUND,
  LOG_BOUND_UNREAD,
  messagesIn,
  oldestId,
  prepend,
} from "../model/log.ts";
import { type Ear, type Missed, missedIn, readUpTo } from "../model/missed.ts";
import { arrived, attended, type UnreadMark, unreadSince } from "../model/unread.ts";
import { apart } from "../text/apart.ts";

const APART: Shows = { nick: (_, nick) => apart(nick), text: apart };
/** Pages of older messages that a search through the log reads at most. */
const FAR = 20;
/** Pages of missed messages that are fetched without being asked for. */
const MISSED_PAGES = 5;

export interface FeedOptions extends Ear {
  /** How far the person has read a life of the room; to who has never been here (0), nothing is unread. */
  seenIn(epoch: number): number;
  changed(): void;
}

/** The log of the page, and how far it has been read. */
export class Feed {
  items: Items = [];
  /** Whether there is something before the oldest item. */
  older: "some" | "loading" | "none" = "none";
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
  /** Where the next older page goes on, if that is before the oldest item. */
  #goesOn = Number.POSITIVE_INFINITY;
  #inSight = true;
  #indexed: Items | undefined;
  #messages = new Map<number, Message>();
  readonly #chat: Chat;
  readonly #options: FeedOptions;
  /** Whether this page has been in the room before. */
  #begun = false;
  /** How far had been read when the page came into the room. */
  #seenBefore = 0;
  #loading: Promise<void> | undefined;

  constructor(chat: Chat, options: FeedOptions) {
    this.#chat = chat;
    this.#options = options;
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
        this.#seenBefore = this.unread.seen;
        return;
      case "caught_up":
        this.#caughtUp();
        return;
      default: {
        if (event.type === "break" && event.why === "erased") {
          this.items = [];
          this.#goesOn = Number.POSITIVE_INFINITY;
          this.unread = unreadSince(0);
          this.missed = undefined;
          this.#begun = false;
        }
        if (!isNews(event)) return;
        const isMove = event.type === "joined" || event.type === "left";
        const text = sayNews(event, APART);
        this.#show(addNotice(this.items, { at: "at" in event ? event.at : this.#lastAt, text }, isMove));
      }
    }
  }

  messageOf(id: number): Message | undefined {
    if (this.#indexed !== this.items) {
      this.#indexed = this.items;
      this.#messages = new Map(messagesIn(this.items).map((message) => [message.id, message]));
    }
    return this.#messages.get(id);
  }

  /** What the reader sees: the end of the log or not, and whether the page is in sight. */
  look(atEnd: boolean, inSight: boolean): void {
    const { unread } = this;
    const moved = this.atEnd !== atEnd;
    this.atEnd = atEnd;
    this.#inSight = inSight;
    if (this.#attending && !this.catchingUp) this.unread = attended(unread, this.#newest);
    if (moved || unread !== this.unread) this.#options.changed();
  }

  /** Another tab of this person has read on. */
  seenElsewhere(id: number): void {
    if (id <= this.unread.seen || this.catchingUp) return;
    const left = missedIn(this.items, id, { ...this.#options, more: false });
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
    for (let page = 0; page < FAR && this.missed?.more; page++) await this.loadOlder(LIMITS.page);
    if (this.missed) await this.reveal(this.missed.from);
  }

  /** Puts older messages before what is there. */
  prepend(page: readonly DurableEvent[]): void {
    this.items = prepend(this.items, page, this.#chat.room.you?.uid);
    if (this.missed?.more) this.#weighMissed();
  }

  /** Goes to the end. */
  jump(): void {
    this.#jump();
    this.#options.changed();
  }

  /** Resolves when they are there, or can't be had. */
  loadOlder(limit: number = LIMITS.defaultPage): Promise<void> {
    if (this.older === "some") {
      this.#loading = this.#loadOlder(limit);
      this.#options.changed();
    }
    return this.#loading ?? Promise.resolve();
  }

  async #loadOlder(limit: number): Promise<void> {
    this.older = "loading";
    const before = Math.min(oldestId(this.items) ?? Number.POSITIVE_INFINITY, this.#goesOn);
    const page = await lookBack(this.#chat, { limit, ...(Number.isFinite(before) && { before }) });
    this.older = "some";
    if (!isProblem(page)) {
      this.#goesOn = page.before ?? page.events[0]?.id ?? 0;
      if (!page.more || this.#goesOn >= before) this.older = "none";
      this.prepend(page.events);
    }
    this.#options.changed();
  }

  /** Brings a message into sight, fetching what is between. Tells whether it was found. */
  async reveal(id: number): Promise<boolean> {
    for (let page = 0; page < FAR && this.older === "some"; page++) {
      if ((oldestId(this.items) ?? 0) <= id) break;
      await this.loadOlder(LIMITS.page);
    }
    if (this.messageOf(id) === undefined) return false;
    this.atEnd = false;
    this.revealed = { id };
    this.#options.changed();
    return true;
  }

  get #attending(): boolean {
    return this.atEnd && this.#inSight;
  }

  /** When the last thing in the log was. */
  get #lastAt(): number {
    const last = this.items.at(-1);
    return last === undefined ? Date.now() : shownAt(last);
  }

  get #newest(): number {
    return messagesIn(this.items).at(-1)?.id ?? 0;
  }

  #take(event: SeenEvent): void {
    if (event.type !== "message") {
      this.items = change(this.items, event);
      return;
    }
    const { own, replayed, entry: _, ...message } = event;
    this.#show([...this.items, messageItem(message, own)]);
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
    this.items = dropOldest(items, this.#attending ? LOG_BOUND : LOG_BOUND_UNREAD);
    if (this.items === items) return;
    this.older = "some";
    this.#goesOn = Number.POSITIVE_INFINITY;
  }

  #caughtUp(): void {
    this.catchingUp = false;
    if (!this.#begun) {
      // Fewer than a page need not be all: others' private messages may stand between.
      this.older = (oldestId(this.items) ?? 1) > 1 ? "some" : "none";
      // To who has never been here, nothing is unread.
      this.#seenBefore = this.#options.seenIn(this.#chat.saved().epoch ?? 0) || this.#newest;
    }
    this.#begun = true;
    this.#seenBefore = Math.min(this.#newest, readUpTo(this.items, this.#seenBefore));
    this.unread = { ...this.unread, seen: Math.max(this.unread.seen, this.#seenBefore) };
    this.#weighMissed();
    void this.#fetchMissed();
  }

  /** What has been missed, as far as it is here; the line stands above its beginning as soon as that is known. */
  #weighMissed(): void {
    const more = this.older !== "none" && (oldestId(this.items) ?? 0) > this.#seenBefore + 1;
    const missed = missedIn(this.items, this.#seenBefore, { ...this.#options, more });
    this.missed = missed;
    if (missed === undefined) return;
    const from = missed.more ? undefined : missed.from;
    this.unread = this.#attending
      ? { seen: this.#newest, from, count: 0 }
      : { ...this.unread, from, count: missed.count };
  }

  async #fetchMissed(): Promise<void> {
    for (let page = 0; page < MISSED_PAGES && this.missed?.more; page++) await this.loadOlder(LIMITS.page);
  }
}
