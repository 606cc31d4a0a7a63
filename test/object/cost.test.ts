import { describe, expect, test } from "vitest";
import type { CommandInput } from "../../src/protocol/command.ts";
import { type Cost, costOf } from "./meter.ts";
import { type Guest, Site, stopTime, tokenOf } from "./site.ts";

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

type Furnished = Awaited<ReturnType<typeof furnished>>;

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
      "an edit",
      { written: 2, read: 3 },
      async ({ bob }) => {
        bob.wire.send({ type: "edit", cid: 3, id: 1, text: "uno" });
        await bob.wire.next("edited");
      },
    ],
    ["a deletion", { written: 2, read: 3 }, by({ type: "delete", cid: 1, id: 1 }, "deleted")],
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
    ["a topic", { written: 1, read: 1 }, by({ type: "topic", text: "tea" }, "topic")],
    ["a lock", { written: 1, read: 1 }, by({ type: "lock", key: "sesame" }, "locked")],
    ["slow mode", { written: 1, read: 1 }, by({ type: "slow", seconds: 5 }, "slow")],
    ["a role", { written: 1, read: 0 }, by({ type: "role", who: "bob", role: "mod" }, "role")],
    ["a kick", { written: 1, read: 1 }, by({ type: "kick", who: "bob" }, "left")],
    ["a ban", { written: 2, read: 1 }, by({ type: "ban", who: "bob" }, "left")],
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
      async ({ site, bob }) => {
        bob.wire.close();
        await bob.wire.closing();
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
    ["an alarm with nothing to do", { written: 1, read: 2 }, ({ site }) => site.ring()],
  ])("%s", async (_, cost, action) => {
    const room = await furnished();
    expect(await costOf(room.site, () => action(room))).toEqual(cost);
  });

  test("a new room", async () => {
    stopTime();
    const site = new Site();
    expect(await costOf(site, () => site.join("ana"))).toEqual({ written: 11, read: 17 });
  });
});

describe("rows read in a room of 10,000 messages", () => {
  async function long(): Promise<Site> {
    stopTime();
    const site = new Site();
    await site.join("ana");
    await site.inside(({ storage }) => {
      storage.sql.exec(
        "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 10000) " +
          "INSERT INTO events (id, type, at, uid, nick, client, cid, text) " +
          "SELECT i, 'message', ?, 'robot-------', 'robot', 'one', i, 'message ' || i FROM n",
        Date.now(),
      );
    });
    await site.lose();
    return site;
  }

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
