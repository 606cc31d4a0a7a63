import type { Store, StoredPass } from "./store.ts";

/** Passes for one person that a room keeps apart: only who may invite makes any. */
const MOST = 10_000;

/** Whose the passes for one person have become in this room, in memory and on disk at once. */
export class Passes {
  readonly #byId: Map<string, StoredPass>;
  readonly #store: Store;

  constructor(store: Store) {
    this.#store = store;
    this.#byId = new Map(store.passes().map((pass) => [pass.id, pass]));
  }

  /** The `uid` of who has taken a pass up. */
  holderOf(id: string): string | undefined {
    return this.#byId.get(id)?.uid;
  }

  /** Gives a pass to the first who comes with it. */
  bind(pass: StoredPass): void {
    if (this.#byId.has(pass.id)) return;
    const [oldest] = this.#byId.keys();
    if (oldest !== undefined && this.#byId.size >= MOST) this.#drop(oldest);
    this.#byId.set(pass.id, pass);
    this.#store.putPass(pass);
  }

  /** Forgets those that are good no more. `now` is in ms since 1970. */
  retain(now: number): void {
    for (const { id, exp } of [...this.#byId.values()]) if (exp * 1_000 <= now) this.#drop(id);
  }

  #drop(id: string): void {
    this.#byId.delete(id);
    this.#store.dropPass(id);
  }
}
