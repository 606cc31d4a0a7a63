import type { DurableEvent, Message } from "./event.ts";

/** What becomes of a message: a durable event that has no place of its own in the log that people see. */
export type Change = Exclude<DurableEvent, Message>;

const DURABLE: Readonly<Record<DurableEvent["type"], true>> = { message: true, edited: true, deleted: true };

/** Whether an event is stored, and replayed to whoever missed it. */
export function isDurable<Event extends { readonly type: string }>(
  event: Event,
): event is Extract<Event, { type: DurableEvent["type"] }> {
  return Object.hasOwn(DURABLE, event.type);
}

/** Who wrote a message, or changed one: their `uid`. */
export function authorOf(event: DurableEvent): string {
  switch (event.type) {
    case "message":
      return event.uid;
    case "edited":
    case "deleted":
      return event.byUid;
    default:
      return event satisfies never;
  }
}

/** Whether an event counts as something that its author said, in slow mode and where a room looks for an owner. */
export function isSpeech(type: DurableEvent["type"]): boolean {
  switch (type) {
    case "message":
    case "edited":
      return true;
    case "deleted":
      return false;
    default:
      return type satisfies never;
  }
}

/** A message as it is after a change of it. */
export function changed(message: Message, change: Change): Message {
  switch (change.type) {
    case "edited":
      return { ...message, text: change.text, edited: true };
    case "deleted": {
      const { text: _, ...rest } = message;
      return { ...rest, deleted: true };
    }
    default:
      return change satisfies never;
  }
}
