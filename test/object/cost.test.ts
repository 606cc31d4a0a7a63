import { describe, expect, test } from "vitest";
import type { CommandInput } from "../../src/protocol/command.ts";
import type { Uploaded } from "../../src/protocol/http-answer.ts";
import { ROOM_LIMITS } from "../../src/protocol/limits.ts";
import { tokenOf } from "../support/token-of.ts";
import { type Cost, costOf } from "./meter.ts";
import { type Guest, Site, stopTime } from "./site.ts";

/** A room in which ana is the owner, bob a member, and two things were said; its alarm is set. */
async function furnished() {
  stopTime();
  const site = new Site();
  const ana = await site.join("ana");
  const bob = await site.join("bob");
  bob.wire.send({ type: "say", cid: 1, text: "one" }, { type: "say", cid: 2, text: "two" });
  await ana.wire.when(({ texts }) => texts.length === 2);
  await Promise.all([ana.wire.sync(), bob.wire.sync()]);
  return { site, ana, bob };
}

async function upload(site: Site, body: string): Promise<Uploaded> {
  const headers = { Authorization: `Bearer ${tokenOf("ana")}` };
  return await (await site.fetch("/files?name=a.txt", { method: "POST", body, headers })).json();
}

type Furnished = Awaited<ReturnType<typeof furnished>>;

const FORM = { "Content-Type": "application/x-www-form-urlencoded" };

/** A post under a key. */
const keyed = (key: string, text = "x") => ({
  ...{ method: "POST", body: text },
  headers: { "Content-Type": "text/plain", "Idempotency-Key": key },
});

/** An action of ana's that one command is. */
const by =
  (command: CommandInput, type: Parameters<Guest["wire"]["next"]>[0]) =>
  async ({ ana }: Furnished) => {
    ana.wire.send(command);
    await ana.wire.next(type);
  };

