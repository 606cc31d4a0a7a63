import type { Continuity } from "../timeline/position.ts";
import type { Draft, Entry, EntryState } from "./entry.ts";

/** Entries that may wait. */
export const OUTBOX_BOUND = 50;

/**
 * What waits to be stored, and the numbers under which it is sent.
 *
 * The room stores a command only if its `cid` is one more than the last stored,
 * so what is on its way is numbered on from there. Once one is refused, all
 * behind it are bound to come back `out_of_order`; nothing else is sent until
 * they have, so that no number ever means two entries at a time.
 */
export class Outbox {
  #queue: Entry[];
  #unsure: Entry[];
  /** The last number known to be stored. */
  #stored: number | undefined;
  #nextKey: number;
  /** Entries up to this key come from an earlier run, whose last news may not have been saved. */
  #restoredKey: number;
  /** Nothing is sent before it is known what has become of what was. */
  #held = false;

  constructor(saved: { stored?: number; outbox?: readonly Entry[] } = {}) {
    const entries = saved.outbox ?? [];
    this.#queue = entries.filter((entry) => entry.state !== "unsure");
    this.#unsure = entries.filter((entry) => entry.state === "unsure");
    this.#stored = saved.stored;
    this.#restoredKey = Math.max(0, ...entries.map((entry) => entry.key));
    this.#nextKey = this.#restoredKey + 1;
  }

  get entries(): readonly Entry[] {
    return [...this.#unsure, ...this.#queue];
  }

  get isHeld(): boolean {
    return this.#held;
  }

  get isFlying(): boolean {
    return this.#flying().length > 0;
  }

  get stored(): number | undefined {
    return this.#stored;
  }

  /** Undefined if there is no place left. */
  add(draft: Draft, at: number): Entry | undefined {
    if (this.entries.length >= OUTBOX_BOUND) return undefined;
    const entry: Entry = { key: this.#nextKey++, draft, at, state: "waiting" };
    this.#queue.push(entry);
    return entry;
  }

  /** The next to be sent, of at most `window` on their way. */
  peek(window: number): { entry: Entry; cid: number } | undefined {
    if (this.#held) return undefined;
    const flying = this.#flying();
    const [first] = this.#queue;
    const flows = flying.length === 0 || (first?.state === "sent" && first.cid === this.#next());
    const entry = this.#queue.find(({ state }) => state === "waiting");
    if (entry === undefined || !flows || flying.length >= window) return undefined;
    return { entry, cid: this.#next() + flying.length };
  }

  sent(key: number, cid: number): void {
    this.#set(key, { state: "sent", cid });
  }

  /** The room has stored everything up to `cid`. What has thereby left the outbox, in order. */
  storedUpTo(cid: number): Entry[] {
    this.#stored = Math.max(this.#stored ?? 0, cid);
    return this.#take((entry) => entry.state === "sent" && entry.cid <= cid);
  }

  /** Refused for good: it has left. */
  failed(cid: number): Entry | undefined {
    return this.#take((entry) => entry.state === "sent" && entry.cid === cid)[0];
  }

  /** Refused for now: it waits to be sent again. Tells whether there was such an entry. */
  again(cid: number): boolean {
    const entry = this.#flying().find((flying) => flying.cid === cid);
    if (entry !== undefined) this.#set(entry.key, { state: "waiting" });
    return entry !== undefined;
  }

  /**
   * Behind a refused one this is to be expected. The very next number out of
   * order is not: the room counts otherwise, and has stored nothing of what is on its way.
   */
  outOfOrder(cid: number): "again" | "confused" {
    const [first] = this.#queue;
    const confused = first?.state === "sent" && first.cid === cid && cid === this.#next();
    for (const entry of this.#flying()) {
      if (confused || entry.cid === cid) this.#set(entry.key, { state: "waiting" });
    }
    return confused ? "confused" : "again";
  }

  /** A new connection: holds everything back, if `sent` alone doesn't say what is stored. Tells whether it does. */
  hold(sent: number): boolean {
    const doubtful = this.#queue.some(({ state, key }) => state === "sent" || key <= this.#restoredKey);
    this.#held = doubtful && sent === 0 && (this.#stored ?? 0) === 0;
    return this.#held;
  }

  /**
   * A new connection: `sent` is the last number that the room knows to be
   * stored. What it covers has left. The rest waits again, if it can be shown
   * that none of it is stored; else that is for the person to say.
   */
  welcomed(sent: number, continuity: Continuity): { stored: Entry[]; unsure: Entry[] } {
    this.#held = false;
    if (!this.#provesRest(sent, continuity)) {
      const unsure = this.#setAside(
        this.#queue.filter(
          ({ state, key }) => state === "sent" || (continuity === "torn" && key <= this.#restoredKey),
        ),
      );
      this.#stored = sent;
      this.#restoredKey = 0;
      return { stored: [], unsure };
    }
    const newest = Math.max(this.#stored ?? 0, ...this.#flying().map(({ cid }) => cid));
    const stored = this.storedUpTo(sent);
    this.#stored = sent;
    for (const { key } of this.#flying()) this.#set(key, { state: "waiting" });
    const suspects = this.#queue.filter(({ key }) => key <= this.#restoredKey).slice(0, sent - newest);
    this.#restoredKey = 0;
    return { stored, unsure: sent > newest ? this.#setAside(suspects) : [] };
  }

  /**
   * Whether what `sent` does not cover is not stored. The room knows a number
   * for as long as it keeps the row, and the oldest rows go first. So a number
   * that it knows says that it knows all later ones, too. That it knows none
   * says so only where the log is whole; and never if it once knew one.
   */
  #provesRest(sent: number, continuity: Continuity): boolean {
    if (continuity === "other" || sent < (this.#stored ?? 0)) return false;
    return sent > 0 || continuity === "whole";
  }

  /** Sends an unsure entry again, behind what waits. Undefined if there is none of that key. */
  resend(key: number): Entry | undefined {
    const entry = this.#unsure.find((unsure) => unsure.key === key);
    if (entry === undefined) return undefined;
    this.#unsure = this.#unsure.filter((unsure) => unsure !== entry);
    const waiting: Entry = { key, draft: entry.draft, at: entry.at, state: "waiting" };
    this.#queue.push(waiting);
    return waiting;
  }

  /** Takes an entry out, unless it is on its way. */
  drop(key: number): boolean {
    const before = this.entries.length;
    this.#unsure = this.#unsure.filter((entry) => entry.key !== key);
    this.#take((entry) => entry.key === key && entry.state === "waiting");
    return this.entries.length < before;
  }

  #next(): number {
    return (this.#stored ?? 0) + 1;
  }

  #flying() {
    return this.#queue.filter((entry) => entry.state === "sent");
  }

  #set(key: number, state: EntryState): Entry {
    const index = this.#queue.findIndex((entry) => entry.key === key);
    const old = this.#queue[index];
    if (old === undefined) throw new Error(`No entry ${key} in the outbox.`);
    const entry: Entry = { key, draft: old.draft, at: old.at, ...state };
    this.#queue[index] = entry;
    return entry;
  }

  #setAside(entries: readonly Entry[]): Entry[] {
    const keys = new Set(entries.map(({ key }) => key));
    const unsure = this.#take(({ key }) => keys.has(key)).map(
      ({ key, draft, at }): Entry => ({ key, draft, at, state: "unsure" }),
    );
    this.#unsure.push(...unsure);
    return unsure;
  }

  #take(matches: (entry: Entry) => boolean): Entry[] {
    const taken = this.#queue.filter(matches);
    this.#queue = this.#queue.filter((entry) => !taken.includes(entry));
    return taken;
  }
}
