import { isDurable } from "../../src/protocol/change.ts";
import { type DurableEvent, parseEvents, type RoomEvent, type Unread } from "../../src/protocol/event.ts";
import type { Draft } from "./sending/entry.ts";

/** What somebody wants said: it has a text. */
export type Worded = Extract<Draft, { text: string }>;

/** What has been said: a message, or a new text of one. */
export type Spoken = Extract<DurableEvent, { text?: unknown }>;

/**
 * What becomes of each text between the person and the room. All that is said
 * goes out through `encode`, and all that comes in, live or out of the past,
 * through `decode`. Neither throws: what can't be decoded is a text, too.
 */
export interface Codec {
  /** The text that the room is sent. The same draft may be encoded several times. */
  encode(text: string, draft: Worded): string;
  /** The text that the person reads. */
  decode(text: string, event: Spoken): string;
}

/** Text goes as it is written. */
export const plainCodec: Codec = { encode: (text) => text, decode: (text) => text };

/** A draft as it is sent, and measured. */
export function encoded(draft: Draft, codec: Codec): Draft {
  return "text" in draft ? { ...draft, text: codec.encode(draft.text, draft) } : draft;
}

/** A durable event as it is read. */
export function decoded<Event extends DurableEvent>(event: Event, codec: Codec): Event {
  if (!("text" in event) || event.text === undefined) return event;
  return { ...event, text: codec.decode(event.text, event) };
}

/** An event that brings no messages: one that does needs a case of its own. */
interface Textless {
  readonly type: string;
  readonly events?: never;
}

/** What a frame of the room tells, as it is read. */
export function readFrame(frame: string, codec: Codec): (RoomEvent | Unread)[] {
  return (parseEvents(frame) ?? []).map((event) => {
    if (isDurable(event)) return decoded(event, codec);
    switch (event.type) {
      case "welcome":
      case "history":
        return { ...event, events: event.events.map((each) => decoded(each, codec)) };
      case "found":
        return { ...event, events: event.events.map((each) => decoded(each, codec)) };
      default:
        return event satisfies Textless;
    }
  });
}
