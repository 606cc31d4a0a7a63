import { DatabaseSync, type StatementSync } from "node:sqlite";
import type { Cursor, Database, SqlValue } from "../../../src/object/store/database.ts";

/** A database in memory: all that a room's storage on Cloudflare is to the store. */
export class MemoryDatabase implements Database {
  readonly #sqlite = new DatabaseSync(":memory:");
  readonly #statements = new Map<string, StatementSync>();

  readonly sql = {
    exec: <Row extends Record<string, SqlValue>>(sql: string, ...values: SqlValue[]): Cursor<Row> => {
      // SQLite knows no types of rows: whoever asks says what comes.
      if (values.length === 0 && sql.includes(";")) {
        this.#sqlite.exec(sql);
        return Object.assign([], { rowsWritten: 0 });
      }
      const statement = this.#prepare(sql);
      if (/^\s*SELECT/i.test(sql))
        return Object.assign(statement.all(...values) as Row[], { rowsWritten: 0 });
      return Object.assign([], { rowsWritten: Number(statement.run(...values).changes) });
    },
  };

  transactionSync(run: () => void): void {
    this.#sqlite.exec("SAVEPOINT step");
    try {
      run();
    } catch (error) {
      this.#sqlite.exec("ROLLBACK TO step");
      throw error;
    } finally {
      this.#sqlite.exec("RELEASE step");
    }
  }

  #prepare(sql: string): StatementSync {
    const known = this.#statements.get(sql);
    if (known) return known;
    const statement = this.#sqlite.prepare(sql);
    this.#statements.set(sql, statement);
    return statement;
  }
}
