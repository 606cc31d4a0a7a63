import type { Room } from "../../room/state/room.ts";
import type { FilePlace } from "../../room/state/store.ts";
import { log } from "../log.ts";
import type { Sql } from "../store/database.ts";
import type { FileBytes } from "./file-bytes.ts";

/** Milliseconds after which what could not be removed is tried again. */
const AGAIN = 60_000;

interface WiperSupport {
  readonly sql: Sql;
  /** Where files may lie: of a room in both, where a bucket was bound later. */
  readonly places: readonly FilePlace[];
  bytesAt(place: FilePlace): FileBytes;
  /** The room as it now is. */
  room(): Room;
  /** Has all on disk that was changed. */
  store(): void;
  /** Has {@link Wiper.wipe} called in so many milliseconds, or earlier. */
  ringIn(milliseconds: number): void;
  /** Nothing is left to remember. */
  forgetAll(): void;
}

/**
 * Removes the bytes of files that are gone. They lie in other places than the
 * room, which may fail: so it is written down first what is to be removed,
 * and tried until it is.
 */
export class Wiper {
  readonly #support: WiperSupport;
  #running: Promise<void> | undefined;
  #again = false;

  constructor(support: WiperSupport) {
    this.#support = support;
  }

  /** Whether there is something left of a room that was erased. */
  get hasLeftovers(): boolean {
    return this.#shelves.length > 0;
  }

  /** The room is erased, and its shelf is to be cleared. To be called once its storage is empty. */
  leave(shelf: string): void {
    const { sql } = this.#support;
    sql.exec("CREATE TABLE IF NOT EXISTS leftovers (shelf TEXT PRIMARY KEY) WITHOUT ROWID");
    sql.exec("INSERT INTO leftovers (shelf) VALUES (?)", shelf);
  }

  /** Removes what there is to be removed; one run at a time. */
  wipe(): Promise<void> {
    this.#again = true;
    this.#running ??= this.#run().finally(() => {
      this.#running = undefined;
    });
    return this.#running;
  }

  async #run(): Promise<void> {
    try {
      while (this.#again) {
        this.#again = false;
        await this.#clearShelves();
        await this.#wipeFiles();
      }
    } catch (error) {
      log("error", { room: this.#support.room().name, error });
      this.#support.ringIn(AGAIN);
    }
  }

  async #clearShelves(): Promise<void> {
    const { sql, places, bytesAt, forgetAll } = this.#support;
    if (!this.hasLeftovers) return;
    for (const shelf of this.#shelves) {
      for (const place of places) await bytesAt(place).clear(shelf);
      sql.exec("DELETE FROM leftovers WHERE shelf = ?", shelf);
    }
    // Another one may have been left meanwhile.
    if (this.hasLeftovers) return;
    sql.exec("DROP TABLE leftovers");
    forgetAll();
  }

  async #wipeFiles(): Promise<void> {
    const { places, bytesAt, store } = this.#support;
    const room = this.#support.room();
    const shelf = room.profile?.shelf;
    if (shelf === undefined) return;
    const files = room.files.toWipe();
    for (const place of places) {
      const of = files.filter((file) => file.place === place);
      if (of.length > 0)
        await bytesAt(place).remove(
          shelf,
          of.map(({ id }) => id),
        );
      // Erased meanwhile: then its whole shelf is cleared.
      if (this.#support.room() !== room) return;
      for (const file of of) room.files.wiped(file);
      store();
    }
  }

  /** Asking whether there is such a table would cost a row for each that there is; asking for its rows costs none. */
  get #shelves(): string[] {
    try {
      const rows = this.#support.sql.exec<{ shelf: string }>("SELECT shelf FROM leftovers");
      return Array.from(rows, ({ shelf }) => shelf);
    } catch {
      return [];
    }
  }
}
