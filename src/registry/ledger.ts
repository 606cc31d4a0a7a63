import type { Database, SqlValue } from "../object/store/database.ts";
import { migrate, schemaVersion } from "../object/store/migrations.ts";
import type { Door } from "../protocol/http.ts";
import type { RoomEntry } from "../protocol/http-answer.ts";
import { DAY, type RoomReport, type VapidKeys } from "../room/report.ts";

/** How the registry's database came to be: see `MIGRATIONS` of the rooms. */
const STEPS: readonly string[] = [
  `
  -- The last report of each room. messages and rows are of that day (UTC) since 1970.
  CREATE TABLE rooms (
    room TEXT PRIMARY KEY,
    day INTEGER NOT NULL,
    members INTEGER NOT NULL,
    messages INTEGER NOT NULL,
    rows INTEGER NOT NULL,
    created INTEGER NOT NULL,
    active INTEGER NOT NULL
  ) WITHOUT ROWID;
  -- One row: what all rooms together have written on that day, and the share of which they were told.
  CREATE TABLE total (
    id INTEGER PRIMARY KEY CHECK (id = 1),
    day INTEGER NOT NULL,
    rows INTEGER NOT NULL,
    told INTEGER NOT NULL
  );
  -- One row, where the admin has put the door to something else than DOOR says.
  CREATE TABLE door (id INTEGER PRIMARY KEY CHECK (id = 1), door TEXT NOT NULL);
  -- What rooms are being told, by name: those up to "after" know it.
  CREATE TABLE rounds (kind TEXT PRIMARY KEY, day INTEGER NOT NULL, after TEXT NOT NULL) WITHOUT ROWID;
  `,
  "ALTER TABLE rounds ADD COLUMN due INTEGER NOT NULL DEFAULT 0",
  `
  -- One row: by what push services know this deployment.
  CREATE TABLE vapid (id INTEGER PRIMARY KEY CHECK (id = 1), key TEXT NOT NULL, secret TEXT NOT NULL);
  `,
];

/** What one day (UTC) has cost so far. */
export interface Total {
  readonly day: number;
  readonly rows: number;
  /** The share (per cent) that rooms have been told of. */
  readonly told: number;
}

/** What rooms are told one after the other: how far the day is used up, or that the door was closed, twice. */
export interface Round {
  readonly kind: "used" | "close" | "close_again";
  /** Of that day's rooms. */
  readonly day: number;
  /** The last room that was told, by name. */
  readonly after: string;
  /** When it begins, in ms since 1970. */
  readonly due: number;
}

type RoomRow = { room: string; day: number } & Omit<RoomEntry, "room">;

const ROW = "SELECT room, day, members, messages, rows, created, active FROM rooms";

/**
 * What the registry knows, in SQLite. A deployment of which nobody has told
 * anything has no tables. What every look needs is kept in memory, too.
 */
export class Ledger {
  readonly #database: Database;
  readonly #rounds = new Map<Round["kind"], Round>();
  #made: boolean;
  #door: Door | undefined;
  #total: Total = { day: 0, rows: 0, told: 0 };

  constructor(database: Database) {
    this.#database = database;
    this.#made = schemaVersion(database.sql) > 0;
    if (!this.#made) return;
    database.transactionSync(() => migrate(database.sql, STEPS));
    for (const { door } of this.#rows<{ door: Door }>("SELECT door FROM door")) this.#door = door;
    for (const total of this.#rows<{ day: number; rows: number; told: number }>(
      "SELECT day, rows, told FROM total",
    ))
      this.#total = total;
    for (const round of this.#rows<{ kind: Round["kind"]; day: number; after: string; due: number }>(
      "SELECT kind, day, after, due FROM rounds",
    ))
      this.#rounds.set(round.kind, round);
  }

  /** To what the admin has put the door. */
  get door(): Door | undefined {
    return this.#door;
  }

