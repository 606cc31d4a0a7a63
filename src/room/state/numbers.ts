import { keptReactions } from "./reactions.ts";
import { clientKey, type Store, type StoredNumbers } from "./store.ts";

/** Numbers kept beyond four for each event of the history, before they are read anew. */
const SPARE = 1_000;

/** Where each client stands: read from the log, once per instance and only where somebody asks, and then kept up. */
export class Numbers {
  readonly #store: Store;
  readonly #most: number;
  #known: StoredNumbers | undefined;

  constructor(store: Store, historyMessages: number) {
    this.#store = store;
    this.#most = 4 * (historyMessages + keptReactions(historyMessages)) + SPARE;
  }

  /** The highest `cid` stored for a client, 0 where there is none. */
  cidOf(uid: string, client: string): number {
    return this.#read().cids.get(clientKey(uid, client)) ?? 0;
  }

  /** The id of what was stored under a client's number 1. */
  firstOf(uid: string, client: string): number | undefined {
    return this.#read().firsts.get(clientKey(uid, client));
  }

  /** When somebody last said or edited something, in ms since 1970; 0 for never. */
  lastSaid(uid: string): number {
    return this.#read().lastSaid.get(uid) ?? 0;
  }

  /** Who has said something, by `uid`; whoever did so first comes first. */
  speakers(): Iterable<string> {
    return this.#read().lastSaid.keys();
  }

  /** Notes that a client's command was stored, so that the log need not be read again. */
  note({ uid, client }: { uid: string; client: string }, { cid, id }: { cid: number; id: number }): void {
    if (this.#known === undefined) return;
    const { cids, firsts } = this.#known;
    const key = clientKey(uid, client);
    cids.set(key, Math.max(cid, cids.get(key) ?? 0));
    if (cid === 1) firsts.set(key, id);
    // Retention takes numbers from the log, not from here: when most are of what is gone, they are read anew.
    if (this.size > this.#most) this.#known = undefined;
  }

  /** Numbers in memory. */
  get size(): number {
    return (this.#known?.cids.size ?? 0) + (this.#known?.firsts.size ?? 0);
  }

  #read(): StoredNumbers {
    this.#known ??= this.#store.log.numbers();
    return this.#known;
  }
}
