import { isSameDay } from "../text/times.ts";
import { type Item, type MessageItem, type NoticeItem, shownAt } from "./item.ts";
import type { ShownItem, ShownMessage } from "./shown.ts";

/** One line of the page. `head`: with the author's name, for it opens a group. */
export type LogRow =
  | { kind: "day"; key: string; at: number }
  | { kind: "unread"; key: string }
  | (ShownMessage & { head: boolean })
  | NoticeItem;

/** Where a part of the log stands. */
interface Adjacent {
  /** The item before it. */
  before?: Item | undefined;
  /** The message, by `id`, above which the line of the unread stands. */
  line?: number | undefined;
}

/** Milliseconds within which one author's messages stand together. */
const TOGETHER = 5 * 60_000;

/** A part of the log as it is shown: with dates, groups and the line above the first unread message. */
export function rowsOf(items: readonly ShownItem[], { before, line }: Adjacent = {}): LogRow[] {
  const rows: LogRow[] = [];
  let last = before;
  for (const item of items) {
    const at = shownAt(item);
    const newDay = last === undefined || !isSameDay(shownAt(last), at);
    if (newDay) rows.push({ kind: "day", key: `d${item.key}`, at });
    if (item.kind === "message") {
      const unread = item.message.id === line;
      if (unread) rows.push({ kind: "unread", key: "unread" });
      rows.push({ ...item, head: newDay || unread || !belongs(item, last) });
    } else rows.push(item);
    last = item;
  }
  return rows;
}

/** Whether a message goes on from the item before it. */
function belongs({ message }: MessageItem, before: Item | undefined): boolean {
  if (before?.kind !== "message") return false;
  const last = before.message;
  return (
    last.uid === message.uid &&
    last.nick === message.nick &&
    last.to?.uid === message.to?.uid &&
    message.at - last.at < TOGETHER &&
    message.re === undefined &&
    !message.me &&
    !last.me
  );
}
