import type { SeenLog } from "../../room/state/store.ts";
import type { Sql } from "./database.ts";

/** Rows that are kept, and after how many that an instance has written they are counted: identities cost nothing. */
const MOST = 20_000;
const COUNTED_AFTER = 1_000;

/**
 * How far people have read, in SQLite. What is put waits in memory until
 * {@link commit}; to read has nothing else written, for each join does.
 */
export class SqlSeen implements SeenLog {
  readonly #sql: Sql;
  /** Whether anybody may have been kept: of those who come to a new room, none need be looked for. */
  #hasAny: boolean;
  #waiting = new Map<string, number>();
  /** All who have read no further are to be forgotten. */
  #removed = 0;
  #written = 0;

  /** `hasTables`: a room that nobody has made has none yet, and will have them before anything is put. */
  constructor(sql: Sql, hasTables: boolean) {
    this.#sql = sql;
    this.#hasAny = hasTables;
  }

  of(uid: string): number {
    const id = this.#waiting.get(uid) ?? this.#stored(uid);
    return id > this.#removed ? id : 0;
  }

  put(uid: string, id: number): void {
    this.#waiting.set(uid, id);
  }

  trim(id: number): void {
    this.#removed = id;
  }

  get isDirty(): boolean {
    return this.#waiting.size > 0 || this.#removed > 0;
  }

  /** To be called within a transaction. */
  commit(): void {
    for (const [uid, id] of this.#waiting) {
      this.#sql.exec("INSERT OR REPLACE INTO seen (uid, id) VALUES (?, ?)", uid, id);
      this.#hasAny = true;
      if (++this.#written % COUNTED_AFTER === 0) this.#crop();
    }
    if (this.#removed > 0) this.#sql.exec("DELETE FROM seen WHERE id <= ?", this.#removed);
    this.#waiting = new Map();
    this.#removed = 0;
  }

  #stored(uid: string): number {
    if (!this.#hasAny) return 0;
    const [row] = this.#sql.exec<{ id: number }>("SELECT id FROM seen WHERE uid = ?", uid);
    return row?.id ?? 0;
  }

  #crop(): void {
    this.#sql.exec(
      "DELETE FROM seen WHERE id <= (SELECT id FROM seen ORDER BY id DESC LIMIT 1 OFFSET ?)",
      MOST,
    );
  }
}
