import { answered, BrowserRows } from "../session/browser-rows.ts";
import { type BytesRow, overBound } from "./bytes-row.ts";

/** Bytes on their way, by keys, until they have arrived: a reload must not lose them. Where the browser keeps nothing, they last as long as the page. */
export class ByteStore {
  readonly #here = new Map<string, Blob>();
  readonly #urls = new Map<string, string>();
  readonly #sought = new Set<string>();
  readonly #rows = new BrowserRows("papo-files");

  /** Resolves once they outlive the page, where that can be had. */
  async put(key: string, blob: Blob): Promise<void> {
    this.#here.set(key, blob);
    await this.#rows.within("readwrite", async (rows) => {
      const row: BytesRow = { key, at: Date.now(), size: blob.size, blob };
      const all: BytesRow[] = await answered(rows.getAll());
      for (const each of overBound([...all, row], Date.now())) rows.delete(each);
      rows.put(row);
    });
  }

  /** Undefined where they are gone. */
  async get(key: string): Promise<Blob | undefined> {
    if (!this.#here.has(key)) {
      await this.#rows.within("readonly", async (rows) => {
        const row: BytesRow | undefined = await answered(rows.get(key));
        if (row?.blob instanceof Blob) this.#here.set(key, row.blob);
      });
    }
    return this.#here.get(key);
  }

  /** Lets go of them. An address that they have stays good until {@link forget}. */
  async remove(keys: readonly string[]): Promise<void> {
    for (const key of keys) this.#here.delete(key);
    await this.#rows.within("readwrite", async (rows) => {
      for (const key of keys) rows.delete(key);
    });
  }

  /** An address by which this page can show them; where they are only being fetched, `found` is called once they are here. */
  shown(key: string, found: () => void): string | undefined {
    const blob = this.#here.get(key);
    if (blob && !this.#urls.has(key)) this.#urls.set(key, URL.createObjectURL(blob));
    else if (!blob && !this.#urls.has(key) && !this.#sought.has(key)) {
      this.#sought.add(key);
      void this.get(key).then((there) => there && found());
    }
    return this.#urls.get(key);
  }

  /** They are not shown any more. */
  forget(key: string): void {
    URL.revokeObjectURL(this.#urls.get(key) ?? "");
    this.#urls.delete(key);
  }
}

/** Of all rooms. */
export const byteStore = new ByteStore();
