import type { DurableEvent, Message } from "../../../src/protocol/event.ts";
import { LIMITS } from "../../../src/protocol/limits.ts";
import type { Chat } from "../../core/chat.ts";
import type { ChatEvent, SeenEvent } from "../../core/chat-event.ts";
import { isProblem } from "../../core/problem.ts";
import { lookBack } from "../../core/timeline/look-back.ts";
import { isNews, type Shows, sayNews } from "../../core/words/say-news.ts";
import { messageItem } from "../model/item.ts";
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
import { arrived, attended, type UnreadMark, unreadSince } from "../model/unread.ts";

/** As it came: what the page shows is made safe there. */
const PLAIN: Shows = { nick: (_, nick) => nick, text: (text) => text };
/** Pages of older messages that a search through the log reads at most. */
const FAR = 20;

/** The log of the page, and how far it has been read. */
export class Feed {
  items: Items = [];
  /** Whether there is something before the oldest item. */
  older: "some" | "loading" | "none" = "none";
  /** Missed messages are still coming. */
  catchingUp = true;
  unread: UnreadMark;
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
  readonly #changed: () => void;
  /** Whether this page has been in the room before. */
  #begun = false;

  /** `seen`: up to where the person had read; to who has never been here (0), nothing is unread. */
  constructor(chat: Chat, { seen, changed }: { seen: number; changed(): void }) {
    this.#chat = chat;
    this.#changed = changed;
    this.unread = unreadSince(seen);
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
        return;
      case "caught_up":
        this.#caughtUp();
        return;
      default: {
        if (event.type === "break" && event.why === "erased") {
          this.items = [];
          this.#goesOn = Number.POSITIVE_INFINITY;
          this.unread = unreadSince(0);
        }
        if (!isNews(event)) return;
        const isMove = event.type === "joined" || event.type === "left";
        const text = sayNews(event, PLAIN);
        this.#show(addNotice(this.items, { at: Date.now(), text }, isMove));
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
    if (moved || unread !== this.unread) this.#changed();
  }

  /** Puts older messages before what is there. */
  prepend(page: readonly DurableEvent[]): void {
    this.items = prepend(this.items, page, this.#chat.room.you?.uid);
  }

  /** Goes to the end. */
  jump(): void {
    this.#jump();
    this.#changed();
  }

  async loadOlder(limit: number = LIMITS.defaultPage): Promise<void> {
    if (this.older !== "some") return;
    this.older = "loading";
    this.#changed();
    const before = Math.min(oldestId(this.items) ?? Number.POSITIVE_INFINITY, this.#goesOn);
    const page = await lookBack(this.#chat, { limit, ...(Number.isFinite(before) && { before }) });
    this.older = "some";
    if (!isProblem(page)) {
      this.prepend(page.events);
      this.#goesOn = page.before ?? page.events[0]?.id ?? 0;
      if (!page.more || this.#goesOn >= before) this.older = "none";
    }
    this.#changed();
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
    this.#changed();
    return true;
  }

  get #attending(): boolean {
    return this.atEnd && this.#inSight;
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
    if (own && !replayed) this.#jump();
    const arrival = { id: event.id, own, attended: this.#attending && !this.catchingUp };
    if (this.#begun || this.unread.seen > 0) this.unread = arrived(this.unread, arrival);
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
    }
    this.#begun = true;
    // Where the room was erased since, its ids have begun anew.
    if (this.unread.seen > this.#newest) this.unread = unreadSince(this.#newest);
    if (this.#attending || this.unread.seen === 0) this.unread = attended(this.unread, this.#newest);
  }
}