  /** Puts it there, or leaves it to `DOOR` again. */
  putDoor(door: Door | undefined): void {
    if (door === this.#door) return;
    if (door === undefined) this.#write("DELETE FROM door");
    else this.#write("INSERT OR REPLACE INTO door (id, door) VALUES (1, ?)", door);
    this.#door = door;
  }

  /** By what push services know the deployment; undefined before anybody has asked. */
  vapidKeys(): VapidKeys | undefined {
    const [keys] = this.#rows<{ key: string; secret: string }>("SELECT key, secret FROM vapid");
    return keys;
  }

  putVapidKeys({ key, secret }: VapidKeys): void {
    this.#write("INSERT OR REPLACE INTO vapid (id, key, secret) VALUES (1, ?, ?)", key, secret);
  }

  /** What a day has cost; nothing on any but the last that was reported. */
  total(day: number): Total {
    return this.#total.day === day ? this.#total : { day, rows: 0, told: 0 };
  }

  /** Notes that rooms have been told, or are about to be. */
  putTotal(total: Total): void {
    const { day, rows, told } = total;
    this.#write("INSERT OR REPLACE INTO total (id, day, rows, told) VALUES (1, ?, ?, ?)", day, rows, told);
    this.#total = total;
  }

  /** Takes a report in. Gives back by how many rows `today` costs more than was known. */
  record(report: RoomReport, today: number): number {
    const { room, members, created, active } = report;
    const [known] = this.#rows<RoomRow>(`${ROW} WHERE room = ?`, room);
    const before = known?.day === today ? known : { messages: 0, rows: 0 };
    // Another day's counts say nothing of this one: those of a late report, or of a room whose clock is ahead.
    const counted = report.day === today ? report : before;
    // A room that has forgotten some of its day has written it all the same.
    const messages = Math.max(before.messages, counted.messages);
    const rows = Math.max(before.rows, counted.rows);
    this.#write(
      "INSERT OR REPLACE INTO rooms (room, day, members, messages, rows, created, active) VALUES (?, ?, ?, ?, ?, ?, ?)",
      ...[room, today, members, messages, rows, created, active],
    );
    return rows - before.rows;
  }

  /** Forgets a room, and tells when it was made; what it has cost today stays counted. */
  forget(room: string): number | undefined {
    const [known] = this.#rows<RoomRow>(`${ROW} WHERE room = ?`, room);
    if (known) this.#write("DELETE FROM rooms WHERE room = ?", room);
    return known?.created;
  }

  /** Some of the rooms, by name, with what each has cost on a day. */
  page({ after = "", limit }: { after?: string; limit: number }, today: number): RoomEntry[] {
    const rows = this.#rows<RoomRow>(`${ROW} WHERE room > ? ORDER BY room LIMIT ?`, after, limit);
    return rows.map(({ day, messages, rows, ...entry }) => {
      const counts = day === today ? { messages, rows } : { messages: 0, rows: 0 };
      return { ...entry, ...counts };
    });
  }

  /** Rooms of a round that are yet to be told, by name: those that have people, or had some on its day. */
  waiting({ day, after }: Round, limit: number): string[] {
    const sql =
      "SELECT room FROM rooms WHERE room > ? AND (members > 0 OR active >= ?) ORDER BY room LIMIT ?";
    return this.#rows<{ room: string }>(sql, after, day * DAY, limit).map(({ room }) => room);
  }

  /** What rooms are being told. */
  get rounds(): readonly Round[] {
    return [...this.#rounds.values()];
  }

  /** Begins to tell all rooms, anew where some have been told already. */
  startRound({ kind, day, due }: Omit<Round, "after">): void {
    this.#putRound({ kind, day, due, after: "" });
  }

  /** Goes on after a room, unless the round has been ended or begun anew meanwhile. */
  goOn(round: Round, after: string): void {
    if (this.#rounds.get(round.kind) === round) this.#putRound({ ...round, after });
  }

  /** Ends a round, unless it has been begun anew meanwhile. */
  endRound(round: Round): void {
    if (this.#rounds.get(round.kind) !== round) return;
    this.#write("DELETE FROM rounds WHERE kind = ?", round.kind);
    this.#rounds.delete(round.kind);
  }

  #putRound(round: Round): void {
    const { kind, day, after, due } = round;
    this.#write(
      "INSERT OR REPLACE INTO rounds (kind, day, after, due) VALUES (?, ?, ?, ?)",
      ...[kind, day, after, due],
    );
    this.#rounds.set(kind, round);
  }

  #rows<R extends Record<string, SqlValue>>(sql: string, ...values: SqlValue[]): R[] {
    return this.#made ? [...this.#database.sql.exec<R>(sql, ...values)] : [];
  }

  #write(sql: string, ...values: SqlValue[]): void {
    this.#database.transactionSync(() => {
      if (!this.#made) migrate(this.#database.sql, STEPS);
      this.#database.sql.exec(sql, ...values);
    });
    this.#made = true;
  }
}
