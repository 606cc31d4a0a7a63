import { type Change, changed } from "../../../src/protocol/change.ts";
import type { DurableEvent, Message } from "../../../src/protocol/event.ts";
import { isSameDay } from "../text/times.ts";
import { type Item, type MessageItem, type Moves, messageItem } from "./item.ts";

/** Items kept on the page; older ones are fetched again when somebody scrolls there. */
export const LOG_BOUND = 5_000;
/** The same while somebody reads further up, or not at all: nothing may vanish under their eyes, and nothing may grow for ever. */
export const LOG_BOUND_UNREAD = 2 * LOG_BOUND;

export type Items = readonly Item[];

/** How many go at once, so that not every message of a full log moves all others. */
const STEP = 50;

/** Drops the oldest over the bound. */
export function dropOldest(items: Items, bound: number = LOG_BOUND): Items {
  return items.length > bound ? items.slice(STEP - bound) : items;
}

/** Puts a page of older messages before what is there. */
export function prepend(items: Items, page: readonly DurableEvent[], you: string | undefined): Items {
  const oldest = oldestId(items) ?? Number.POSITIVE_INFINITY;
  const older = new Map<number, MessageItem>();
  for (const event of page) {
    if (event.type === "message" && event.id < oldest)
      older.set(event.id, messageItem(event, event.uid === you));
  }
  const sorted = [...older.values()].sort((one, other) => one.message.id - other.message.id);
  return older.size === 0 ? items : [...sorted, ...items];
}

/** Shows a message in its new form. */
export function change(items: Items, event: Change, you?: string): Items {
  const at = items.findLastIndex((item) => item.kind === "message" && item.message.id === event.target);
  const item = items[at];
  if (item?.kind !== "message") return items;
  return items.with(at, { ...item, message: changed(item.message, event, you) });
}

/** Tells notices apart, also those of one moment in a log that is as long as it may be. */
let notices = 0;

/** Of comings and goings that share one line, how many are told one by one, at most; and before they are folded. */
const TOLD = 100;
export const UNFOLDED = 3;

/** Adds a notice; `move`: of somebody's coming or going, which joins the line before it, if that is of the same day. */
export function addNotice(
  items: Items,
  { at, text }: { at: number; text: string },
  move?: "came" | "went",
): Items {
  if (move === undefined) return [...items, { kind: "notice", key: `n${notices++}`, at, text }];
  const last = items.at(-1);
  const before = last?.kind === "notice" && isSameDay(last.at, at) ? last.moves : undefined;
  const { came, went, told }: Moves = before ?? { came: 0, went: 0, told: [] };
  const moves = { came, went, told: [...told, text].slice(-TOLD), [move]: (before?.[move] ?? 0) + 1 };
  const item = { at, text: moves.told.slice(-UNFOLDED).join(" · "), moves };
  if (last?.kind === "notice" && before) return items.with(-1, { ...last, ...item, at: last.at });
  return [...items, { kind: "notice", key: `n${notices++}`, ...item }];
}

/** A message by its `id`, which go up through the log. */
export function messageIn(items: Items, id: number): Message | undefined {
  let [from, end] = [0, items.length];
  while (from < end) {
    const half = (from + end) >> 1;
    // Between the messages stand notices.
    let at = half;
    while (at < end && items[at]?.kind !== "message") at++;
    const item = items[at];
    const found = at < end && item?.kind === "message" ? item.message : undefined;
    if (found?.id === id) return found;
    if (found && found.id < id) from = at + 1;
    else end = half;
  }
  return undefined;
}

export function oldestId(items: Items): number | undefined {
  const oldest = items.find((item) => item.kind === "message");
  return oldest?.message.id;
}

export function newestId(items: Items): number | undefined {
  const newest = items.findLast((item) => item.kind === "message");
  return newest?.message.id;
}