describe("rows written and read", () => {
  test.each<[string, Cost, (room: Furnished) => Promise<unknown>]>([
    ["asking about a room", { written: 0, read: 0 }, ({ site }) => site.fetch()],
    ["a connection", { written: 0, read: 0 }, ({ site }) => site.connect()],
    ["a join, with nothing to replay", { written: 1, read: 1 }, ({ site }) => site.join("cat", { after: 2 })],
    ["a join, with what was said", { written: 1, read: 2 }, ({ site }) => site.join("cat")],
    ["a second client", { written: 0, read: 1 }, ({ site }) => site.join("bob", { client: "two", after: 2 })],
    ["a message", { written: 1, read: 1 }, by({ type: "say", cid: 1, text: "x" }, "message")],
    [
      "a private message",
      { written: 1, read: 1 },
      by({ type: "say", cid: 1, text: "x", to: "bob" }, "message"),
    ],
    ["a reply", { written: 1, read: 2 }, by({ type: "say", cid: 1, text: "x", re: 1 }, "message")],
    [
      "a message by plain HTTP",
      { written: 1, read: 1 },
      async ({ site }) => {
        const init = { method: "POST", body: "x", headers: { "Content-Type": "text/plain" } };
        await site.fetch("/messages?nick=robot", init);
      },
    ],
    [
      "a message by plain HTTP, under a key",
      { written: 1, read: 1 },
      ({ site }) => site.fetch("/messages?nick=robot", keyed("build-7")),
    ],
    ["a hook, which is an act", { written: 2, read: 4 }, by({ type: "hook", name: "ci" }, "hook")],
    [
      "a hook, and what it brings",
      { written: 3, read: 5 },
      async ({ site, ana }) => {
        ana.wire.send({ type: "hook", name: "ci" });
        const { url } = await ana.wire.next("hook");
        const path = new URL(url).pathname.slice(`/api/rooms/${site.name}`.length);
        expect((await site.fetch(path, { method: "POST", body: "text=x", headers: FORM })).status).toBe(201);
        expect(
          (await site.fetch(`${path.slice(0, -4)}AAAA`, { method: "POST", body: "text=x", headers: FORM }))
            .status,
        ).toBe(404);
      },
    ],
    [
      "an edit",
      { written: 2, read: 3 },
      async ({ bob }) => {
        bob.wire.send({ type: "edit", cid: 3, id: 1, text: "uno" });
        await bob.wire.next("edited");
      },
    ],
    ["a reaction", { written: 2, read: 3 }, by({ type: "react", cid: 1, id: 1, emoji: "👍" }, "reacted")],
    [
      "a reaction taken back that never was",
      { written: 2, read: 3 },
      by({ type: "react", cid: 1, id: 1, emoji: "👍", on: false }, "reacted"),
    ],
    [
      "a deletion of another's, which is an act",
      { written: 3, read: 5 },
      by({ type: "delete", cid: 1, id: 1 }, "deleted"),
    ],
    [
      "having read, with other clients told",
      { written: 0, read: 2 },
      async ({ site }) => {
        const { wire } = await site.join("bob", { client: "two", after: 2 });
        const other = await site.join("bob", { client: "three", after: 2 });
        for (const id of [1, 2]) wire.send({ type: "seen", id });
        await other.wire.next("seen", ({ id }) => id === 2);
      },
    ],
    [
      "a lost connection, held, of somebody who has read",
      { written: 3, read: 0 },
      async ({ ana, bob }) => {
        bob.wire.send({ type: "seen", id: 2 });
        await bob.wire.sync();
        bob.wire.close();
        await bob.wire.closing();
        await ana.wire.sync();
      },
    ],
    [
      "the same once more, with nothing new read",
      { written: 5, read: 1 },
      async ({ site, ana, bob }) => {
        bob.wire.send({ type: "seen", id: 2 });
        await bob.wire.sync();
        bob.wire.close();
        await bob.wire.closing();
        await ana.wire.sync();
        const { wire } = await site.join("bob", { after: 2 });
        wire.close();
        await wire.closing();
        await ana.wire.sync();
      },
    ],
    ["being away", { written: 0, read: 0 }, by({ type: "away", text: "lunch" }, "away")],
    [
      "being visible",
      { written: 0, read: 0 },
      async ({ ana }) => {
        ana.wire.send({ type: "visible", on: true }, { type: "visible", on: false });
        await ana.wire.sync();
      },
    ],
    [
      "a lost connection, held, of somebody who is away",
      { written: 2, read: 0 },
      async ({ ana, bob }) => {
        bob.wire.send({ type: "away", text: "lunch" });
        await bob.wire.next("away");
        bob.wire.close();
        await bob.wire.closing();
        await ana.wire.sync();
      },
    ],
    [
      "typing",
      { written: 0, read: 0 },
      async ({ ana, bob }) => {
        ana.wire.send({ type: "typing" });
        await bob.wire.next("typing");
      },
    ],
    ["a page of history", { written: 0, read: 2 }, by({ type: "history" }, "history")],
    ["a search", { written: 0, read: 2 }, by({ type: "search", text: "one" }, "found")],
    ["a new nickname", { written: 1, read: 0 }, by({ type: "nick", nick: "anna" }, "renamed")],
    ["a topic", { written: 2, read: 3 }, by({ type: "topic", text: "tea" }, "topic")],
    ["a lock", { written: 2, read: 3 }, by({ type: "lock", key: "sesame" }, "locked")],
    ["slow mode", { written: 2, read: 3 }, by({ type: "slow", seconds: 5 }, "slow")],
    ["a role", { written: 2, read: 2 }, by({ type: "role", who: "bob", role: "mod" }, "role")],
    ["a kick", { written: 2, read: 3 }, by({ type: "kick", who: "bob" }, "left")],
    ["a ban", { written: 3, read: 3 }, by({ type: "ban", who: "bob" }, "left")],
    ["a refusal", { written: 0, read: 0 }, by({ type: "kick", who: "nobody" }, "error")],
    [
      "a lost connection, held",
      { written: 2, read: 0 },
      async ({ ana, bob }) => {
        bob.wire.close();
        await bob.wire.closing();
        await ana.wire.sync();
      },
    ],
    [
      "a lost connection, back within the hold",
      { written: 3, read: 1 },
      async ({ site, ana, bob }) => {
        bob.wire.close();
        await bob.wire.closing();
        await ana.wire.sync();
        await site.join("bob", { after: 2 });
      },
    ],
    [
      "a leave",
      { written: 1, read: 1 },
      async ({ ana, bob }) => {
        bob.wire.send({ type: "leave" });
        await ana.wire.next("left");
      },
    ],
    [
      "the last one's leave",
      { written: 3, read: 3 },
      async ({ ana, bob }) => {
        bob.wire.send({ type: "leave" });
        await ana.wire.next("left");
        ana.wire.send({ type: "leave" });
        await ana.wire.closing();
      },
    ],
    [
      "the room's first file, up to its message",
      { written: 7, read: 9 },
      async ({ site, ana }) => {
        const { file } = await upload(site, "x");
        ana.wire.send({ type: "say", cid: 1, text: "", files: [file] });
        await ana.wire.next("message");
      },
    ],
    [
      "reading a file that is not there",
      { written: 0, read: 0 },
      ({ site }) => site.fetch(`/files/${"A".repeat(22)}/a`),
    ],
    ["an alarm with nothing to do", { written: 1, read: 3 }, ({ site }) => site.ring()],
  ])("%s", async (_, cost, action) => {
    const room = await furnished();
    expect(await costOf(room.site, () => action(room))).toEqual(cost);
  });

  test("a new room", async () => {
    stopTime();
    const site = new Site();
    expect(await costOf(site, () => site.join("ana"))).toEqual({ written: 20, read: 113 });
  });
});

