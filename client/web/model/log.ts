import type { DurableEvent, EventOf, Message } from "../../../src/protocol/event.ts";
import { type Item, messageItem } from "./item.ts";

/** Items kept on the page; older ones are fetched again when somebody scrolls there. */
export const LOG_BOUND = 5_000;

export type Items = readonly Item[];

/** Drops the oldest over the bound. */
export function trim(items: Items): Items {
  return items.length > LOG_BOUND ? items.slice(-LOG_BOUND) : items;
}

/** Puts a page of older messages before what is there. */
export function prepend(items: Items, page: readonly DurableEvent[], you: string | undefined): Items {
  const oldest = oldestId(items) ?? Number.POSITIVE_INFINITY;
  const older = page.flatMap((event) =>
    event.type === "message" && event.id < oldest ? [messageItem(event, event.uid === you)] : [],
  );
  return [...older, ...items];
}

/** Shows a message in its new form. */
export function change(items: Items, event: EventOf<"edited" | "deleted">): Items {
  const at = items.findLastIndex((item) => item.kind === "message" && item.message.id === event.target);
  const item = items[at];
  if (item?.kind !== "message") return items;
  return items.with(at, { ...item, message: changed(item.message, event) });
}

function changed(message: Message, event: EventOf<"edited" | "deleted">): Message {
  if (event.type === "edited") return { ...message, text: event.text, edited: true };
  const { text: _, ...rest } = message;
  return { ...rest, deleted: true };
}

/** Comings and goings that share one line. */
const MOVES = 12;

/** Adds a notice; `isMove`: of somebody's coming or going, which may join the line before it. */
export function notice(items: Items, { at, text }: { at: number; text: string }, isMove: boolean): Items {
  const last = items.at(-1);
  if (isMove && last?.kind === "notice" && last.moves > 0 && last.moves < MOVES) {
    return items.with(-1, { ...last, text: `${last.text} · ${text}`, moves: last.moves + 1 });
  }
  const key = `n${at}-${items.length}`;
  return [...items, { kind: "notice", key, at, text, moves: isMove ? 1 : 0 }];
}

export function messagesIn(items: Items): Message[] {
  return items.flatMap((item) => (item.kind === "message" ? [item.message] : []));
}

export function oldestId(items: Items): number | undefined {
  return messagesIn(items)[0]?.id;
}
