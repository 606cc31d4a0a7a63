import { isBudgeted, isSpeech } from "../../protocol/change.ts";
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
import { type Counted, Places } from "./places.ts";
import type { RowMeter } from "./row-meter.ts";
import { SqlReader } from "./sql-reader.ts";
import { type EventRow, INSERTED, valuesOf } from "./sql-row.ts";

const INSERT = `INSERT INTO events (${INSERTED}) VALUES (${INSERTED.map(() => "?")})`;

/** The log in SQLite. What is appended waits in memory until {@link commit}, or until somebody reads. */
export class SqlLog implements MessageLog {
  readonly #database: RowMeter;
  readonly #keep: number;
  readonly #places = new Places((id) => this.#rowUpTo(id));
  readonly #reader = new SqlReader({
    rows: (sql, ...values) => this.#rows(sql, ...values),
    floor: () => this.floor(),
  });
  #pending: (readonly [event: LoggedEvent, counted: Counted])[] = [];
  #cursor = 0;
  #removed = 0;
  #reactionsRemoved = 0;
  #lastAt = 0;
  #floor = { place: 0, id: 0 };

  /** `keep` is how many events readers are shown at most. */
  constructor(database: RowMeter, keep: number) {
    this.#database = database;
    this.#keep = keep;
  }

  /** Reads where the log stands. The tables must be there. */
  load(): void {
    const { sql } = this.#database;
    const [retention] = sql.exec<{ removed: number; reactions: number }>(
      "SELECT removed, reactions FROM retention",
    );
    const [newest] = sql.exec<{ id: number; at: number; rows: number; reacted: number }>(
      "SELECT id, at, rows, reacted FROM events ORDER BY id DESC LIMIT 1",
    );
    this.#removed = retention?.removed ?? 0;
    this.#reactionsRemoved = retention?.reactions ?? 0;
    this.#cursor = newest?.id ?? this.#removed;
    this.#lastAt = newest?.at ?? 0;
    const { id, reacted } = newest ?? { id: this.#removed, reacted: 0 };
    this.#places.begin({ id, reacted }, { id: this.#removed, reacted: reacted && this.#reactedBefore() });
    if (newest) this.#database.resume(dayOf(newest.at), newest.rows);
  }

  get isDirty(): boolean {
    return this.#pending.length > 0;
  }

  /** Stores what was appended, all of it or nothing. */
  commit(): void {
    const store = () => {
      for (const [event, { reacted }] of this.#pending) {
        const rows = this.#database.rows + 1;
        this.#database.sql.exec(INSERT, ...valuesOf(event, { rows, reacted }));
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

  /** Looked for when somebody reads, and only once while nothing is added. */
  floor(): number {
    const place = this.#places.last - this.#keep;
    if (place <= this.#places.removed) return this.#removed;
    if (place !== this.#floor.place) this.#floor = { place, id: this.#places.idAt(place) };
    return this.#floor.id;
  }

  kept(): number {
    return this.#places.last - this.#places.removed;
  }

  reactions(): number {
    return this.#places.reacted;
  }

  reactionsRemoved(): number {
    return this.#reactionsRemoved;
  }

  back(before: number, count: number): number {
    const place = this.#places.of(before - 1) - count;
    return place <= this.#places.removed ? this.#removed : this.#places.idAt(place);
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
    this.#pending.push([event, this.#places.append(event.id, event.type === "reacted")]);
    this.#cursor = event.id;
    this.#lastAt = event.at;
  }

  rewrite(id: number, text: string | undefined): void {
    const wiped = text === undefined ? ", reactions = NULL, files = NULL" : "";
    this.#exec(`UPDATE events SET text = ?, edited = 1${wiped} WHERE id = ?`, text ?? null, id);
  }

  putReactions(id: number, reactions: string): void {
    this.#exec("UPDATE events SET reactions = ? WHERE id = ?", reactions, id);
  }

  find(id: number, uid: string): LoggedMessage | undefined {
    return this.#reader.find(id, uid);
  }

  after(id: number, uid: string, span: { readonly through: number; readonly limit: number }): LoggedEvent[] {
    return this.#reader.after(id, uid, span);
  }

  newestAfter(id: number, uid: string, limit: number): LoggedEvent[] {
    return this.#reader.newestAfter(id, uid, limit);
  }

  before(id: number, uid: string, span: { readonly above: number; readonly limit: number }): LoggedMessage[] {
    return this.#reader.before(id, uid, span);
  }

  scan(id: number, uid: string, above: number): Iterable<LoggedMessage> {
    return this.#reader.scan(id, uid, above);
  }

  newest(above: number, limit: number): LoggedMessage[] {
    return this.#reader.newest(above, limit);
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
    this.#places.remove(id);
    this.#exec("DELETE FROM events WHERE id <= ?", id);
    this.#removed = id;
    this.#noteRetention();
  }

  removeReactions(keep: number): void {
    const [newest] = this.#rows<{ id: number }>(
      "SELECT id FROM events WHERE type = 'reacted' AND reacted <= ? ORDER BY id DESC LIMIT 1",
      this.#places.reacted - keep,
    );
    if (newest === undefined) return;
    this.#exec("DELETE FROM events WHERE type = 'reacted' AND id <= ?", newest.id);
    this.#reactionsRemoved = newest.id;
    this.#noteRetention();
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
      if (dayOf(at) === day && isBudgeted(type)) networks.set(address, (networks.get(address) ?? 0) + 1);
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

  #rowUpTo(id: number): Counted | undefined {
    const sql = "SELECT id, reacted FROM events WHERE id <= ? ORDER BY id DESC LIMIT 1";
    const [row] = this.#rows<{ id: number; reacted: number }>(sql, id);
    return row;
  }

  /** How many reactions there were before all that is kept: other events have no gaps among them. */
  #reactedBefore(): number {
    const sql = "SELECT id, type, reacted FROM events ORDER BY id LIMIT 1";
    const [oldest] = this.#database.sql.exec<Pick<EventRow, "id" | "type" | "reacted">>(sql);
    if (oldest === undefined) return 0;
    const place = oldest.id - oldest.reacted - (oldest.type === "reacted" ? 0 : 1);
    return this.#removed - place;
  }

  #noteRetention(): void {
    this.#exec(
      "INSERT OR REPLACE INTO retention (id, removed, reactions) VALUES (1, ?, ?)",
      ...[this.#removed, this.#reactionsRemoved],
    );
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
