import { expect, test } from "vitest";
import { MIGRATIONS, migrate } from "../../../src/object/store/migrations.ts";
import { SqlStore } from "../../../src/object/store/sql-store.ts";
import { MemoryDatabase } from "../../support/room/sqlite.ts";
import { testStore } from "./store-contract.ts";

testStore("the store in SQLite", (keep, run) => {
  const database = new MemoryDatabase();
  const store = new SqlStore(database, keep, () => 0);
  const crash = () => new SqlStore(database, keep, () => 0);
  const reopen = () => {
    store.commit();
    return crash();
  };
  run({ store, reopen, crash });
});

/** The steps that there were before reactions. */
const BEFORE_REACTIONS = MIGRATIONS.findIndex((step) => step.includes("reactions"));

test("in a room from before there were reactions, all that it has counts, and reactions don't", () => {
  const database = new MemoryDatabase();
  migrate(database.sql, MIGRATIONS.slice(0, BEFORE_REACTIONS));
  for (let id = 3; id <= 10; id++) {
    const row = [id, "message", 1_000 * id, "ana---------", "ana", `text ${id}`] as const;
    database.sql.exec("INSERT INTO events (id, type, at, uid, nick, text) VALUES (?, ?, ?, ?, ?, ?)", ...row);
  }
  database.sql.exec("INSERT INTO retention (id, removed) VALUES (1, ?)", 2);
  const open = () => new SqlStore(database, 4, () => 0);
  const { log } = open();
  expect([log.kept(), log.floor(), log.reactions(), log.back(11, 3)]).toEqual([8, 6, 0, 7]);
  const reaction = { type: "reacted", at: 10_000, uid: "ana---------", nick: "ana", address: "" } as const;
  for (const id of [11, 12])
    log.append({ ...reaction, id, target: 10, emoji: "👍", on: true, count: 1, tally: { said: 0 } });
  log.commit();
  for (const { log: each } of [{ log }, open()])
    expect([each.kept(), each.floor(), each.reactions(), each.back(13, 3)]).toEqual([8, 6, 2, 7]);
});
