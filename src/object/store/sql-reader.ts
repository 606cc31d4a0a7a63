import { Reactions } from "../../room/state/reactions.ts";
import type { LoggedEvent, LoggedMessage, MessageLog } from "../../room/state/store.ts";
import type { SqlValue } from "./database.ts";
import { COLUMNS, type EventRow, toEvent, toMessage } from "./sql-row.ts";

/** An edit has no text of its own: it shows its message's present one. */
const TEXT = "CASE e.type WHEN 'edited' THEN t.text ELSE e.text END AS text";

const SELECT =
  `SELECT ${COLUMNS.map((column) => (column === "text" ? TEXT : `e.${column}`))} ` +
  "FROM events e LEFT JOIN events t ON t.id = e.target AND e.type IN ('edited', 'reacted')";

/** What the reader `?1` may see, above the id `?2`: one bound below, for SQLite seeks to one only. */
const VISIBLE = "(e.to_uid IS NULL OR e.to_uid = ?1 OR e.uid = ?1) AND e.id > ?2";

/** No edits of what has been deleted or is no longer kept, and no reactions to it. */
const SHOWN = "(e.type NOT IN ('edited', 'reacted') OR t.text IS NOT NULL)";

/** Rows that are read at once, at least, where others are shown no more. */
const FURTHER = 100;

/** How the log reads: after what waits to be written. */
interface LogReads {
  rows<Row extends Record<string, SqlValue>>(sql: string, ...values: SqlValue[]): Iterable<Row>;
  /** The newest id that no reader is shown. */
  floor(): number;
}

/** What readers are shown of the log in SQLite, in its present form. */
export class SqlReader
  implements Pick<MessageLog, "find" | "after" | "newestAfter" | "before" | "scan" | "newest">
{
  readonly #statements: LogReads;

  constructor(statements: LogReads) {
    this.#statements = statements;
  }

  find(id: number, uid: string): LoggedMessage | undefined {
    const [row] = this.#read(`WHERE ${VISIBLE} AND e.id = ?3 AND e.type = 'message'`, { uid }, id);
    return row && toMessage(row);
  }

  after(
    id: number,
    uid: string,
    { through, limit }: { readonly through: number; readonly limit: number },
  ): LoggedEvent[] {
    const where = `WHERE ${VISIBLE} AND e.id <= ?3 AND ${SHOWN} ORDER BY e.id LIMIT ?4`;
    return this.#gather(limit, (rows, last = id) => this.#read(where, { uid, above: last }, through, rows));
  }

  newestAfter(id: number, uid: string, limit: number): LoggedEvent[] {
    const where = `WHERE ${VISIBLE} AND e.id < ?3 AND ${SHOWN} ORDER BY e.id DESC LIMIT ?4`;
    return this.#gather(limit, (rows, last = Number.MAX_SAFE_INTEGER) =>
      this.#read(where, { uid, above: id }, last, rows),
    ).reverse();
  }

  before(
    id: number,
    uid: string,
    { above, limit }: { readonly above: number; readonly limit: number },
  ): LoggedMessage[] {
    const where = `WHERE ${VISIBLE} AND e.id < ?3 AND e.type = 'message' ORDER BY e.id DESC LIMIT ?4`;
    return Array.from(this.#read(where, { uid, above }, id, limit), toMessage).reverse();
  }

  *scan(id: number, uid: string, above: number): Iterable<LoggedMessage> {
    const where = `WHERE ${VISIBLE} AND e.id < ?3 AND e.type = 'message' ORDER BY e.id DESC`;
    for (const row of this.#read(where, { uid, above }, id)) yield toMessage(row);
  }

  newest(above: number, limit: number): LoggedMessage[] {
    const where = "WHERE e.id > ?2 AND e.type = 'message' ORDER BY e.id DESC LIMIT ?3";
    return Array.from(this.#read(where, { uid: "", above }, limit), toMessage);
  }

  /** So many events that are still shown, from rows behind the last one that was read. */
  #gather(limit: number, read: (rows: number, last?: number) => Iterable<EventRow>): LoggedEvent[] {
    const shown: LoggedEvent[] = [];
    const known = new Map<number, Reactions | undefined>();
    const reactionsTo = (target: number) => {
      if (!known.has(target)) known.set(target, this.#reactionsTo(target));
      return known.get(target);
    };
    let last: number | undefined;
    for (let wanted = limit; shown.length < limit; wanted = Math.max(FURTHER, limit - shown.length)) {
      const rows = Array.from(read(wanted, last));
      shown.push(...rows.flatMap((row) => toEvent(row, reactionsTo) ?? []));
      if (rows.length < wanted) break;
      last = rows.at(-1)?.id;
    }
    return shown.slice(0, limit);
  }

  /** Undefined where the message is no longer kept. */
  #reactionsTo(id: number): Reactions | undefined {
    if (id <= this.#statements.floor()) return undefined;
    const sql = "SELECT reactions FROM events WHERE id = ?";
    const [row] = this.#statements.rows<{ reactions: string | null }>(sql, id);
    return row && new Reactions(row.reactions ?? undefined);
  }

  #read(
    where: string,
    { uid, above = 0 }: { uid: string; above?: number },
    ...values: SqlValue[]
  ): Iterable<EventRow> {
    return this.#statements.rows<EventRow>(
      `${SELECT} ${where}`,
      uid,
      Math.max(above, this.#statements.floor()),
      ...values,
    );
  }
}
