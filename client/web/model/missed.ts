import type { Message } from "../../../src/protocol/event.ts";
import type { Items } from "./log.ts";

/** What was said while somebody was away, as far as it is on the page. */
export interface Missed {
  /** The first of it, by `id`, and when that was said. */
  readonly from: number;
  readonly since: number;
  readonly count: number;
  /** Those that are for the reader, by `id`: private, or with their name. */
  readonly calls: readonly number[];
  /** Maybe there is more of it before what is on the page. */
  readonly more: boolean;
}

/** What a reader's messages are to them. */
export interface Ear {
  /** Whether it is read, and counted, in this place. */
  counts(message: Message): boolean;
  /** Whether it is private, or has their name. */
  concerns(message: Message): boolean;
}

/** Who has spoken in a place has read what came before. */
export function readUpTo(items: Items, seen: number, { counts }: Pick<Ear, "counts">): number {
  const last = items.findLast((item) => item.kind === "message" && item.own && counts(item.message));
  return last?.kind === "message" ? Math.max(seen, last.message.id) : seen;
}

/** What stands behind the last that was `seen`; undefined if that is nothing. `more`: see {@link Missed}. */
export function missedIn(items: Items, seen: number, { counts, concerns, more }: Ear & { more: boolean }) {
  const read = readUpTo(items, seen, { counts });
  const missed = items.flatMap((item) =>
    item.kind === "message" && item.message.id > read && !item.message.deleted && counts(item.message)
      ? [item.message]
      : [],
  );
  const [first] = missed;
  if (first === undefined) return undefined;
  const calls = missed.filter(concerns).map(({ id }) => id);
  return { from: first.id, since: first.at, count: missed.length, calls, more } satisfies Missed;
}
