import { changed } from "../../../src/protocol/change.ts";
import type { DurableEvent, Message } from "../../../src/protocol/event.ts";

const BOUND = 500;

/** The newest messages in their present form, oldest first. */
export class Recent {
  messages: readonly Message[] = [];

  add(event: DurableEvent, reader: string | undefined): void {
    this.messages =
      event.type === "message"
        ? [...this.messages, event].slice(-BOUND)
        : this.messages.map((message) =>
            message.id === event.target ? changed(message, event, reader) : message,
          );
  }

  clear(): void {
    this.messages = [];
  }
}
