import type { Items } from "../model/log.ts";
import { type Ear, type Missed, missedIn, readUpTo } from "../model/missed.ts";
import { arrived, attended, type Incoming, type UnreadMark, unreadSince } from "../model/unread.ts";

/** How far a log's reader has come, and what they have missed of it. */
export class ReaderMark {
  unread: UnreadMark = unreadSince(0);
  /** What was said while the reader was away, until they have come to its beginning. */
  missed: Missed | undefined;
  readonly #ear: Ear;
  /** How far had been read when the page came into the room. */
  #seenBefore = 0;

  constructor(ear: Ear) {
    this.#ear = ear;
  }

  /** How far counts as read: whoever has not been where it begins has not read what they missed. */
  get readTo(): number {
    return this.missed === undefined ? this.unread.seen : this.#seenBefore;
  }

  /** Nothing stands unread. */
  get isRead(): boolean {
    return this.unread.count === 0 && this.missed === undefined;
  }

  /** What had been read is kept in mind: the room tells what came since. */
  pause(): void {
    this.#seenBefore = this.readTo;
  }

  /** The room has told it all: `seen` is how far had been read, as far as that is known. */
  goOn(items: Items, seen: number): void {
    const newest = items.findLast((item) => item.kind === "message");
    const before = readUpTo(items, Math.max(seen, this.#seenBefore), this.#ear);
    this.#seenBefore = Math.min(newest?.kind === "message" ? newest.message.id : 0, before);
    this.unread = { ...this.unread, seen: Math.max(this.unread.seen, this.#seenBefore) };
  }

  /** Whether there may be something missed before a message. */
  isBehind(oldest: number): boolean {
    return oldest > this.#seenBefore + 1;
  }

  /** What has been missed, as far as it is here; the line stands above its beginning as soon as that is known. */
  weigh(items: Items, more: boolean): void {
    const missed = missedIn(items, this.#seenBefore, { ...this.#ear, more });
    this.missed = missed;
    if (missed)
      this.unread = { ...this.unread, ...marked(missed), from: missed.more ? undefined : missed.from };
  }

  /** A message has come. */
  arrived(incoming: Incoming): void {
    this.unread = arrived(this.unread, incoming);
  }

  /** One of them was deleted or written anew: it may be none any more, or for the reader; the line goes where the first of them is. */
  changed(items: Items, id: number): void {
    const { unread } = this;
    const { count, seen, from } = unread;
    if (count === 0 || id <= seen) return;
    const left = missedIn(items, seen, { ...this.#ear, more: false });
    this.unread = { ...unread, ...marked(left), from: id === from ? left?.from : from };
  }

  /** The reader is at the end. */
  attended(newest: number): void {
    this.unread = attended(this.unread, newest);
  }

  /** The reader begins at the first unread, and has read none of it yet. */
  startAtFirst(items: Items): void {
    if (this.missed) {
      const all = missedIn(items, this.#seenBefore, { ...this.#ear, more: false });
      this.unread = { ...marked(all), seen: this.#seenBefore, from: all?.from };
    }
    this.missed = undefined;
  }

  /** It has been read up to there; the line above the unread stays, or moves there. Tells whether that is news. */
  readUpTo(items: Items, id: number, line: "moves" | "stays"): boolean {
    const { seen, from } = this.unread;
    if (id <= seen) return false;
    const left = missedIn(items, id, { ...this.#ear, more: false });
    this.unread = { seen: id, ...marked(left), from: line === "moves" && left ? left.from : from };
    return true;
  }

  erase(): void {
    this.unread = unreadSince(0);
    this.missed = undefined;
  }
}

function marked(missed: Missed | undefined): Pick<UnreadMark, "count" | "calls"> {
  return { count: missed?.count ?? 0, calls: missed?.calls.length ?? 0 };
}
