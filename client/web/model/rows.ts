import { isSameDay } from "../text/times.ts";
import { type Item, type MessageItem, type NoticeItem, shownAt } from "./item.ts";
import type { Items } from "./log.ts";

/** One line of the page. `head`: with the author's name, for it opens a group. */
export type LogRow =
  | { kind: "day"; key: string; at: number }
  | { kind: "unread"; key: string }
  | (MessageItem & { head: boolean })
  | NoticeItem;

/** Milliseconds within which one author's messages stand together. */
const TOGETHER = 5 * 60_000;

/** The log as it is shown: with dates, groups and the line above the first unread message. */
export function rowsOf(items: Items, unreadFrom?: number): LogRow[] {
  const rows: LogRow[] = [];
  let before: Item | undefined;
  // Where all before the first has been dropped, nobody knows whether the next is it.
  let line: "none" | "due" | "drawn" = "none";
  for (const item of items) {
    const at = shownAt(item);
    const newDay = before === undefined || !isSameDay(shownAt(before), at);
    if (newDay) rows.push({ kind: "day", key: `d${item.key}`, at });
    const id = item.kind === "message" ? item.message.id : 0;
    // The very first may be hidden, for its author is ignored.
    const unread = id > 0 && (line === "due" ? id >= (unreadFrom ?? id + 1) : id === unreadFrom);
    if (unread) rows.push({ kind: "unread", key: "unread" });
    if (unread) line = "drawn";
    else if (line === "none" && id > 0 && id < (unreadFrom ?? 0)) line = "due";
    if (item.kind === "message") {
      const head = newDay || unread || !belongs(item, before);
      rows.push({ ...item, head });
    } else rows.push(item);
    before = item;
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
