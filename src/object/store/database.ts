/** What is in a column. */
export type SqlValue = string | number | null;

/** The rows that a statement gives, and how many it has written. */
export interface Cursor<Row> extends Iterable<Row> {
  readonly rowsWritten: number;
}

export interface Sql {
  /** Runs one statement with its values, or several without any. Its rows are read as they are walked. */
  exec<Row extends Record<string, SqlValue>>(sql: string, ...values: SqlValue[]): Cursor<Row>;
}

/** What a room is stored in: Cloudflare's storage of a Durable Object fits it as it is, and so can any SQLite. */
export interface Database {
  readonly sql: Sql;
  /** Keeps all that is written meanwhile, or nothing where it throws. One may be within another. */
  transactionSync(run: () => void): void;
}
