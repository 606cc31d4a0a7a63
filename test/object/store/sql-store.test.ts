import { SqlStore } from "../../../src/object/store/sql-store.ts";
import { testStore } from "../../room/state/store-contract.ts";
import { Site } from "../site.ts";

testStore("the store in SQLite", (keep, run) =>
  new Site().inside(({ storage }) => {
    const store = new SqlStore(storage, keep, () => 0);
    const crash = () => new SqlStore(storage, keep, () => 0);
    const reopen = () => {
      store.commit();
      return crash();
    };
    run({ store, reopen, crash });
  }),
);
