import { describe, expect, test } from "vitest";
import type { DurableEvent, RoomEvent } from "../../src/protocol/event.ts";
import { ROOM_LIMITS } from "../../src/protocol/limits.ts";
import { type Entrance, type Peer, RoomWorld } from "../support/room/room-world.ts";
import { uidOf } from "../support/token-of.ts";

const FAST = { burst: 1_000_000, perSecond: 1_000_000 };

const ids = (events: readonly RoomEvent[]) => events.map((event) => ("id" in event ? event.id : undefined));
const range = (first: number, last: number) =>
  Array.from({ length: last - first + 1 }, (_, at) => first + at);

function sayMany(peer: Peer, count: number, text = "oi!"): void {
  for (let time = 1; time <= count; time++) peer.say(text);
}

describe("§3.10 welcome", () => {
  test("tells all that somebody needs to take part", () => {
    const world = new RoomWorld();
    const ana = world.join("ana");
    world.join("bob").lose();
    ana.send({ type: "topic", text: "tea" }, { type: "slow", seconds: 7 }, { type: "lock", key: "sesame" });
    const { id } = ana.say("oi!");
    world.pass(1_000);
    const member = (nick: string, role: string) => ({ nick, uid: uidOf(nick), role });
    expect(world.welcome("eve", { key: "sesame" })).toEqual({
      ...{ type: "welcome", protocol: 1, room: "lobby", epoch: world.now - 1_000 },
      you: member("eve", "member"),
      members: [member("ana", "owner"), member("bob", "member"), member("eve", "member")],
      ...{
        topic: "tea",
        locked: true,
        slow: 7,
        cursor: id,
        cursorAt: world.now - 1_000,
        sent: 0,
        seen: 0,
        features: ["reactions", "seen", "away", "files", "push", "hooks"],
        gap: false,
        at: world.now,
      },
      events: [{ type: "message", id, at: world.now - 1_000, nick: "ana", uid: uidOf("ana"), text: "oi!" }],
      limits: { nick: [3, 10], text: 4_000, frame: 16_384, burst: 10, perSecond: 5, file: 5_242_880 },
    });
  });

  test("§5.1 `sent` is the client's own", () => {
    const world = new RoomWorld();
    const ana = world.join("ana");
    sayMany(ana, 3);
    expect(world.welcome("ana", { client: "two" }).sent).toBe(0);
    expect(world.welcome("ana").sent).toBe(3);
    expect(world.welcome("bob").sent).toBe(0);
    world.crash();
    expect(world.welcome("ana").sent).toBe(3);
  });

  test("the others get joined", () => {
    const world = new RoomWorld();
    const ana = world.join("ana");
    const bob = world.join("bob");
    expect(ana.take()).toEqual([
      { type: "joined", nick: "bob", uid: uidOf("bob"), role: "member", at: world.now },
    ]);
    expect(bob.take()).toEqual([]);
  });
});

