import type { DurableEvent } from "../../src/protocol/event.ts";

// What people write passes here on its way to the room, and on its way back.

/** A text as the room is to keep it. */
export function encode(text: string): string {
  return text;
}

/** What the room has kept, as people are to read it. */
export function decode<Event extends DurableEvent>(event: Event): Event {
  return event;
}
