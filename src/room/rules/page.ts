import type { DurableEvent } from "../../protocol/event.ts";
import type { MessagePage } from "../../protocol/http-answer.ts";
import { ROOM_LIMITS } from "../../protocol/limits.ts";
import type { MessageLog } from "../state/store.ts";
import { viewEvent, viewMessage } from "../view.ts";

/** Bytes of an event's JSON in UTF-8, and of the comma behind it. */
function sizeOf(event: DurableEvent): number {
  return new TextEncoder().encode(JSON.stringify(event)).length + 1;
}

/** How many of these events, from the first on, fit into one answer. A single one always does: it came in a frame. */
export function fitting(events: readonly DurableEvent[]): number {
  let bytes = 0;
  const over = events.findIndex((event) => {
    bytes += sizeOf(event);
    return bytes > ROOM_LIMITS.answer;
  });
  return over === -1 ? events.length : over;
}

/** How many events one request looks at: an edit or a reaction among them is another row, that of its message. */
const EVENTS = ROOM_LIMITS.rows / 2;

/** How much a reader wants, and of what they may see. */
interface Wanted {
  readonly uid: string;
  readonly limit: number;
}

/** The newest messages before an id, oldest first, as far as one request looks back. */
export function pageBefore(log: MessageLog, id: number, { uid, limit }: Wanted): MessagePage {
  const top = Math.min(id, log.cursor() + 1);
  const above = Math.max(log.floor(), log.back(top, ROOM_LIMITS.rows));
  // One more than is wanted tells whether there are more.
  const rows = log.before(top, uid, { above, limit: limit + 1 }).reverse();
  const newestFirst = rows.slice(0, limit).map((row) => viewMessage(row, uid));
  const fit = fitting(newestFirst);
  const events = newestFirst.slice(0, fit).reverse();
  if (fit < rows.length) return { events, more: true, before: events[0]?.id ?? top };
  return above > log.floor() ? { events, more: true, before: above + 1 } : { events, more: false };
}

/** The oldest events after an id, as far as one request looks. */
export function pageAfter(log: MessageLog, id: number, { uid, limit }: Wanted): MessagePage {
  const through = Math.min(log.cursor(), Math.max(id, log.floor()) + EVENTS);
  const rows = log.after(id, uid, { through, limit: limit + 1 });
  const oldestFirst = rows.slice(0, limit).map((row) => viewEvent(row, uid));
  const events = oldestFirst.slice(0, fitting(oldestFirst));
  if (events.length < rows.length) return { events, more: true, after: events.at(-1)?.id ?? id };
  return through < log.cursor() ? { events, more: true, after: through } : { events, more: false };
}

/** The newest events after an id, oldest first, and whether that is all of them. */
export function newestAfter(
  log: MessageLog,
  id: number,
  { uid, limit }: Wanted,
): { events: DurableEvent[]; complete: boolean } {
  const above = Math.max(id, log.floor(), log.cursor() - EVENTS);
  const rows = log.newestAfter(above, uid, limit + 1).reverse();
  const newestFirst = rows.slice(0, limit).map((row) => viewEvent(row, uid));
  const fit = fitting(newestFirst);
  const complete = fit === rows.length && above <= id && log.reactionsRemoved() <= id;
  return { events: newestFirst.slice(0, fit).reverse(), complete };
}
