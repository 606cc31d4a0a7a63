import { describe, expect, test } from "vitest";
import { MIGRATIONS, migrate, schemaVersion } from "../../../src/object/store/migrations.ts";
import { tokenOf } from "../../support/token-of.ts";
import { catchErrors, Site, stopTime } from "../site.ts";

describe("migrations", () => {
  const steps = [...MIGRATIONS, "ALTER TABLE profile ADD COLUMN color TEXT"];
  const colors = "SELECT color FROM profile";

  test("asking for the version writes nothing", async () => {
    const site = new Site();
    expect(await site.inside(({ storage }) => schemaVersion(storage.sql))).toBe(0);
    expect(await site.tables()).toEqual([]);
  });

  test("a new step is taken once, and the steps before it are not taken again", async () => {
    const site = new Site();
    await site.join("ana");
    const versions = await site.inside(({ storage }) => {
      const take = () => {
        storage.transactionSync(() => migrate(storage.sql, steps));
        return schemaVersion(storage.sql);
      };
      return [schemaVersion(storage.sql), take(), take()];
    });
    expect(versions).toEqual([MIGRATIONS.length, MIGRATIONS.length + 1, MIGRATIONS.length + 1]);
    expect(await site.inside(({ storage }) => storage.sql.exec(colors).toArray())).toEqual([{ color: null }]);
  });

  test("a new room takes all steps at once", async () => {
    const site = new Site();
    const version = await site.inside(({ storage }) => {
      storage.transactionSync(() => migrate(storage.sql, steps));
      return schemaVersion(storage.sql);
    });
    expect(version).toBe(steps.length);
    expect(await site.inside(({ storage }) => storage.sql.exec(colors).toArray())).toEqual([]);
  });

  test("a step that fails leaves everything as it was", async () => {
    const site = new Site();
    await site.join("ana");
    const broken = [...steps, "CREATE TABLE more (id INTEGER); INSERT INTO nowhere VALUES (1)"];
    await site.inside(({ storage }) => {
      expect(() => storage.transactionSync(() => migrate(storage.sql, broken))).toThrow("nowhere");
      expect(schemaVersion(storage.sql)).toBe(MIGRATIONS.length);
      expect(() => storage.sql.exec(colors)).toThrow("color");
    });
  });

  test("a room from a newer papo is refused, and left as it is", async () => {
    const errors = catchErrors();
    const site = new Site();
    await site.join("ana");
    await site.inside(({ storage }) => storage.sql.exec("UPDATE schema SET version = 99"));
    await site.lose();
    expect((await site.fetch()).status).toBe(500);
    expect(await (await site.fetch("/members")).json()).toEqual({
      error: { code: "internal", message: expect.not.stringMatching(/schema|99/) },
    });
    const told = expect.stringContaining("The database has schema 99; this papo knows");
    expect(errors.mock.calls).toEqual([[told], [told]]);
  });

  /** What version 1 wrote. It stays as it is, whatever steps come later. */
  const VERSION_1 = `
    CREATE TABLE schema (id INTEGER PRIMARY KEY CHECK (id = 1), version INTEGER NOT NULL);
    INSERT INTO schema VALUES (1, 1);
    CREATE TABLE events (id INTEGER PRIMARY KEY, type TEXT NOT NULL, at INTEGER NOT NULL, uid TEXT NOT NULL,
      nick TEXT NOT NULL, client TEXT, cid INTEGER, to_uid TEXT, to_nick TEXT, text TEXT, re INTEGER,
      me INTEGER NOT NULL DEFAULT 0, edited INTEGER NOT NULL DEFAULT 0, target INTEGER);
    INSERT INTO events VALUES
      (3, 'message', :at, 'iAm0xHCu43ON', 'ana', 'one', 1, NULL, NULL, 'uno', NULL, 0, 1, NULL),
      (4, 'message', :at, 'bobs-own-uid', 'bob', 'two', 7, NULL, NULL, NULL, 3, 1, 1, NULL),
      (5, 'edited', :at, 'iAm0xHCu43ON', 'ana', 'one', 2, NULL, NULL, NULL, NULL, 0, 0, 3),
      (6, 'message', :at, 'bobs-own-uid', 'bob', 'two', 8, 'eves-own-uid', 'eve', 'hush', NULL, 0, 0, NULL);
    CREATE TABLE retention (id INTEGER PRIMARY KEY CHECK (id = 1), removed INTEGER NOT NULL);
    INSERT INTO retention VALUES (1, 2);
    CREATE TABLE profile (id INTEGER PRIMARY KEY CHECK (id = 1), epoch INTEGER NOT NULL, topic TEXT NOT NULL,
      lock TEXT, slow INTEGER NOT NULL, empty_since INTEGER);
    INSERT INTO profile VALUES (1, 1790000000000, 'tea', NULL, 5, NULL);
    CREATE TABLE members (uid TEXT PRIMARY KEY, nick TEXT NOT NULL, held_until INTEGER, address TEXT NOT NULL)
      WITHOUT ROWID;
    INSERT INTO members VALUES ('bobs-own-uid', 'bob', NULL, 'x');
    CREATE TABLE roles (uid TEXT PRIMARY KEY, nick TEXT NOT NULL, role TEXT NOT NULL) WITHOUT ROWID;
    INSERT INTO roles VALUES ('bobs-own-uid', 'bob', 'owner');
    CREATE TABLE bans (uid TEXT PRIMARY KEY, nick TEXT NOT NULL, by_nick TEXT NOT NULL, by_uid TEXT NOT NULL,
      at INTEGER NOT NULL, reason TEXT, addresses TEXT NOT NULL) WITHOUT ROWID;
    INSERT INTO bans VALUES ('eves-own-uid', 'eve', 'bob', 'bobs-own-uid', :at, 'spam', 'x y');
  `;

  test("a room that version 1 wrote opens", async () => {
    stopTime();
    const site = new Site();
    const now = Date.now();
    await site.inside(({ storage }) => storage.sql.exec(VERSION_1.replaceAll(":at", String(now))));
    await site.lose();
    const { welcome } = await site.join("ana", { after: 2, epoch: 1_790_000_000_000 });
    const [ana, bob] = ["ana", "bob"].map((nick) => expect.objectContaining({ nick }));
    expect(welcome).toMatchObject({ topic: "tea", slow: 5, locked: false, cursor: 6, gap: false });
    expect(welcome.you).toMatchObject({ role: "member" });
    expect(welcome.members).toEqual([bob, ana]);
    expect(welcome.events).toMatchObject([
      { id: 3, text: "uno", edited: true },
      { id: 4, deleted: true, re: 3, me: true },
      { id: 5, type: "edited", target: 3, text: "uno" },
    ]);
  });

  test("in it, reactions are counted from then on", async () => {
    stopTime();
    const site = new Site();
    await site.inside(({ storage }) => storage.sql.exec(VERSION_1.replaceAll(":at", String(Date.now()))));
    await site.lose();
    const { wire } = await site.join("ana", { after: 2, epoch: 1_790_000_000_000 });
    wire.send({ type: "react", cid: 1, id: 3, emoji: "👍" }, { type: "react", cid: 2, id: 3, emoji: "❤️" });
    await wire.when((heard) => heard.heard("reacted").length === 2);
    await site.lose();
    const back = await site.join("cat", { after: 2, epoch: 1_790_000_000_000 });
    expect(back.welcome).toMatchObject({ gap: false, cursor: 8 });
    expect(back.welcome.events).toMatchObject([
      { id: 3, reactions: [{ emoji: "👍" }, { emoji: "❤️" }] },
      { id: 4 },
      { id: 5 },
      { id: 7, emoji: "👍", count: 1 },
      { id: 8, emoji: "❤️", count: 1 },
    ]);
  });
});

