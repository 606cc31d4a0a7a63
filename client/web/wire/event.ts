import type { RoomEvent } from "../../../src/protocol/event.ts";

/**
 * Stands in for the protocol's `parseEvents` in the browser's bundle. The page
 * comes from the very server that sends the events, so checking each field with
 * a schema would guard against nobody, and cost a tenth of the page. Events of
 * a type that is not known pass, and nothing follows them.
 */
export function parseEvents(frame: string): RoomEvent[] | undefined {
  try {
    const events = JSON.parse(frame);
    return Array.isArray(events) ? events : undefined;
  } catch {
    return undefined;
  }
}
