const ROWS = "rows";

/** Rows by their `key`, in a database of this browser. Where it keeps nothing (private windows, full disks), there are none. */
export class BrowserRows {
  readonly #name: string;
  #opening: Promise<IDBDatabase> | undefined;

  constructor(name: string) {
    this.#name = name;
  }

  /** Does something with them, all of it or nothing; `act` may wait for nothing else than their answers. */
  async within(mode: IDBTransactionMode, act: (rows: IDBObjectStore) => Promise<void>): Promise<void> {
    try {
      this.#opening ??= open(this.#name);
      const transaction = (await this.#opening).transaction(ROWS, mode);
      await Promise.all([ended(transaction), act(transaction.objectStore(ROWS))]);
    } catch {
      // Then it lasts as long as the page.
    }
  }
}

function open(name: string): Promise<IDBDatabase> {
  const opening = indexedDB.open(name, 1);
  opening.onupgradeneeded = () => opening.result.createObjectStore(ROWS, { keyPath: "key" });
  return answered(opening);
}

export function answered<Result>(request: IDBRequest<Result>): Promise<Result> {
  return new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });
}

function ended(transaction: IDBTransaction): Promise<void> {
  return new Promise((resolve, reject) => {
    transaction.oncomplete = () => resolve();
    transaction.onabort = () => reject(transaction.error);
  });
}
