import type { ActLog, StoredAct } from "../../room/state/store.ts";
import type { SqlValue } from "./database.ts";

/** How the store reads and writes: what is written waits there, and what is read comes after it. */
export interface Statements {
  write(sql: string, ...values: SqlValue[]): void;
  rows<Row extends Record<string, SqlValue>>(sql: string, ...values: SqlValue[]): Row[];
}

/** A row of the table `acts`. */
type ActRow = Omit<Required<StoredAct>, "nick" | "uid" | "target" | "reason"> & {
  nick: string | null;
  uid: string | null;
  target: number | null;
  reason: string | null;
};

/** The log of acts of order in SQLite. */
export class SqlActs implements ActLog {
  readonly #statements: Statements;

  constructor(statements: Statements) {
    this.#statements = statements;
  }

  last(): number {
    const [newest] = this.#statements.rows<{ id: number }>("SELECT id FROM acts ORDER BY id DESC LIMIT 1");
    return newest?.id ?? 0;
  }

  put({ id, at, act, by, byUid, nick, uid, target, reason }: StoredAct): void {
    this.#statements.write(
      "INSERT INTO acts (id, at, act, by_nick, by_uid, nick, uid, target, reason) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
      ...[id, at, act, by, byUid, nick ?? null, uid ?? null, target ?? null, reason ?? null],
    );
  }

  before(id: number, limit: number): StoredAct[] {
    const sql =
      'SELECT id, at, act, by_nick AS "by", by_uid AS byUid, nick, uid, target, reason FROM acts ' +
      "WHERE id < ? ORDER BY id DESC LIMIT ?";
    return this.#statements.rows<ActRow>(sql, id, limit).map(({ nick, uid, target, reason, ...act }) => ({
      ...act,
      ...{ nick: nick ?? undefined, uid: uid ?? undefined },
      ...{ target: target ?? undefined, reason: reason ?? undefined },
    }));
  }

  trim({ since, keep }: { readonly since: number; readonly keep: number }): void {
    const [oldest] = this.#statements.rows<{ id: number; at: number }>(
      "SELECT id, at FROM acts ORDER BY id LIMIT 1",
    );
    if (!oldest) return;
    const surplus = this.last() - keep;
    if (oldest.at < since || oldest.id <= surplus)
      this.#statements.write("DELETE FROM acts WHERE at < ? OR id <= ?", since, surplus);
  }
}
