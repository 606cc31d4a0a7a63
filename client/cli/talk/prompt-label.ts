import type { Chat } from "../../core/chat.ts";
import type { ChatEvent } from "../../core/chat-event.ts";
import { label } from "../view/label.ts";
import type { Desk } from "./desk.ts";

/** Milliseconds between two looks at what the prompt says. */
const TICK = 1_000;
/** A tick that comes so late (ms) was slept through. */
const SLEPT = 5_000;

export interface PromptLabelOptions {
  readonly desk: Desk;
  chat(): Chat;
  nick(): string;
  /** What is going on besides; "" for nothing. */
  doing(): string;
}

/** Keeps what the prompt says in step with the connection and the clock. */
export class PromptLabel {
  readonly #options: PromptLabelOptions;
  #offlineSince: number | undefined;
  #ticked = Date.now();
  readonly #timer = setInterval(() => this.#tick(), TICK).unref();

  constructor(options: PromptLabelOptions) {
    this.#options = options;
  }

  get text(): string {
    const { chat, nick, doing, desk } = this.#options;
    return label(chat(), {
      now: Date.now(),
      offlineSince: this.#offlineSince,
      nick: nick(),
      doing: doing(),
      room: desk.name,
    });
  }

  follow(event: ChatEvent): void {
    const state = event.type === "state" ? event.state.state : undefined;
    if (state === "online") this.#offlineSince = undefined;
    if (state === "waiting") this.#offlineSince ??= Date.now();
    this.update();
  }

  /** Nobody is in the room any more. */
  close(): void {
    clearInterval(this.#timer);
  }

  update(): void {
    this.#options.desk.setLabel(this.text);
  }

  #tick(): void {
    const now = Date.now();
    if (now - this.#ticked > SLEPT) this.#options.chat().wake();
    this.#ticked = now;
    this.update();
  }
}
