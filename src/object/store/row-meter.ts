import { dayOf } from "../../room/report.ts";
import type { Cursor, Database, SqlValue } from "./database.ts";

/** A database that counts the rows written on the present day (UTC): they are what a deployment pays for. */
export class RowMeter implements Database {
  readonly #database: Database;
  readonly #now: () => number;
  #day: number;
  #rows = 0;

  /** `now` is in ms since 1970. */
  constructor(database: Database, now: () => number) {
    this.#database = database;
    this.#now = now;
    this.#day = dayOf(now());
  }

  readonly sql = {
    exec: <Row extends Record<string, SqlValue>>(sql: string, ...values: SqlValue[]): Cursor<Row> => {
      const cursor = this.#database.sql.exec<Row>(sql, ...values);
      if (cursor.rowsWritten > 0) this.add(cursor.rowsWritten);
      return cursor;
    },
  };

  transactionSync(run: () => void): void {
    this.#database.transactionSync(run);
  }

  get day(): number {
    this.#turn();
    return this.#day;
  }

  /** Rows of the day so far, as far as anything has kept them. */
  get rows(): number {
    this.#turn();
    return this.#rows;
  }

  /** Counts what is written beside the database, such as an alarm. */
  add(rows: number): void {
    this.#turn();
    this.#rows += rows;
  }

  /** Goes on from a count that was kept on a day. */
  resume(day: number, rows: number): void {
    this.#turn();
    if (day === this.#day) this.#rows = Math.max(this.#rows, rows);
  }

  #turn(): void {
    const day = dayOf(this.#now());
    if (day === this.#day) return;
    this.#day = day;
    this.#rows = 0;
  }
}
