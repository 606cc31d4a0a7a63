const ROWS = "rows";

/** What the worker keeps by names, for its lives are short. Where the browser keeps nothing, it knows nothing. */
export class WorkerShelf {
  #opening: Promise<IDBDatabase> | undefined;

  get(name: string): Promise<unknown> {
    return this.#within("readonly", (rows) => rows.get(name));
  }

  async set(name: string, value: unknown): Promise<void> {
    await this.#within("readwrite", (rows) => rows.put(value, name));
  }

  async #within(mode: IDBTransactionMode, act: (rows: IDBObjectStore) => IDBRequest): Promise<unknown> {
    try {
      this.#opening ??= open();
      const rows = (await this.#opening).transaction(ROWS, mode).objectStore(ROWS);
      return await outcome(act(rows));
    } catch {
      // Private windows, full disks.
      this.#opening = undefined;
      return undefined;
    }
  }
}

function open(): Promise<IDBDatabase> {
  const opening = indexedDB.open("papo-told", 1);
  opening.onupgradeneeded = () => opening.result.createObjectStore(ROWS);
  return outcome(opening);
}

function outcome<Result>(request: IDBRequest<Result>): Promise<Result> {
  return new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });
}
