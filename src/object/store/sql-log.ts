import { isSpeech } from "../../protocol/change.ts";
import { dayOf } from "../../room/report.ts";
import {
  clientKey,
  type DayCount,
  type LoggedEvent,
  type LoggedMessage,
  type MessageLog,
  type StoredNumbers,
} from "../../room/state/store.ts";
import type { SqlValue } from "./database.ts";
import type { RowMeter } from "./row-meter.ts";
import { COLUMNS, type EventRow, INSERTED, toEvent, toMessage, valuesOf } from "./sql-row.ts";

const INSERT = `INSERT INTO events (${INSERTED}) VALUES (${INSERTED.map(() => "?")})`;

/** An edit has no text of its own: it shows its message's present one. */
const TEXT = "CASE e.type WHEN 'edited' THEN t.text ELSE e.text END AS text";

const SELECT =
  `SELECT ${COLUMNS.map((column) => (column === "text" ? TEXT : `e.${column}`))} ` +
  "FROM events e LEFT JOIN events t ON t.id = e.target AND e.type = 'edited'";

/** What the reader `?1` may see, above the id `?2`: one bound below, for SQLite seeks to one only. */
const VISIBLE = "(e.to_uid IS NULL OR e.to_uid = ?1 OR e.uid = ?1) AND e.id > ?2";

/** No edits of what has been deleted or is no longer kept. */
const SHOWN = "(e.type <> 'edited' OR t.text IS NOT NULL)";

/** The log in SQLite. What is appended waits in memory until {@link commit}, or until somebody reads. */
export class SqlLog implements MessageLog {
  readonly #database: RowMeter;
  readonly #keep: number;
  #pending: LoggedEvent[] = [];
  #cursor = 0;
  #removed = 0;
  #lastAt = 0;

  /** `keep` is how many events readers are shown at most. */
  constructor(database: RowMeter, keep: number) {
    this.#database = database;
    this.#keep = keep;
  }

  /** Reads where the log stands. The tables must be there. */
  load(): void {
    const { sql } = this.#database;
    const [retention] = sql.exec<{ removed: number }>("SELECT removed FROM retention");
    const [newest] = sql.exec<{ id: number; at: number; rows: number }>(
      "SELECT id, at, rows FROM events ORDER BY id DESC LIMIT 1",
    );
    this.#removed = retention?.removed ?? 0;
    this.#cursor = newest?.id ?? this.#removed;
    this.#lastAt = newest?.at ?? 0;
    if (newest) this.#database.resume(dayOf(newest.at), newest.rows);
  }

  get isDirty(): boolean {
    return this.#pending.length > 0;
  }

  /** Stores what was appended, all of it or nothing. */
  commit(): void {
    const store = () => {
      for (const event of this.#pending) {
        const { rows } = this.#database;
        this.#database.sql.exec(INSERT, ...valuesOf(event, rows + 1));
      }
    };
    if (this.#pending.length > 1) this.#database.transactionSync(store);
    // One statement is a transaction of its own: in a quiet room that is every message.
    else store();
    this.#pending = [];
  }

  cursor(): number {
    return this.#cursor;
  }

  floor(): number {
    return Math.max(this.#removed, this.#cursor - this.#keep);
  }

  removed(): number {
    return this.#removed;
  }

  lastAt(): number {
    return this.#lastAt;
  }

  timeOf(id: number): number | undefined {
    const [row] = this.#rows<{ at: number }>("SELECT at FROM events WHERE id = ?", id);
    return row?.at;
  }

  append(event: LoggedEvent): void {
    this.#pending.push(event);
    this.#cursor = event.id;
    this.#lastAt = event.at;
  }

  rewrite(id: number, text: string | undefined): void {
    this.#exec("UPDATE events SET text = ?, edited = 1 WHERE id = ?", text ?? null, id);
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
    return Array.from(this.#read(where, { uid, above: id }, through, limit), toEvent);
  }

  newestAfter(id: number, uid: string, limit: number): LoggedEvent[] {
    const where = `WHERE ${VISIBLE} AND ${SHOWN} ORDER BY e.id DESC LIMIT ?3`;
    return Array.from(this.#read(where, { uid, above: id }, limit), toEvent).reverse();
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

  /** One pass in the order of ids, in which all numbers only grow. Grouping in SQL would read every row twice. */
  numbers(): StoredNumbers {
    const numbers: StoredNumbers = { cids: new Map(), firsts: new Map(), lastSaid: new Map() };
    const sql = "SELECT id, type, at, uid, client, cid FROM events ORDER BY id";
    for (const { id, type, at, uid, client, cid } of this.#rows<EventRow>(sql)) {
      if (client !== null && cid !== null) numbers.cids.set(clientKey(uid, client), cid);
      if (client !== null && cid === 1) numbers.firsts.set(clientKey(uid, client), id);
      if (isSpeech(type)) numbers.lastSaid.set(uid, at);
    }
    return numbers;
  }

  lastNick(uid: string, above: number): string | undefined {
    const sql = "SELECT nick FROM events WHERE uid = ? AND id > ? ORDER BY id DESC LIMIT 1";
    const [row] = this.#rows<{ nick: string }>(sql, uid, above);
    return row?.nick;
  }

  removeThrough(id: number): void {
    this.#exec("DELETE FROM events WHERE id <= ?", id);
    this.#exec("INSERT OR REPLACE INTO retention (id, removed) VALUES (1, ?)", id);
    this.#removed = id;
  }

  lastTally(): ({ readonly at: number } & DayCount) | undefined {
    const [row] = this.#rows<Pick<EventRow, "at" | "said">>(
      "SELECT at, said FROM events ORDER BY id DESC LIMIT 1",
    );
    return row;
  }

  networksOn(day: number): Map<string, number> {
    const networks = new Map<string, number>();
    for (const { type, at, address } of this.#rows<EventRow>(
      "SELECT type, at, address FROM events ORDER BY id DESC",
    )) {
      if (dayOf(at) < day) break;
      if (dayOf(at) === day && isSpeech(type)) networks.set(address, (networks.get(address) ?? 0) + 1);
    }
    return networks;
  }

  lastBefore(at: number): number {
    let last = 0;
    const sql = "SELECT id, at FROM events ORDER BY id";
    for (const row of this.#rows<{ id: number; at: number }>(sql)) {
      if (row.at >= at) break;
      last = row.id;
    }
    return last;
  }

  #read(
    where: string,
    { uid, above = 0 }: { uid: string; above?: number },
    ...values: SqlValue[]
  ): Iterable<EventRow> {
    return this.#rows<EventRow>(`${SELECT} ${where}`, uid, Math.max(above, this.floor()), ...values);
  }

  /** A room in which nothing was said may have no tables yet. */
  #rows<Result extends Record<string, SqlValue>>(sql: string, ...values: SqlValue[]): Iterable<Result> {
    return this.#cursor === 0 ? [] : this.#exec<Result>(sql, ...values);
  }

  #exec<Result extends Record<string, SqlValue>>(sql: string, ...values: SqlValue[]): Iterable<Result> {
    this.commit();
    return this.#database.sql.exec<Result>(sql, ...values);
  }
}
