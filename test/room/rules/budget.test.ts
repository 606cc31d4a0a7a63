import { describe, expect, test } from "vitest";
import type { CommandInput } from "../../../src/protocol/command.ts";
import { DAY, dayOf } from "../../../src/room/report.ts";
import { RoomWorld } from "../../support/room/room-world.ts";

const ADMIN = "the admin's token, a long one";

const over = (detail: string) => ({ type: "error", code: "over_budget", detail });
const today = (world: RoomWorld) => dayOf(world.now);
const untilMidnight = (world: RoomWorld) => (today(world) + 1) * DAY - world.now;

describe("§11 what a day allows", () => {
  test("a room takes so many messages, edits and posts too; whoever writes them", () => {
    const world = new RoomWorld({ roomMessages: 4, burst: 100 });
    const ana = world.join("ana");
    const bob = world.join("bob", { address: "there" });
    const { id } = ana.say("one");
    ana.send({ type: "edit", cid: ana.nextCid, id, text: "uno" });
    bob.say("two");
    expect(world.post({ address: "afar" }, { nick: "robot", text: "three" })).toHaveProperty("id");
    const retryAfter = untilMidnight(world);
    for (const peer of [ana, bob]) peer.take();
    expect(ana.send({ type: "say", cid: ana.nextCid, text: "four" })).toMatchObject([
      { ...over("room_budget"), retryAfter },
    ]);
    expect(bob.send({ type: "edit", cid: bob.nextCid, id: 3, text: "dos" })).toMatchObject([
      over("room_budget"),
    ]);
    expect(world.post({ address: "afar" }, { nick: "robot", text: "x" })).toMatchObject({
      refused: "over_budget",
      retryAfter,
    });
    // What takes none is as free as ever.
    expect(bob.send({ type: "delete", cid: bob.nextCid, id: 3 })).toMatchObject([
      { type: "stored" },
      { type: "deleted" },
    ]);
    world.pass(retryAfter);
    expect(ana.say("four").text).toBe("four");
  });

  test("one network writes so many, but for its mods; a repeat is answered", () => {
    const world = new RoomWorld({ addressMessages: 2, burst: 100 });
    const ana = world.join("ana");
    const bob = world.join("bob");
    const cat = world.join("cat", { address: "there" });
    bob.say("one");
    bob.say("two");
    expect(bob.send({ type: "say", cid: 3, text: "three" })).toMatchObject([over("address_budget")]);
    expect(bob.send({ type: "say", cid: 2, text: "two" })).toMatchObject([{ type: "stored", cid: 2 }]);
    for (const peer of [ana, cat]) peer.take();
    expect(ana.say("owners may").text).toBe("owners may");
    cat.take();
    expect(cat.say("others too").text).toBe("others too");
  });

  const losses: [string, (world: RoomWorld) => void][] = [
    ["hibernation", (world) => world.hibernate()],
    ["a crash", (world) => world.crash()],
  ];
  test.each(losses)("counts outlive %s, and end with the day", (_, lose) => {
    const world = new RoomWorld({ addressMessages: 3, roomMessages: 5, burst: 100 });
    world.join("owner", { address: "home" }).say("hello");
    const bob = world.join("bob");
    for (const text of ["one", "two", "three"]) bob.say(text);
    lose(world);
    const cat = world.join("cat");
    expect(cat.send({ type: "say", cid: 1, text: "four" })).toMatchObject([over("address_budget")]);
    const dan = world.join("dan", { address: "there" });
    dan.say("five");
    expect(dan.send({ type: "say", cid: 2, text: "six" })).toMatchObject([over("room_budget")]);
    expect(world.room.usage.messages).toBe(5);
    world.pass(untilMidnight(world));
    expect(world.room.usage.messages).toBe(0);
    lose(world);
    expect(world.join("eve").say("new day").text).toBe("new day");
  });

  test.each(losses)("a clock that was days ahead holds nobody to that day, past %s", (_, lose) => {
    const world = new RoomWorld({ addressMessages: 2, roomMessages: 3, burst: 100 });
    world.join("owner", { address: "home" }).say("today");
    world.clock.advance(3 * DAY);
    world.join("bob").say("of a day to come");
    world.clock.advance(-3 * DAY);
    lose(world);
    const ana = world.join("ana");
    for (const text of ["one", "two"]) ana.say(text);
    expect(ana.send({ type: "say", cid: 3, text: "three" })).toMatchObject([over("address_budget")]);
    world.pass(untilMidnight(world));
    expect(world.join("eve").say("new day").text).toBe("new day");
  });

  test("a clock that is set back over midnight, and goes on, counts on", () => {
    const world = new RoomWorld({ roomMessages: 2, burst: 100 });
    const ana = world.join("ana");
    world.pass(untilMidnight(world) + 1);
    ana.say("one");
    world.clock.advance(-2);
    ana.say("of a day before");
    world.clock.advance(2);
    ana.say("two");
    expect(ana.send({ type: "say", cid: 4, text: "three" })).toMatchObject([over("room_budget")]);
  });

  test("at 80 % of the deployment's, slow mode of 10 s until midnight", () => {
    const world = new RoomWorld({ burst: 100 });
    const ana = world.join("ana");
    const bob = world.join("bob");
    ana.take();
    world.learn({ share: 80, day: today(world) });
    const slow = { type: "slow", seconds: 10, by: "server", byUid: "server" };
    expect(bob.take()).toMatchObject([slow]);
    world.learn({ share: 80, day: today(world) });
    expect(bob.take()).toEqual([]);
    bob.say("one");
    expect(bob.send({ type: "say", cid: 2, text: "two" })).toMatchObject([{ detail: "slow_mode" }]);
    expect(world.welcome("cat").slow).toBe(10);
    bob.take();
    ana.send({ type: "slow", seconds: 3 });
    expect(bob.take()).toMatchObject([{ type: "slow", seconds: 10, by: "ana" }]);
    world.hibernate();
    expect(bob.send({ type: "say", cid: 2, text: "two" })).toMatchObject([{ detail: "slow_mode" }]);
    world.pass(untilMidnight(world));
    expect(bob.take()).toMatchObject([{ type: "slow", seconds: 3, by: "server" }]);
  });

  test("a longer slow mode of a mod's stays", () => {
    const world = new RoomWorld();
    const ana = world.join("ana");
    ana.send({ type: "slow", seconds: 60 });
    world.learn({ share: 80, day: today(world) });
    expect(ana.take()).toEqual([]);
    expect(world.welcome("bob").slow).toBe(60);
  });

  test("at 100 %, only mods and owners write", () => {
    const world = new RoomWorld({ burst: 100 });
    const ana = world.join("ana");
    const bob = world.join("bob");
    bob.take();
    world.learn({ share: 100, day: today(world) });
    expect(bob.take()).toMatchObject([{ type: "slow", seconds: 10 }]);
    expect(bob.send({ type: "say", cid: 1, text: "x" })).toMatchObject([over("deployment_budget")]);
    expect(world.post({}, { nick: "robot", text: "x" })).toMatchObject({ detail: "deployment_budget" });
    expect(ana.say("owners may").text).toBe("owners may");
    world.pass(untilMidnight(world));
    expect(bob.take()).toMatchObject([{ type: "message" }, { type: "slow", seconds: 0 }]);
    expect(bob.say("me too").text).toBe("me too");
  });

  test("a twentieth later, nobody but the admin writes or comes in anew, in any way", () => {
    const world = new RoomWorld({ burst: 100, adminToken: ADMIN });
    const ana = world.join("ana");
    const root = world.join("root", { admin: ADMIN });
    ana.say("before");
    world.learn({ share: 110, day: today(world) });
    ana.take();
    const writes: CommandInput[] = [
      { type: "say", cid: 2, text: "x" },
      { type: "edit", cid: 2, id: 1, text: "x" },
      { type: "delete", cid: 2, id: 1 },
      { type: "nick", nick: "anna" },
      { type: "topic", text: "x" },
      { type: "kick", who: "root" },
    ];
    for (const command of writes) {
      const [told] = ana.send(command);
      expect(told).toMatchObject(over("day_used_up"));
      ana.take();
    }
    expect(ana.send({ type: "search", text: "before" })).toMatchObject([{ type: "found" }]);
    expect(world.enter("cat").take()).toMatchObject([over("day_used_up")]);
    expect(world.welcome("ana", { client: "two" }).you.nick).toBe("ana");
    root.take();
    expect(root.say("the admin may").text).toBe("the admin may");
    world.pass(untilMidnight(world));
    expect(world.welcome("cat").you.nick).toBe("cat");
  });

  test("news that came late takes nothing back", () => {
    const world = new RoomWorld();
    const ana = world.join("ana");
    const bob = world.join("bob");
    world.learn({ share: 100, day: today(world) });
    for (const peer of [ana, bob]) peer.take();
    world.learn({ share: 80, day: today(world) });
    expect(ana.take()).toEqual([]);
    expect(bob.send({ type: "say", cid: 1, text: "x" })).toMatchObject([over("deployment_budget")]);
  });

  test("from 80 % on, not anybody makes a room, for they would own it", () => {
    const used = { share: 80, day: today(new RoomWorld()) } as const;
    const world = new RoomWorld();
    expect(world.enter("ana", { introduction: { used } }).take()).toMatchObject([over("no_more_rooms")]);
    expect(world.room.profile).toBeUndefined();
    const told = world.enter("root", { introduction: { used, admin: true } }).take();
    expect(told.at(-1)).toMatchObject({ type: "welcome", slow: 10 });
  });

  test("a room that is made by news of the day before is not slowed down, and tells of no end of that", () => {
    const world = new RoomWorld();
    const used = { share: 100, day: today(world) - 1 } as const;
    const ana = world.join("ana", { introduction: { used } });
    world.pass(300_000);
    expect(ana.take()).toEqual([]);
  });

  test("news of another day is none", () => {
    const world = new RoomWorld();
    const ana = world.join("ana");
    ana.take();
    for (const day of [today(world) - 1, today(world) + 1]) world.learn({ share: 100, day });
    expect(ana.take()).toEqual([]);
    expect(ana.say("still here").text).toBe("still here");
  });
});