describe("§3.4 replay", () => {
  /** A room in which ana has said 1 to `count`, and left. */
  const roomOf = (count: number, settings = {}) => {
    const world = new RoomWorld({ ...FAST, ...settings });
    const ana = world.join("ana");
    sayMany(ana, count);
    ana.send({ type: "leave" });
    return world;
  };
  const epochOf = (world: RoomWorld) => world.room.made.epoch;

  type Case = [
    title: string,
    count: number,
    entrance: (world: RoomWorld) => Entrance,
    first: number,
    gap: boolean,
  ];
  const cases: Case[] = [
    ["without after: the last 50", 60, () => ({}), 11, false],
    ["without after, in a young room: all", 3, () => ({}), 1, false],
    ["without after, the same epoch: the last 50", 60, (world) => ({ epoch: epochOf(world) }), 11, false],
    ["without after, another epoch: the last 50", 60, () => ({ epoch: 1 }), 11, true],
    ["after one: all since", 60, (world) => ({ after: 7, epoch: epochOf(world) }), 8, false],
    ["after one, no epoch: all since", 60, () => ({ after: 7 }), 8, false],
    ["after nothing: all", 60, () => ({ after: 0 }), 1, false],
    ["after the newest: none", 60, () => ({ after: 60 }), 61, false],
    ["after more than there is: the last 50", 60, () => ({ after: 61 }), 11, true],
    ["after one in another epoch: the last 50", 60, () => ({ after: 7, epoch: 1 }), 11, true],
    ["after 500: all", 600, () => ({ after: 100 }), 101, false],
    ["after more than 500: the newest 500", 600, () => ({ after: 99 }), 101, true],
  ];
  test.each(cases)("%s", (_, ...[count, entrance, first, gap]) => {
    const world = roomOf(count);
    const welcome = world.welcome("bob", entrance(world));
    expect(ids(welcome.events)).toEqual(range(first, count));
    expect(welcome.gap).toBe(gap);
    expect(welcome.cursor).toBe(count);
  });

  const histories: [string, (world: RoomWorld) => Entrance, boolean][] = [
    ["its own", (world) => ({ after: 7, afterAt: world.now, epoch: epochOf(world) }), false],
    ["its own, and tells no time", () => ({ after: 7 }), false],
    ["its own, at nothing", (world) => ({ after: 0, afterAt: 0, epoch: epochOf(world) }), false],
    [
      "another, though the id is there",
      (world) => ({ after: 7, afterAt: world.now - 1, epoch: epochOf(world) }),
      true,
    ],
    ["another, at the newest", (world) => ({ after: 60, afterAt: world.now + 5 }), true],
    ["another, beyond the newest", (world) => ({ after: 61, afterAt: world.now }), true],
    ["that of an erased room", () => ({ after: 7, epoch: 1 }), true],
    ["that of an erased room, without an id", () => ({ epoch: 1 }), true],
  ];
  test.each(histories)("a client whose history is %s", (_, entrance, reset) => {
    const world = roomOf(60);
    const welcome = world.welcome("bob", entrance(world));
    expect(welcome.reset ?? false).toBe(reset);
    if (!reset) return;
    expect(welcome.gap).toBe(true);
    expect(ids(welcome.events)).toEqual(range(11, 60));
  });

  test.each([
    ["before what retention took", 39, 41, true],
    ["at what it took", 40, 41, false],
  ])("after an id %s", (_, ...[after, first, gap]) => {
    const welcome = roomOf(60, { historyMessages: 20 }).welcome("bob", { after });
    expect(ids(welcome.events)).toEqual(range(first, 60));
    expect(welcome.gap).toBe(gap);
  });

  test("the newest events that fit into 512 KiB", () => {
    const world = new RoomWorld(FAST);
    const ana = world.join("ana");
    sayMany(ana, 100, "🦜".repeat(4_000));
    for (const entrance of [{ after: 0 }, { after: 1 }]) {
      const { events, gap } = world.welcome("bob", entrance);
      const bytes = new TextEncoder().encode(JSON.stringify(events)).length;
      expect(bytes).toBeLessThanOrEqual(ROOM_LIMITS.answer);
      expect(bytes).toBeGreaterThan(ROOM_LIMITS.answer - 17_000);
      expect(ids(events)).toEqual(range(101 - events.length, 100));
      expect(gap).toBe(true);
    }
  });

  test.each<[title: string, after: number | undefined, first: number[], gap: boolean]>([
    ["all that is looked at", 201, [1_201], false],
    ["what is behind it is a gap", 200, [1_201], true],
    ["without after", undefined, [...range(152, 200), 1_201], false],
  ])(
    "after others' private messages, no more rows than one request may look at: %s",
    (_, ...[after, shown, gap]) => {
      const world = new RoomWorld(FAST);
      const ana = world.join("ana");
      world.join("cat");
      sayMany(ana, 200);
      for (let time = 1; time <= 1_000; time++) ana.say("psst", { to: "cat" });
      sayMany(ana, 1);
      const welcome = world.welcome("bob", after === undefined ? {} : { after });
      expect([ids(welcome.events), welcome.gap]).toEqual([shown, gap]);
    },
  );

  test("a gap loses nothing: history fills it", () => {
    const world = roomOf(600);
    const bob = world.join("bob", { after: 10 });
    const pages = [bob.history({ after: 10, limit: 200 }), bob.history({ after: 210, limit: 200 })];
    expect(pages.flatMap(({ events }) => ids(events))).toEqual(range(11, 410));
    expect(pages.map(({ more }) => more)).toEqual([true, true]);
    expect(bob.history({ after: 410, limit: 200 })).toMatchObject({ more: false });
  });
});

describe("§5.7 what is replayed of changes", () => {
  function changedRoom() {
    const world = new RoomWorld(FAST);
    const ana = world.join("ana");
    sayMany(ana, 3);
    ana.edit(1, "one");
    ana.edit(2, "two");
    ana.edit(1, "uno");
    ana.remove(2);
    return { world, ana };
  }
  const shown = (events: readonly DurableEvent[]) =>
    events.map((event) => {
      const { type, id } = event;
      const text = "text" in event ? event.text : undefined;
      const target = "target" in event ? event.target : undefined;
      const marks = event.type === "message" ? [event.edited, event.deleted] : [];
      return [type, id, target, text, ...marks];
    });
  const changes = [
    ["edited", 4, 1, "uno"],
    ["edited", 6, 1, "uno"],
    ["deleted", 7, 2, undefined],
  ];

  test("after them all, the present form of each message and each change", () => {
    const { events } = changedRoom().world.welcome("bob", { after: 0 });
    expect(shown(events)).toEqual([
      ["message", 1, undefined, "uno", true, undefined],
      ["message", 2, undefined, undefined, undefined, true],
      ["message", 3, undefined, "oi!", undefined, undefined],
      ...changes,
    ]);
  });

  test("after the messages, the changes only", () => {
    expect(shown(changedRoom().world.welcome("bob", { after: 3 }).events)).toEqual(changes);
  });

  test("without after, messages only", () => {
    const { events } = changedRoom().world.welcome("bob");
    expect(events.map(({ type }) => type)).toEqual(["message", "message", "message"]);
  });
});
