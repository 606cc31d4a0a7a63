import type {
  Profile,
  Store,
  StoredAllowed,
  StoredBan,
  StoredMember,
  StoredPass,
  StoredRole,
} from "../../room/state/store.ts";
import type { Database, SqlValue } from "./database.ts";
import { migrate, schemaVersion } from "./migrations.ts";
import { RowMeter } from "./row-meter.ts";
import { SqlActs } from "./sql-acts.ts";
import { SqlFiles } from "./sql-files.ts";
import { SqlHooks } from "./sql-hooks.ts";
import { SqlLog } from "./sql-log.ts";
import { SqlSeen } from "./sql-seen.ts";
import { SqlSubscriptions } from "./sql-subscriptions.ts";

const SHARES = [0, 80, 100, 110] as const;

/**
 * A room's storage in SQLite. A room that nobody has made has no tables, and
 * asking about it makes none. What is written waits in memory until
 * {@link commit}, so that a thousand people who join at once cost a few
 * transactions and not a thousand.
 */
export class SqlStore implements Store {
  readonly log: SqlLog;
  readonly acts: SqlActs = new SqlActs({
    write: (sql, ...values) => this.#write(sql, ...values),
    rows: (sql, ...values) => this.#rows(sql, ...values),
  });
  readonly hooks: SqlHooks = new SqlHooks({
    write: (sql, ...values) => this.#write(sql, ...values),
    rows: (sql, ...values) => this.#rows(sql, ...values),
  });
  readonly files: SqlFiles = new SqlFiles({
    write: (sql, ...values) => this.#write(sql, ...values),
    rows: (sql, ...values) => this.#rows(sql, ...values),
  });
  readonly subscriptions: SqlSubscriptions = new SqlSubscriptions({
    write: (sql, ...values) => this.#write(sql, ...values),
    rows: (sql, ...values) => this.#rows(sql, ...values),
  });
  readonly seen: SqlSeen;
  readonly #database: RowMeter;
  /** Of members only what they are in the end is written. */
  #members = new Map<string, StoredMember | undefined>();
  #waiting: (readonly [sql: string, ...values: SqlValue[]])[] = [];
  #made: boolean;

  /** Opens the database. `keep` is how many events readers are shown at most; `now` is in ms since 1970. */
  constructor(database: Database, keep: number, now: () => number) {
    this.#database = new RowMeter(database, now);
    this.log = new SqlLog(this.#database, keep);
    this.#made = schemaVersion(database.sql) > 0;
    this.seen = new SqlSeen(this.#database.sql, this.#made);
    if (!this.#made) return;
    this.#migrate();
    this.log.load();
  }

  /** The rows that are written: counted while the room is awake, and carried on from what was written last. */
  get written(): RowMeter {
    return this.#database;
  }

  get isDirty(): boolean {
    return this.#hasWaiting || this.log.isDirty;
  }

  commit(): void {
    if (!this.#hasWaiting) {
      this.log.commit();
      return;
    }
    this.#database.transactionSync(() => {
      for (const [sql, ...values] of this.#waiting) this.#database.sql.exec(sql, ...values);
      for (const [uid, member] of this.#members) this.#writeMember(uid, member);
      this.seen.commit();
      this.log.commit();
    });
    this.#waiting = [];
    this.#members = new Map();
  }

  profile(): Profile | undefined {
    const [row] = this.#rows<{
      epoch: number;
      topic: string;
      lock: string | null;
      slow: number;
      empty_since: number | null;
      believed: number;
      doubted: number | null;
      generation: number | null;
      used: number;
      usedDay: number;
      rows: number;
      rowsDay: number;
      shelf: string | null;
    }>(
      "SELECT epoch, topic, lock, slow, empty_since, believed, doubted, generation, used, used_day AS usedDay, rows, rows_day AS rowsDay, shelf FROM profile",
    );
    if (!row) return undefined;
    this.#database.resume(row.rowsDay, row.rows);
    const { epoch, topic, lock, slow, empty_since, believed, doubted, generation, used, usedDay, shelf } =
      row;
    return {
      ...{ epoch, topic, lock: lock ?? undefined, slow, emptySince: empty_since ?? undefined },
      ...{ believed, doubted: doubted ?? undefined, generation: generation ?? undefined },
      ...{ used: SHARES.find((share) => share === used) ?? 0, usedDay },
      shelf: shelf ?? undefined,
    };
  }

  /** The first thing that a new room writes, so here its tables are made. */
  putProfile({ epoch, topic, lock, slow, emptySince, ...rest }: Profile): void {
    const { believed, doubted, generation, used, usedDay, shelf } = rest;
    if (!this.#made) this.#migrate();
    this.#write(
      "INSERT OR REPLACE INTO profile (id, epoch, topic, lock, slow, empty_since, believed, doubted, generation, used, used_day, " +
        "rows, rows_day, shelf) VALUES (1, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
      ...[
        epoch,
        topic,
        lock ?? null,
        slow,
        emptySince ?? null,
        believed,
        doubted ?? null,
        generation ?? null,
        used,
        usedDay,
        this.#database.rows + 1,
        this.#database.day,
        shelf ?? null,
      ],
    );
  }

  members(): StoredMember[] {
    return this.#rows<{
      uid: string;
      nick: string;
      held_until: number | null;
      address: string;
      away: string | null;
      bot: number;
    }>("SELECT uid, nick, held_until, address, away, bot FROM members").map(
      ({ held_until, away, bot, ...member }) => ({
        ...member,
        ...{ heldUntil: held_until ?? undefined, away: away ?? undefined, isBot: bot === 1 },
      }),
    );
  }

  putMember(member: StoredMember): void {
    this.#members.set(member.uid, member);
  }

  dropMember(uid: string): void {
    this.#members.set(uid, undefined);
  }

  roles(): StoredRole[] {
    return this.#rows<{ uid: string; nick: string; role: StoredRole["role"]; since: number }>(
      "SELECT uid, nick, role, since FROM roles",
    );
  }

