import type { DurableEvent, Message } from "../../../src/protocol/event.ts";
import type { Chat } from "../../core/chat.ts";
import { isProblem } from "../../core/problem.ts";
import { sayProblem } from "../../core/words/say-problem.ts";
import { panelWords } from "../words/panel-words.ts";

/** What was looked for, and what has been found so far, newest first. */
interface FoundMessages {
  text: string;
  messages: readonly Message[];
  /** Where older ones may be. */
  before?: number | undefined;
}

/** Looks for a text in the room. */
export class Finder {
  found: FoundMessages = { text: "", messages: [] };
  state = "";
  readonly #chat: Chat;
  readonly #changed: () => void;

  constructor(chat: Chat, changed: () => void) {
    this.#chat = chat;
    this.#changed = changed;
  }

  search(text: string): Promise<void> {
    this.begin(text);
    return this.more();
  }

  /** Nothing of it has been found yet. */
  begin(text: string): void {
    this.found = { text, messages: [] };
  }

  async more(): Promise<void> {
    const { text, before } = this.found;
    this.#say(panelWords.search.searching);
    const page = await this.#chat.search({ text, ...(before !== undefined && { before }) });
    if (isProblem(page)) this.#say(sayProblem(page));
    else this.add(page.events, page.more ? page.before : undefined);
  }

  /** Adds what has been found, newest first. */
  add(events: readonly DurableEvent[], before?: number): void {
    const more = events.filter((event) => event.type === "message");
    this.found = { ...this.found, messages: [...this.found.messages, ...more], before };
    const count = this.found.messages.length;
    const { search } = panelWords;
    if (before === undefined) this.#say(search.found(count));
    else this.#say(search.foundSoFar({ count, among: Math.max(count, this.#newest - before + 1) }));
  }

  get #newest(): number {
    return this.#chat.recent.at(-1)?.id ?? 0;
  }

  #say(state: string): void {
    this.state = state;
    this.#changed();
  }
}

const finders = new WeakMap<Chat, Finder>();

/** Who looks for texts in the room of a chat; one for each. */
export function finderOf(chat: Chat, changed: () => void): Finder {
  const finder = finders.get(chat) ?? new Finder(chat, changed);
  finders.set(chat, finder);
  return finder;
}
