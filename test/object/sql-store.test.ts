import { SqlStore } from "../../src/object/sql-store.ts";
import { testStore } from "../room/store-contract.ts";
import { Site } from "./site.ts";

testStore("the store in SQLite", (keep, run) =>
  new Site().inside(({ storage }) => {
    const store = new SqlStore(storage, keep);
    const reopen = () => {
      store.commit();
      return new SqlStore(storage, keep);
    };
    run({ store, reopen });
  }),
);
