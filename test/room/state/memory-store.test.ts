import { describe, expect, test } from "vitest";
import { MemoryStore } from "../../support/memory-store.ts";
import { testStore } from "./store-contract.ts";

testStore("the store in memory", (keep, run) => {
  const store = new MemoryStore(keep);
  const reopen = () => {
    store.commit();
    store.crash();
    return store;
  };
  run({ store, reopen });
});

describe("a crash of the store in memory", () => {
  const message = (id: number, text: string) => ({
    ...({ type: "message", id, at: id, uid: "ana---------", nick: "ana" } as const),
    ...{ text, manner: {}, edited: false },
  });
  const profile = {
    epoch: 1,
    topic: "before",
    lock: undefined,
    slow: 0,
    emptySince: undefined,
    believed: 0,
    doubted: undefined,
    generation: undefined,
  };
  const ana = { uid: "ana---------", nick: "ana", heldUntil: undefined, address: "here" };

  test("loses what was not committed, whatever it was", () => {
    const store = new MemoryStore(10);
    store.putProfile(profile);
    store.putMember(ana);
    store.log.append(message(1, "kept"));
    store.log.append(message(2, "kept too"));
    store.commit();

    store.putProfile({ ...profile, topic: "after" });
    store.dropMember(ana.uid);
    store.putRole({ ...ana, role: "mod", since: 1 });
    store.log.append(message(3, "lost"));
    store.log.rewrite(2, "changed");
    store.log.removeThrough(1);
    store.crash();

    expect([store.profile(), store.members(), store.roles()]).toEqual([profile, [ana], []]);
    expect(store.log.after(0, "", { through: 9, limit: 9 }).map(({ text }) => text)).toEqual([
      "kept",
      "kept too",
    ]);
    expect([store.log.cursor(), store.log.removed(), store.log.lastAt()]).toEqual([2, 0, 2]);
  });
});
