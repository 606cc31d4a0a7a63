import type { DurableEvent } from "../protocol/event.ts";
import { LIMITS } from "../protocol/limits.ts";
import type { LoggedEvent } from "./store.ts";
import { viewEvent } from "./view.ts";

/** Bytes of an event's JSON in UTF-8, and of the comma behind it. */
function sizeOf(event: DurableEvent): number {
  return new TextEncoder().encode(JSON.stringify(event)).length + 1;
}

/** How many of these events, from the first on, fit into one answer. A single one always does: it came in a frame. */
export function fitting(events: readonly DurableEvent[]): number {
  let bytes = 0;
  const over = events.findIndex((event) => {
    bytes += sizeOf(event);
    return bytes > LIMITS.answer;
  });
  return over === -1 ? events.length : over;
}

/** Events for one answer, and whether some were left out. */
export interface Page<Event extends DurableEvent = DurableEvent> {
  readonly events: Event[];
  readonly more: boolean;
}

/** The first `limit` of the rows that fit. Pass one row more than that, so that `more` can tell. */
export function firstPage(rows: readonly LoggedEvent[], limit: number): Page {
  const events = rows.slice(0, limit).map(viewEvent);
  const fit = fitting(events);
  return { events: events.slice(0, fit), more: fit < rows.length };
}

/** The last `limit` of the rows that fit. Pass one row more than that, so that `more` can tell. */
export function lastPage(rows: readonly LoggedEvent[], limit: number): Page {
  const newestFirst = firstPage(rows.toReversed(), limit);
  return { events: newestFirst.events.reverse(), more: newestFirst.more };
}
