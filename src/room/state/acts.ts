import type { Settings } from "../../settings/settings.ts";
import type { Store, StoredAct } from "./store.ts";

/** What was done to keep order, on disk: a row each. */
export class Acts {
  readonly #store: Store;
  readonly #settings: Pick<Settings, "historyMessages">;
  #last: number | undefined;

  constructor(store: Store, settings: Pick<Settings, "historyMessages">) {
    this.#store = store;
    this.#settings = settings;
  }

  note(act: Omit<StoredAct, "id">): void {
    this.#last = (this.#last ?? this.#store.lastAct()) + 1;
    this.#store.putAct({ id: this.#last, ...act });
  }

  /** A page of them, newest first, and whether there are more. */
  page(before: number | undefined, limit: number): { list: StoredAct[]; more: boolean } {
    const found = this.#store.acts(before ?? Number.MAX_SAFE_INTEGER, limit + 1);
    return { list: found.slice(0, limit), more: found.length > limit };
  }

  /** Lets those go that are older than history is kept, or too many. `since` is in ms since 1970. */
  retain(since: number): void {
    this.#store.trimActs({ since, keep: this.#settings.historyMessages });
  }
}
