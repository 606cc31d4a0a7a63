import type { HookShelf, StoredHook } from "../../room/state/store.ts";
import type { Statements } from "./sql-acts.ts";

/** The hooks in SQLite. */
export class SqlHooks implements HookShelf {
  readonly #statements: Statements;

  constructor(statements: Statements) {
    this.#statements = statements;
  }

  all(): StoredHook[] {
    return this.#statements.rows<{ [Field in keyof StoredHook]: StoredHook[Field] }>(
      'SELECT name, hash, by_nick AS "by", by_uid AS byUid, at FROM hooks ORDER BY at, key',
    );
  }

  put(key: string, { name, hash, by, byUid, at }: StoredHook): void {
    this.#statements.write(
      "INSERT OR REPLACE INTO hooks (key, name, hash, by_nick, by_uid, at) VALUES (?, ?, ?, ?, ?, ?)",
      ...[key, name, hash, by, byUid, at],
    );
  }

  drop(key: string): void {
    this.#statements.write("DELETE FROM hooks WHERE key = ?", key);
  }
}
