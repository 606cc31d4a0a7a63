import { DurableObject } from "cloudflare:workers";
import { readBlocks, removeBlocks, storeBlocks } from "./blocks.ts";
import type { ByteSpan } from "./file-bytes.ts";
import { Intake } from "./intake.ts";

/**
 * The bytes of one room's files, in an object beside the room: a room's frames wait for what
 * it stores, and are not to wait for these.
 */
export class FileStore extends DurableObject<Env> {
  readonly #intake = new Intake();

  /** Stores what comes; returns how many rows that took. Rejects, and keeps nothing, where it stops coming. */
  put(id: string, bytes: ReadableStream<Uint8Array>): Promise<number> {
    return storeBlocks(this.ctx.storage, id, { bytes, intake: this.#intake });
  }

  get(id: string, span: ByteSpan): ReadableStream<Uint8Array> | undefined {
    return readBlocks(this.ctx.storage.sql, id, span);
  }

  remove(ids: readonly string[]): void {
    removeBlocks(this.ctx.storage.sql, ids);
  }

  async clear(): Promise<void> {
    await this.ctx.storage.deleteAll();
  }
}
