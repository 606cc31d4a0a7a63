import type { Sql } from "./database.ts";

/**
 * How the database came to be, step by step. A step is never changed once it
 * has been released; what is new is a further step at the end.
 */
export const MIGRATIONS: readonly string[] = [
  `
  -- Durable events. The id is the row's own key, and there is no other index:
  -- a message costs one row written.
  CREATE TABLE events (
    id INTEGER PRIMARY KEY,
    type TEXT NOT NULL,
    at INTEGER NOT NULL,
    uid TEXT NOT NULL,
    nick TEXT NOT NULL,
    client TEXT,
    cid INTEGER,
    to_uid TEXT,
    to_nick TEXT,
    text TEXT,
    re INTEGER,
    me INTEGER NOT NULL DEFAULT 0,
    edited INTEGER NOT NULL DEFAULT 0,
    target INTEGER
  );
  -- One row: the newest id that retention has removed.
  CREATE TABLE retention (id INTEGER PRIMARY KEY CHECK (id = 1), removed INTEGER NOT NULL);
  CREATE TABLE profile (
    id INTEGER PRIMARY KEY CHECK (id = 1),
    epoch INTEGER NOT NULL,
    topic TEXT NOT NULL,
    lock TEXT,
    slow INTEGER NOT NULL,
    empty_since INTEGER
  );
  CREATE TABLE members (
    uid TEXT PRIMARY KEY,
    nick TEXT NOT NULL,
    held_until INTEGER,
    address TEXT NOT NULL
  ) WITHOUT ROWID;
  CREATE TABLE roles (uid TEXT PRIMARY KEY, nick TEXT NOT NULL, role TEXT NOT NULL) WITHOUT ROWID;
  CREATE TABLE bans (
    uid TEXT PRIMARY KEY,
    nick TEXT NOT NULL,
    by_nick TEXT NOT NULL,
    by_uid TEXT NOT NULL,
    at INTEGER NOT NULL,
    reason TEXT,
    addresses TEXT NOT NULL
  ) WITHOUT ROWID;
  `,
  `
  -- When a mod became one; 0: before this was kept.
  ALTER TABLE roles ADD COLUMN since INTEGER NOT NULL DEFAULT 0;
  -- Until when a ban covers its networks: a day, where it was given before this was kept.
  ALTER TABLE bans ADD COLUMN network_until INTEGER NOT NULL DEFAULT 0;
  UPDATE bans SET network_until = at + 86400000;
  -- People whom a moderator lets in whatever their network, in the order of their rows.
  CREATE TABLE allowed (id INTEGER PRIMARY KEY, uid TEXT NOT NULL, nick TEXT NOT NULL);
  -- The time of day that the room last took for true, and since when the clock has shown one far from it.
  ALTER TABLE profile ADD COLUMN believed INTEGER NOT NULL DEFAULT 0;
  ALTER TABLE profile ADD COLUMN doubted INTEGER;
  `,
  `
  -- Of what was first posted under an idempotency key. NULL for all else.
  ALTER TABLE events ADD COLUMN digest TEXT;
  `,
  "ALTER TABLE profile ADD COLUMN generation INTEGER",
  `
  -- Salted hash of the network that an event came from; empty where it is not known.
  ALTER TABLE events ADD COLUMN address TEXT NOT NULL DEFAULT '';
  -- What had been written on its day (UTC) with it: messages, and rows.
  ALTER TABLE events ADD COLUMN said INTEGER NOT NULL DEFAULT 0;
  ALTER TABLE events ADD COLUMN rows INTEGER NOT NULL DEFAULT 0;
  -- Until when a ban holds; NULL: for good.
  ALTER TABLE bans ADD COLUMN until INTEGER;
  -- Whose a pass for one person has become; exp is in seconds since 1970.
  CREATE TABLE passes (id TEXT PRIMARY KEY, uid TEXT NOT NULL, exp INTEGER NOT NULL) WITHOUT ROWID;
  -- What was done to keep order.
  CREATE TABLE acts (
    id INTEGER PRIMARY KEY,
    at INTEGER NOT NULL,
    act TEXT NOT NULL,
    by_nick TEXT NOT NULL,
    by_uid TEXT NOT NULL,
    nick TEXT,
    uid TEXT,
    target INTEGER,
    reason TEXT
  );
  -- How far the deployment's day is used up, as the room was last told, and of which day (UTC) since 1970.
  ALTER TABLE profile ADD COLUMN used INTEGER NOT NULL DEFAULT 0;
  ALTER TABLE profile ADD COLUMN used_day INTEGER NOT NULL DEFAULT 0;
  -- The rows that had been written as this one was, and of which day.
  ALTER TABLE profile ADD COLUMN rows INTEGER NOT NULL DEFAULT 0;
  ALTER TABLE profile ADD COLUMN rows_day INTEGER NOT NULL DEFAULT 0;
  `,
  `
  -- Up to which event somebody has read.
  CREATE TABLE seen (uid TEXT PRIMARY KEY, id INTEGER NOT NULL) WITHOUT ROWID;
  -- Of who is held: where they are, while they are away. And whether a program speaks for somebody, or said something.
  ALTER TABLE members ADD COLUMN away TEXT;
  ALTER TABLE members ADD COLUMN bot INTEGER NOT NULL DEFAULT 0;
  ALTER TABLE events ADD COLUMN bot INTEGER NOT NULL DEFAULT 0;
  `,
  `
  -- Of a message: who has reacted (JSON). Of a reaction: whether it is one, or was taken back.
  ALTER TABLE events ADD COLUMN reactions TEXT;
  ALTER TABLE events ADD COLUMN is_on INTEGER NOT NULL DEFAULT 0;
  -- How many of the events up to this one are reactions: history counts the others.
  ALTER TABLE events ADD COLUMN reacted INTEGER NOT NULL DEFAULT 0;
  -- The newest reaction that was removed because they were too many.
  ALTER TABLE retention ADD COLUMN reactions INTEGER NOT NULL DEFAULT 0;
  `,
  `
  -- Ways in for messages of other systems, by what their names have in common that count as one. hash: of the secret in its address.
  CREATE TABLE hooks (
    key TEXT PRIMARY KEY,
    name TEXT NOT NULL,
    hash TEXT NOT NULL,
    by_nick TEXT NOT NULL,
    by_uid TEXT NOT NULL,
    at INTEGER NOT NULL
  ) WITHOUT ROWID;
  -- The name of the hook that brought a message.
  ALTER TABLE events ADD COLUMN hook TEXT;
  `,
  `
  -- Files that were uploaded; their bytes lie elsewhere. waiting: it is to be looked after, which the index is for.
  CREATE TABLE files (
    id TEXT PRIMARY KEY,
    place TEXT NOT NULL,
    name TEXT NOT NULL,
    type TEXT NOT NULL,
    size INTEGER NOT NULL,
    width INTEGER,
    height INTEGER,
    uid TEXT NOT NULL,
    address TEXT NOT NULL,
    at INTEGER NOT NULL,
    state TEXT NOT NULL,
    message INTEGER,
    wiped INTEGER NOT NULL,
    waiting INTEGER NOT NULL
  ) WITHOUT ROWID;
  CREATE INDEX waiting_files ON files (at) WHERE waiting = 1;
  -- Of a message: the files that came with it (JSON).
  ALTER TABLE events ADD COLUMN files TEXT;
  -- The name under which the bytes of the room's files lie.
  ALTER TABLE profile ADD COLUMN shelf TEXT;
  `,
  `
  -- Devices that are told of what is said while their people are not looking.
  CREATE TABLE subscriptions (
    id INTEGER PRIMARY KEY,
    uid TEXT NOT NULL,
    nick TEXT NOT NULL,
    at INTEGER NOT NULL,
    wants TEXT NOT NULL,
    endpoint TEXT NOT NULL,
    p256dh TEXT NOT NULL,
    auth TEXT NOT NULL,
    origin TEXT NOT NULL
  );
  -- One row: what they are yet to be told (JSON), for a row each would cost as much as talk itself.
  CREATE TABLE waiting_pushes (id INTEGER PRIMARY KEY CHECK (id = 1), waiting TEXT NOT NULL);
  `,
];

const VERSION_TABLE = "CREATE TABLE schema (id INTEGER PRIMARY KEY CHECK (id = 1), version INTEGER NOT NULL)";

/** The version of the schema in a database, 0 for an empty one. Writes nothing. */
export function schemaVersion(sql: Sql): number {
  const [table] = sql.exec("SELECT 1 FROM sqlite_master WHERE type = 'table' AND name = 'schema'");
  const [schema] = table ? sql.exec<{ version: number }>("SELECT version FROM schema") : [];
  return schema?.version ?? 0;
}

/** Takes the missing steps. Call it within a transaction. Throws if the database is from a newer papo. */
export function migrate(sql: Sql, migrations: readonly string[] = MIGRATIONS): void {
  const version = schemaVersion(sql);
  if (version > migrations.length) {
    throw new Error(`The database has schema ${version}; this papo knows ${migrations.length} at most.`);
  }
  if (version === migrations.length) return;
  if (version === 0) sql.exec(VERSION_TABLE);
  for (const step of migrations.slice(version)) sql.exec(step);
  sql.exec("INSERT OR REPLACE INTO schema (id, version) VALUES (1, ?)", migrations.length);
}