describe("rows read in a room of 10,000 messages", () => {
  /** The messages are as `fields` says, by default public ones. */
  async function long(fields: Partial<Record<"type" | "to_uid" | "target", string>> = {}): Promise<Site> {
    stopTime();
    const site = new Site();
    await site.join("ana");
    const { type = "'message'", to_uid = "NULL", target = "NULL" } = fields;
    await site.inside(({ storage }) => {
      storage.sql.exec(
        "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 10000) " +
          "INSERT INTO events (id, type, at, uid, nick, client, cid, text, to_uid, target) " +
          `SELECT i, ${type}, ?, 'robot-------', 'robot', 'one', i, 'message ' || i, ${to_uid}, ${target} FROM n`,
        Date.now(),
      );
    });
    await site.lose();
    return site;
  }

  const rooms = {
    "others' private messages": { to_uid: "'eves-own-uid'" },
    "edits of what is deleted": {
      type: "CASE i WHEN 1 THEN 'message' ELSE 'edited' END",
      target: "CASE i WHEN 1 THEN NULL ELSE 9999999 END",
    },
  };
  const asked: Record<string, (site: Site, ana: Guest) => Promise<unknown>> = {
    "a page of one": (site) => site.fetch("/messages?limit=1"),
    "a page before an id": (site) => site.fetch("/messages?before=9000"),
    "a page after an id": (site) => site.fetch("/messages?after=3000&limit=1"),
    "a page by socket": (_, { wire }) => {
      wire.send({ type: "history", limit: 1 });
      return wire.next("history");
    },
    "a search": (_, { wire }) => {
      wire.send({ type: "search", text: "message" });
      return wire.next("found");
    },
    "a join": (site) => site.join("bob"),
    "a join after a long time": (site) => site.join("bob", { after: 1 }),
    "a role for somebody unknown": (_, { wire }) => {
      wire.send({ type: "role", who: "nobodys-uid-", role: "mod" });
      return wire.next("role");
    },
    "a ban of somebody unknown": async (_, { wire }) => {
      wire.send({ type: "ban", who: "nobodys-uid-" });
      await wire.sync();
    },
    "a post under a new key": (site) => site.fetch("/messages?nick=robot", keyed("build-7")),
  };
  const cases = Object.entries(rooms).flatMap(([room, fields]) =>
    Object.keys(asked).map((title) => [title, room, fields] as const),
  );

  test.each(cases)("%s among %s reads no more than it may", async (title, _, fields) => {
    const site = await long(fields);
    const ana = await site.join("ana");
    const { read } = await costOf(site, async () => asked[title]?.(site, ana));
    expect(read).toBeLessThanOrEqual(ROOM_LIMITS.rows + 10);
  });

  test("a repeat under a key reads one row, and so does another payload", async () => {
    const site = await long();
    const post = (text: string) => site.fetch("/messages?nick=robot", keyed("build-7", text));
    expect((await post("one")).status).toBe(201);
    for (const [text, status] of [
      ["one", 201],
      ["two", 409],
    ] as const) {
      const measured = await costOf(site, async () => expect((await post(text)).status).toBe(status));
      expect(measured).toEqual({ written: 0, read: 1 });
    }
  });

  test.each<[string, Cost, CommandInput, "history" | "found"]>([
    ["a page of 50", { written: 0, read: 51 }, { type: "history" }, "history"],
    [
      "a page of 200 in the middle",
      { written: 0, read: 201 },
      { type: "history", before: 5_000, limit: 200 },
      "history",
    ],
    ["a page after an id", { written: 0, read: 51 }, { type: "history", after: 5_000 }, "history"],
    ["a search in vain", { written: 0, read: 2001 }, { type: "search", text: "nowhere" }, "found"],
    [
      "a search that finds at once",
      { written: 0, read: 11 },
      { type: "search", text: "message", limit: 10 },
      "found",
    ],
  ])("%s", async (_, cost, ...[command, type]) => {
    const site = await long();
    const { wire } = await site.join("ana");
    const measured = await costOf(site, async () => {
      wire.send(command);
      await wire.next(type);
    });
    expect(measured).toEqual(cost);
  });

  test("the first join of an instance reads the log once, the next ones only what they replay", async () => {
    const site = await long();
    expect(await costOf(site, () => site.join("ana"))).toEqual({ written: 1, read: 10_051 });
    expect(await costOf(site, () => site.join("bob"))).toEqual({ written: 1, read: 51 });
    const resumed = () => site.join("cat", { token: tokenOf("cat"), after: 9_990 });
    expect(await costOf(site, resumed)).toEqual({ written: 1, read: 11 });
  });
});
