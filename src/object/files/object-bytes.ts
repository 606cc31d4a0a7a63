import type { ByteSpan, FileBytes, FileKey } from "./file-bytes.ts";
import type { FileStore } from "./file-store.ts";

/** Keeps files in an object for each room, in rows of SQLite. */
export class ObjectBytes implements FileBytes {
  readonly #stores: DurableObjectNamespace<FileStore>;

  constructor(stores: DurableObjectNamespace<FileStore>) {
    this.#stores = stores;
  }

  async put({ shelf, id }: FileKey, bytes: ReadableStream<Uint8Array>): Promise<number> {
    return await this.#stores.getByName(shelf).put(id, bytes);
  }

  async get({ shelf, id }: FileKey, span: ByteSpan): Promise<ReadableStream<Uint8Array> | undefined> {
    return await this.#stores.getByName(shelf).get(id, span);
  }

  async remove(shelf: string, ids: readonly string[]): Promise<void> {
    await this.#stores.getByName(shelf).remove(ids);
  }

  async clear(shelf: string): Promise<void> {
    await this.#stores.getByName(shelf).clear();
  }
}