describe("§11 what a room reports", () => {
  test("as it is made, each 250 rows, and never for each message", () => {
    const world = new RoomWorld({ burst: 10_000 });
    const ana = world.join("ana");
    expect(world.reports).toMatchObject([{ room: "lobby", members: 1, messages: 0, day: today(world) }]);
    for (let count = 0; count < 600; count++) ana.say("x");
    expect(world.reports.length).toBeGreaterThanOrEqual(3);
    expect(world.reports.length).toBeLessThanOrEqual(4);
    const last = world.reports.at(-1);
    expect(last?.rows).toBeGreaterThanOrEqual(500);
    expect(last?.messages).toBeGreaterThan(450);
  });

  test("each 250 rows, where a look at the disk has stored them, too", () => {
    const world = new RoomWorld({ burst: 10_000 });
    const ana = world.join("ana");
    const { id } = ana.say("x");
    for (let count = 0; count < 500; count++)
      ana.send({ type: "edit", cid: ana.nextCid, id, text: `${count}` });
    expect(world.store.written.rows).toBeGreaterThan(1_000);
    expect(world.reports.at(-1)?.rows).toBeGreaterThanOrEqual(1_000);
    expect(world.reports.length).toBeLessThanOrEqual(6);
  });

  test("with the alarm where there is news, and not in silence", () => {
    const world = new RoomWorld();
    const ana = world.join("ana");
    ana.say("x");
    world.pass(220_000);
    expect(world.reports.at(-1)).toMatchObject({ members: 1, messages: 1 });
    world.pass(300_000);
    const before = world.reports.length;
    world.pass(3_600_000);
    expect(world.reports.length).toBe(before);
    ana.send({ type: "leave" });
    world.pass(DAY);
    expect(world.reports.slice(before)).toMatchObject([{ members: 0, messages: 1 }]);
  });

  test("rows are counted on through hibernation and crash", () => {
    const world = new RoomWorld({ burst: 10_000 });
    world.join("ana").say("x");
    const { rows } = world.store.written;
    expect(rows).toBeGreaterThan(2);
    world.crash();
    // Whoever is held since then is one more.
    expect(world.store.written.rows).toBe(rows + 1);
  });
});