describe("nothing is told before it is stored", () => {
  const FAIL = "CREATE TRIGGER full BEFORE INSERT ON events BEGIN SELECT RAISE(ABORT, 'disk full'); END";

  test("where the disk refuses, the instance ends with all its sockets, and what was said is said again", async () => {
    const errors = catchErrors();
    const site = new Site();
    const ana = await site.join("ana");
    const bob = await site.join("bob");
    await site.inside(({ storage }) => storage.sql.exec(FAIL));
    ana.wire.send({ type: "say", cid: 1, text: "one" });
    await Promise.all([ana.wire.closing(), bob.wire.closing()]);
    expect([...ana.wire.heard("stored"), ...ana.wire.texts, ...bob.wire.texts]).toEqual([]);

    expect(errors).toHaveBeenCalledExactlyOnceWith(expect.stringContaining("disk full"));
    await site.inside(({ storage }) => storage.sql.exec("DROP TRIGGER full"));
    const back = await site.join("ana", { after: 0 });
    expect(back.welcome).toMatchObject({ sent: 0, cursor: 0, events: [], members: { length: 2 } });
    back.wire.send({ type: "say", cid: 1, text: "one" });
    expect(await back.wire.next("stored")).toEqual({ type: "stored", cid: 1, id: 1 });
  });
});

describe("nothing secret is stored", () => {
  test("no token, passphrase, admin token or address, and deleted text is gone", async () => {
    const site = new Site();
    const ana = await site.join("ana");
    ana.wire.send(
      { type: "lock", key: "sesame-sesame" },
      { type: "say", cid: 1, text: "regretted" },
      { type: "delete", cid: 2, id: 1 },
    );
    await ana.wire.next("deleted");
    const dump = await site.inside(({ storage }) =>
      ["events", "profile", "members", "roles", "bans"].map((table) =>
        JSON.stringify(storage.sql.exec(`SELECT * FROM ${table}`).toArray()),
      ),
    );
    for (const secret of [tokenOf("ana"), "sesame", site.address, "regretted"]) {
      expect(dump.join("\n")).not.toContain(secret);
    }
    expect(dump.join("\n")).toContain(ana.welcome.you.uid);
  });
});
