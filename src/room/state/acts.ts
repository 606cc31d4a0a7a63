import type { Settings } from "../../settings/settings.ts";
import type { ActLog, StoredAct } from "./store.ts";

/** What was done to keep order, on disk: a row each. */
export class Acts {
  readonly #log: ActLog;
  readonly #settings: Pick<Settings, "historyMessages">;
  #last: number | undefined;

  constructor(log: ActLog, settings: Pick<Settings, "historyMessages">) {
    this.#log = log;
    this.#settings = settings;
  }

  note(act: Omit<StoredAct, "id">): void {
    this.#last = (this.#last ?? this.#log.last()) + 1;
    this.#log.put({ id: this.#last, ...act });
  }

  /** A page of them, newest first, and whether there are more. */
  page(before: number | undefined, limit: number): { list: StoredAct[]; more: boolean } {
    const found = this.#log.before(before ?? Number.MAX_SAFE_INTEGER, limit + 1);
    return { list: found.slice(0, limit), more: found.length > limit };
  }

  /** Lets those go that are older than history is kept, or too many. `since` is in ms since 1970. */
  retain(since: number): void {
    this.#log.trim({ since, keep: this.#settings.historyMessages });
  }
}
