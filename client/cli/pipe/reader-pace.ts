import type { Chat } from "../../core/chat.ts";
import type { Output } from "../end/output.ts";

/** Bytes of output that may wait for their reader while more comes in. */
const MOST = 1024 * 1024;

/**
 * Has a chat go no faster than its output is read. Whoever reads too slowly is
 * out of the room until they have caught up; then it goes on from what they saw.
 */
export class ReaderPace {
  readonly #chat: Pick<Chat, "close" | "start">;
  readonly #output: Pick<Output, "waiting" | "onceRead">;
  #state: "reading" | "full" | "waiting" | "stopped" = "reading";

  constructor(chat: Pick<Chat, "close" | "start">, output: Pick<Output, "waiting" | "onceRead">) {
    this.#chat = chat;
    this.#output = output;
  }

  /** Whether the connection was given up, and is to come back. */
  get isWaiting(): boolean {
    return this.#state === "waiting";
  }

  /** Something was written, maybe. */
  keep(): void {
    if (this.#state !== "reading" || this.#output.waiting <= MOST) return;
    this.#state = "full";
    // Not amid the events of a frame, which are all told already.
    queueMicrotask(() => this.#pause());
  }

  /** There is no more to come. */
  stop(): void {
    this.#state = "stopped";
  }

  #pause(): void {
    if (this.#state !== "full") return;
    this.#state = "waiting";
    this.#chat.close();
    this.#output.onceRead(() => {
      if (this.#state !== "waiting") return;
      this.#state = "reading";
      this.#chat.start();
    });
  }
}
