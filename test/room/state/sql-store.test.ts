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
