import type { RoomEvent } from "../../../src/protocol/event.ts";

/**
 * Stands in for the protocol's `parseEvents` in the browser's bundle. The page
 * comes from the very server that sends the events, so checking each field with
 * a schema would guard against nobody, and cost a tenth of the page.
 */
export function parseEvents(frame: string): RoomEvent[] | undefined {
  try {
    const events: unknown = JSON.parse(frame);
    return Array.isArray(events) ? events.filter(isKnown) : undefined;
  } catch {
    return undefined;
  }
}

const TYPES: ReadonlySet<string> = new Set<RoomEvent["type"]>([
  ...(["welcome", "message", "edited", "deleted", "stored", "error", "joined", "left", "renamed"] as const),
  ...([
    "typing",
    "history",
    "found",
    "kicked",
    "unbanned",
    "bans",
    "role",
    "topic",
    "locked",
    "slow",
  ] as const),
]);

/** Unknown events are for later clients. */
function isKnown(event: { type?: string } | null): event is RoomEvent {
  return TYPES.has(event?.type ?? "");
}
