import type { Item } from "./item.ts";

/** Items of a block, at most. */
const SIZE = 50;

/** A part of the log that is drawn by itself: the same object as long as nothing about it has changed. */
export interface Block<Shown extends Item = Item> {
  /** That of its first item. */
  readonly key: string;
  readonly items: readonly Shown[];
  /** The item before it. */
  readonly before: Shown | undefined;
  /** The message in it, by `id`, above which the line of the unread stands. */
  readonly line: number | undefined;
}

/** The log in blocks. Of those that there were, what has stayed as it was stays the same: a new message makes the last one anew, and older ones make blocks of their own. */
export function blocksOf<Shown extends Item>(
  items: readonly Shown[],
  line: number | undefined,
  before: readonly Block<Shown>[],
): Block<Shown>[] {
  const known = new Map(before.map((block) => [block.key, block]));
  const blocks: Block<Shown>[] = [];
  for (let at = 0, end = 0; at < items.length; at = end) {
    const key = items[at]?.key ?? "";
    const old = known.get(key);
    const isWhole = old?.items.every((item, index) => item === items[at + index]) ?? false;
    end = at + (isWhole ? (old?.items.length ?? 1) : 1);
    while (end < items.length && end - at < SIZE && !known.has(items[end]?.key ?? "")) end++;
    const isSame = isWhole && old?.items.length === end - at;
    const its = isSame ? old.items : items.slice(at, end);
    const lineIn = line !== undefined && its.some((item) => idOf(item) === line) ? line : undefined;
    const isOld = isSame && old.before === items[at - 1] && old.line === lineIn;
    blocks.push(isOld ? old : { key, items: its, before: items[at - 1], line: lineIn });
  }
  return blocks;
}

/**
 * The message, by `id`, above which the line of the unread stands: the first
 * unread, or the next one that is shown, for its author may be ignored. Where
 * all before it has been dropped, nobody knows whether the next is it.
 */
export function lineAbove(items: readonly Item[], unreadFrom: number | undefined): number | undefined {
  if (unreadFrom === undefined) return undefined;
  const read = items.findLastIndex((item) => item.kind === "message" && item.message.id < unreadFrom);
  const next = items.slice(read + 1).find((item) => idOf(item) > 0);
  return next && (read >= 0 || idOf(next) === unreadFrom) ? idOf(next) : undefined;
}

function idOf(item: Item): number {
  return item.kind === "message" ? item.message.id : 0;
}
