import type { DurableEvent, Message } from "../../../src/protocol/event.ts";
import { LIMITS } from "../../../src/protocol/limits.ts";
import type { Chat } from "../../core/chat.ts";
import { isProblem } from "../../core/problem.ts";
import { lookBack } from "../../core/timeline/look-back.ts";
import { shownAt } from "../model/item.ts";
import { dropOldest, type Items, messageIn, newestId, oldestId, prepend } from "../model/log.ts";

/** Pages that are read for a part of the log before it is said that there may be more. */
const PART_PAGES = 5;
/** Pages of older messages that a search through the log reads at most. */
const FAR = 20;

export interface LoadedLogOptions {
  /** Which messages it has; without it, all. */
  part?: (message: Message) => boolean;
  /** Older messages are asked for, or here. */
  changed(): void;
}

/** What of a room's log is on the page, and the way to what is before it. */
export class LoadedLog {
  items: Items = [];
  /** Whether there is something before the oldest item. */
  older: "some" | "loading" | "none" = "none";
  readonly #chat: Chat;
  readonly #options: LoadedLogOptions;
  /** Where the next older page goes on, if that is before the oldest item. */
  #goesOn = Number.POSITIVE_INFINITY;
  #loading: Promise<void> | undefined;

  constructor(chat: Chat, options: LoadedLogOptions) {
    this.#chat = chat;
    this.#options = options;
  }

  messageOf(id: number): Message | undefined {
    return messageIn(this.items, id);
  }

  /** The `id` of the oldest message; 0 where there is none. */
  get oldest(): number {
    return oldestId(this.items) ?? 0;
  }

  /** Likewise. */
  get newest(): number {
    return newestId(this.items) ?? 0;
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
    this.items = this.#behind(page);
    this.#options.changed();
  }

  /** What is there, behind a page of older messages. */
  #behind(page: readonly DurableEvent[]): Items {
    const { part } = this.#options;
    const wanted = part ? page.filter((event) => event.type === "message" && part(event)) : page;
    return prepend(this.items, wanted, this.#chat.room.you?.uid);
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
    const { part, changed } = this.#options;
    const before = this.items;
    this.older = "loading";
    // A part of what is told may have nothing on a page.
    const pages = part ? PART_PAGES : 1;
    for (let page = 0; page < pages && this.older === "loading" && this.items === before; page++) {
      await this.#loadPage(part ? LIMITS.page : limit);
    }
    if (this.older === "loading") this.older = "some";
    changed();
  }

  async #loadPage(limit: number): Promise<void> {
    const before = Math.min(oldestId(this.items) ?? Number.POSITIVE_INFINITY, this.#goesOn);
    const page = await lookBack(this.#chat, { limit, ...(Number.isFinite(before) && { before }) });
    if (isProblem(page)) {
      this.older = "some";
      return;
    }
    this.#goesOn = page.before ?? page.events[0]?.id ?? 0;
    if (!page.more || this.#goesOn >= before) this.older = "none";
    this.items = this.#behind(page.events);
  }

  /** Fetches what is between here and a message. Tells whether it was found. */
  async reach(id: number): Promise<boolean> {
    for (let page = 0; page < FAR && this.older === "some" && this.oldest > id; page++) {
      await this.loadOlder(LIMITS.page);
    }
    return this.messageOf(id) !== undefined;
  }
}
