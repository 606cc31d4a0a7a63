import type { DurableEvent, Message } from "../../../src/protocol/event.ts";
import { LIMITS } from "../../../src/protocol/limits.ts";
import type { Chat } from "../../core/chat.ts";
import { isProblem } from "../../core/problem.ts";
import { lookBack } from "../../core/timeline/look-back.ts";
import { shownAt } from "../model/item.ts";
import { dropOldest, type Items, messagesIn, oldestId, prepend } from "../model/log.ts";

/** Pages of older messages that a search through the log reads at most. */
const FAR = 20;

/** What of a room's log is on the page, and the way to what is before it. */
export class LoadedLog {
  items: Items = [];
  /** Whether there is something before the oldest item. */
  older: "some" | "loading" | "none" = "none";
  readonly #chat: Chat;
  readonly #changed: () => void;
  /** Where the next older page goes on, if that is before the oldest item. */
  #goesOn = Number.POSITIVE_INFINITY;
  #loading: Promise<void> | undefined;
  #indexed: Items | undefined;
  #messages = new Map<number, Message>();

  /** `changed`: older messages are asked for, or here. */
  constructor(chat: Chat, changed: () => void) {
    this.#chat = chat;
    this.#changed = changed;
  }

  messageOf(id: number): Message | undefined {
    if (this.#indexed !== this.items) {
      this.#indexed = this.items;
      this.#messages = new Map(messagesIn(this.items).map((message) => [message.id, message]));
    }
    return this.#messages.get(id);
  }

  /** The `id` of the oldest message; 0 where there is none. */
  get oldest(): number {
    return oldestId(this.items) ?? 0;
  }

  /** Likewise. */
  get newest(): number {
    return messagesIn(this.items).at(-1)?.id ?? 0;
  }

  /** When the last thing in it was. */
  get lastAt(): number {
    const last = this.items.at(-1);
    return last === undefined ? Date.now() : shownAt(last);
  }

  /** Shows items, without the oldest over the bound. */
  show(items: Items, bound: number): void {
    this.items = dropOldest(items, bound);
    if (this.items === items) return;
    this.older = "some";
    this.#goesOn = Number.POSITIVE_INFINITY;
  }

  erase(): void {
    this.items = [];
    this.#goesOn = Number.POSITIVE_INFINITY;
  }

  /** What comes first is here. Fewer than a page need not be all: others' private messages may stand between. */
  begin(): void {
    this.older = (oldestId(this.items) ?? 1) > 1 ? "some" : "none";
  }

  /** Puts older messages before what is there. */
  prepend(page: readonly DurableEvent[]): void {
    this.items = prepend(this.items, page, this.#chat.room.you?.uid);
    this.#changed();
  }

  /** Resolves when they are there, or can't be had. */
  loadOlder(limit: number = LIMITS.defaultPage): Promise<void> {
    if (this.older === "some") {
      this.#loading = this.#loadOlder(limit);
      this.#changed();
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
      this.items = prepend(this.items, page.events, this.#chat.room.you?.uid);
    }
    this.#changed();
  }

  /** Fetches what is between here and a message. Tells whether it was found. */
  async reach(id: number): Promise<boolean> {
    for (let page = 0; page < FAR && this.older === "some" && this.oldest > id; page++) {
      await this.loadOlder(LIMITS.page);
    }
    return this.messageOf(id) !== undefined;
  }
}
