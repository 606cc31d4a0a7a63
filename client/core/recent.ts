import type { DurableEvent, Message } from "../../src/protocol/event.ts";

const BOUND = 500;

/** The newest messages in their present form, oldest first. */
export class Recent {
  messages: readonly Message[] = [];

  add(event: DurableEvent): void {
    switch (event.type) {
      case "message":
        this.messages = [...this.messages, event].slice(-BOUND);
        return;
      case "edited":
        this.#change(event.target, (message) => ({ ...message, text: event.text, edited: true }));
        return;
      case "deleted":
        this.#change(event.target, ({ text: _, ...message }) => ({ ...message, deleted: true }));
        return;
      default:
        event satisfies never;
    }
  }

  clear(): void {
    this.messages = [];
  }

  #change(id: number, change: (message: Message) => Message): void {
    this.messages = this.messages.map((message) => (message.id === id ? change(message) : message));
  }
}