  putRole({ uid, nick, role, since }: StoredRole): void {
    this.#write(
      "INSERT OR REPLACE INTO roles (uid, nick, role, since) VALUES (?, ?, ?, ?)",
      ...[uid, nick, role, since],
    );
  }

  dropRole(uid: string): void {
    this.#write("DELETE FROM roles WHERE uid = ?", uid);
  }

  bans(): StoredBan[] {
    return this.#rows<{
      uid: string;
      nick: string;
      by: string;
      byUid: string;
      at: number;
      reason: string | null;
      addresses: string;
      networkUntil: number;
      until: number | null;
    }>(
      'SELECT uid, nick, by_nick AS "by", by_uid AS byUid, at, reason, addresses, network_until AS networkUntil, until FROM bans',
    ).map(({ reason, addresses, until, ...ban }) => ({
      ...ban,
      reason: reason ?? undefined,
      until: until ?? undefined,
      addresses: addresses.split(" ").filter((address) => address !== ""),
    }));
  }

  putBan({ uid, nick, by, byUid, at, reason, addresses, networkUntil, until }: StoredBan): void {
    this.#write(
      "INSERT OR REPLACE INTO bans (uid, nick, by_nick, by_uid, at, reason, addresses, network_until, until) " +
        "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
      ...[uid, nick, by, byUid, at, reason ?? null, addresses.join(" "), networkUntil, until ?? null],
    );
  }

  dropBan(uid: string): void {
    this.#write("DELETE FROM bans WHERE uid = ?", uid);
  }

  allowed(): StoredAllowed[] {
    return this.#rows<{ uid: string; nick: string }>("SELECT uid, nick FROM allowed ORDER BY id");
  }

  putAllowed({ uid, nick }: StoredAllowed): void {
    this.#write("INSERT INTO allowed (uid, nick) VALUES (?, ?)", uid, nick);
  }

  dropAllowed(uid: string): void {
    this.#write("DELETE FROM allowed WHERE uid = ?", uid);
  }

  passes(): StoredPass[] {
    return this.#rows<{ id: string; uid: string; exp: number }>("SELECT id, uid, exp FROM passes");
  }

  putPass({ id, uid, exp }: StoredPass): void {
    this.#write("INSERT OR REPLACE INTO passes (id, uid, exp) VALUES (?, ?, ?)", id, uid, exp);
  }

  dropPass(id: string): void {
    this.#write("DELETE FROM passes WHERE id = ?", id);
  }

  get #hasWaiting(): boolean {
    return this.#waiting.length > 0 || this.#members.size > 0 || this.seen.isDirty;
  }

  #writeMember(uid: string, member: StoredMember | undefined): void {
    const { sql } = this.#database;
    if (member === undefined) sql.exec("DELETE FROM members WHERE uid = ?", uid);
    else
      sql.exec(
        "INSERT OR REPLACE INTO members (uid, nick, held_until, address, away, bot) VALUES (?, ?, ?, ?, ?, ?)",
        ...[uid, member.nick, member.heldUntil ?? null, member.address],
        ...[member.away ?? null, member.isBot ? 1 : 0],
      );
  }

  #migrate(): void {
    this.#database.transactionSync(() => migrate(this.#database.sql));
    this.#made = true;
  }

  #write(sql: string, ...values: SqlValue[]): void {
    this.#waiting.push([sql, ...values]);
  }

  #rows<Row extends Record<string, SqlValue>>(sql: string, ...values: SqlValue[]): Row[] {
    this.commit();
    return this.#made ? Array.from(this.#database.sql.exec<Row>(sql, ...values)) : [];
  }
}
