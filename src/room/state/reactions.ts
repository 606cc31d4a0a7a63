import type { Reaction } from "../../protocol/event.ts";
import { LIMITS } from "../../protocol/limits.ts";

/** Reactions taken back that a message remembers, so that only the newest word of each is replayed. */
const MOST_TAKEN_BACK = 100;

/** What somebody has reacted with, and the id of the event that says so. */
interface Mark {
  readonly uid: string;
  readonly emoji: string;
  readonly id: number;
}

/** As it is stored, compact: each emoji in the order of its first use, with who and when; and what was taken back. */
interface KeptReactions {
  readonly on: readonly (readonly [emoji: string, marks: readonly (readonly [uid: string, id: number])[]])[];
  readonly off: readonly (readonly [key: string, id: number])[];
}

/** A key for one person's word about one emoji. A `uid` has 12 characters, so nothing can run together. */
function keyOf({ uid, emoji }: Omit<Mark, "id">): string {
  return uid + emoji;
}

/** Who has reacted to one message, and with what. */
export class Reactions {
  /** By emoji and `uid`, each in the order of their coming: the newest event's id. */
  readonly #on: Map<string, Map<string, number>>;
  readonly #off: Map<string, number>;

  /** `kept` is what {@link kept} gave. */
  constructor(kept: string | undefined) {
    const { on, off }: KeptReactions = kept === undefined ? { on: [], off: [] } : JSON.parse(kept);
    this.#on = new Map(on.map(([emoji, marks]) => [emoji, new Map(marks)]));
    this.#off = new Map(off);
  }

  has({ uid, emoji }: Omit<Mark, "id">): boolean {
    return this.#on.get(emoji)?.has(uid) ?? false;
  }

  /** How many have reacted with an emoji. */
  countOf(emoji: string): number {
    return this.#on.get(emoji)?.size ?? 0;
  }

  /** How many have reacted, each with every emoji of theirs. */
  get size(): number {
    return Array.from(this.#on.values(), ({ size }) => size).reduce((sum, size) => sum + size, 0);
  }

  /** How many different emoji there are. */
  get emojis(): number {
    return this.#on.size;
  }

  add({ uid, emoji, id }: Mark): void {
    this.#off.delete(keyOf({ uid, emoji }));
    const marks = this.#on.get(emoji) ?? new Map<string, number>();
    this.#on.set(emoji, marks.set(uid, id));
  }

  takeBack({ uid, emoji, id }: Mark): void {
    const key = keyOf({ uid, emoji });
    const marks = this.#on.get(emoji);
    marks?.delete(uid);
    if (marks?.size === 0) this.#on.delete(emoji);
    this.#off.delete(key);
    this.#off.set(key, id);
    for (const oldest of this.#off.keys()) {
      if (this.#off.size <= MOST_TAKEN_BACK) break;
      this.#off.delete(oldest);
    }
  }

  /** Whether no later event says something else, or the same again. */
  isNewest({ uid, emoji, id }: Mark, on: boolean): boolean {
    if (on) return this.#on.get(emoji)?.get(uid) === id;
    return !this.has({ uid, emoji }) && (this.#off.get(keyOf({ uid, emoji })) ?? id) === id;
  }

  /** As it is stored. */
  get kept(): string {
    const on = Array.from(this.#on, ([emoji, marks]) => [emoji, [...marks]] as const);
    return JSON.stringify({ on, off: [...this.#off] } satisfies KeptReactions);
  }

  /** As a reader sees it. */
  shownTo(reader: string): Reaction[] {
    return Array.from(this.#on, ([emoji, marks]) => ({
      ...{ emoji, count: marks.size },
      ...(marks.has(reader) && { me: true }),
      who: [...marks.keys()].slice(-LIMITS.reactors),
    }));
  }
}

/** How many reactions a room keeps as events, besides what its messages have: at least a replay of them. */
export function keptReactions(historyMessages: number): number {
  return Math.min(Math.max(historyMessages, LIMITS.replay), 10_000);
}
