import { describe, expect, test } from "vitest";
import { RoomWorld } from "../../support/room/room-world.ts";
import { uidOf } from "../../support/token-of.ts";

const DAY = 86_400_000;
const FAST = { burst: 1_000_000, perSecond: 1_000_000 };

/** Ids that a reader of everything public is shown. */
function shown(world: RoomWorld): number[] {
  const read = world.readMessages({ after: 0, limit: 200 });
  return "events" in read ? read.events.map(({ id }) => id) : [];
}

/** Five messages that six people have reacted to with twenty emoji each, in a room that keeps ten. */
function muchReactedTo() {
  const world = new RoomWorld({ ...FAST, historyMessages: 10 });
  const ana = world.join("ana");
  const messages = Array.from({ length: 5 }, () => ana.say("oi!").id);
  const people = ["bob", "cat", "dan", "eve", "fay", "gus"].map((name) => ({ name, uid: uidOf(name) }));
  for (const { name } of people) {
    const peer = world.join(name);
    for (const id of messages)
      for (let emoji = 0; emoji < 20; emoji++) peer.react(id, String.fromCodePoint(0x1f600 + emoji));
  }
  return { world, people, messages };
}

describe("§6.4 retention", () => {
  test("shows the newest so many, and has little more than those on the disk", () => {
    const world = new RoomWorld({ ...FAST, historyMessages: 100 });
    const ana = world.join("ana");
    for (let id = 1; id <= 250; id++) {
      ana.say("oi!");
      expect(shown(world).length).toBe(Math.min(id, 100));
      expect(world.store.log.cursor() - world.store.log.removed()).toBeLessThan(106);
    }
    expect(shown(world)[0]).toBe(151);
    expect(ana.edit(150, "too late")).toMatchObject([{ code: "no_such_message" }]);
    expect(ana.remove(150)).toMatchObject([{ code: "no_such_message" }]);
    expect(ana.send({ type: "say", cid: 251, text: "too late", re: 150 })).toMatchObject([
      { code: "no_such_message" },
    ]);
  });

  test("counts edits and deletions as well", () => {
    const world = new RoomWorld({ ...FAST, historyMessages: 10 });
    const ana = world.join("ana");
    const { id } = ana.say("oi!");
    for (let time = 1; time <= 9; time++) ana.edit(id, `edit ${time}`);
    expect(shown(world)).toHaveLength(10);
    expect(ana.edit(id, "the last").at(-1)).toMatchObject({ type: "edited", target: id, text: "the last" });
    expect(shown(world)).toEqual([]);
    expect(world.store.log.removed()).toBe(1);
  });

  test("reactions push nothing out, and go with the messages around them", () => {
    const world = new RoomWorld({ ...FAST, historyMessages: 10 });
    const ana = world.join("ana");
    const bob = world.join("bob");
    for (let round = 1; round <= 30; round++) {
      const { id } = ana.say("oi!");
      for (const emoji of ["👍", "❤️"]) bob.react(id, emoji);
      if (round % 7 === 0) world.hibernate();
      const oldest = Math.max(1, id - 27);
      const ids = Array.from({ length: id + 3 - oldest }, (_, index) => oldest + index);
      expect(shown(world)).toEqual(ids);
      expect(ana.history({ limit: 200 }).events.map((event) => event.id)).toEqual(
        ids.filter((each) => each % 3 === 1),
      );
      expect(world.store.log.kept()).toBeLessThanOrEqual(10);
      expect(bob.react(oldest - 3, "👍").at(-1)).toMatchObject({ type: "error" });
    }
  });

  test("reactions are so many as events, and all of them as what a message shows", () => {
    const { world, people, messages } = muchReactedTo();
    const { log } = world.store;
    const rows = () => log.reactions() - log.reactionsRemoved() + messages.length;
    expect([log.kept(), log.reactions()]).toEqual([5, 600]);
    for (const wake of [() => {}, () => world.hibernate(), () => world.crash()]) {
      wake();
      expect(rows()).toBeGreaterThanOrEqual(500);
      expect(rows()).toBeLessThan(525);
      const { cursor, events } = world.welcome("late");
      const all = { count: people.length, who: people.map(({ uid }) => uid) };
      expect(events).toMatchObject(
        messages.map((id) => ({ id, reactions: { length: 20, 0: all, 19: all } })),
      );
      expect(world.welcome("old", { after: 5 })).toMatchObject({ gap: true });
      expect(world.welcome("new", { after: cursor - 400 })).toMatchObject({
        gap: false,
        events: { length: 400 },
      });
    }
  });

  test("however many reactions stand behind them, the last messages are shown and found", () => {
    const world = new RoomWorld(FAST);
    const ana = world.join("ana");
    const ids = Array.from({ length: 60 }, () => ana.say("oi!").id);
    for (let round = 0; round < 3_000; round++) ana.react((round % 60) + 1, "👍", round % 7 > 0);
    ana.take();
    for (const wake of [() => {}, () => world.hibernate()]) {
      wake();
      expect(ana.history({ limit: 60 }).events.map(({ id }) => id)).toEqual(ids);
      expect(ana.search("oi!", { limit: 60 })).toMatchObject({ events: { length: 60 }, more: false });
      expect(world.welcome("late").events.map(({ id }) => id)).toEqual(ids.slice(-50));
    }
  });

  test("of one event, it is the newest", () => {
    const world = new RoomWorld({ ...FAST, historyMessages: 1 });
    const ana = world.join("ana");
    for (let id = 1; id <= 5; id++) {
      ana.say("oi!");
      expect(shown(world)).toEqual([id]);
    }
  });

  test("lets go of what is too old, while somebody is here", () => {
    const world = new RoomWorld({ historyAge: 10 * DAY });
    const ana = world.join("ana");
    ana.say("on the first day");
    world.pass(6 * DAY);
    ana.say("on the seventh");
    expect(shown(world)).toEqual([1, 2]);
    world.pass(5 * DAY);
    expect(shown(world)).toEqual([2]);
    expect(ana.history().events).toHaveLength(1);
    world.pass(6 * DAY);
    expect(shown(world)).toEqual([]);
    expect(ana.say("ids go on").id).toBe(3);
  });

  test("lets go of what is too old when the room wakes up", () => {
    const world = new RoomWorld({ historyAge: 10 * DAY });
    world.post({}, { nick: "script", text: "old" });
    world.clock.advance(8 * DAY);
    world.post({}, { nick: "script", text: "new" });
    world.clock.advance(2.5 * DAY);
    world.crash();
    world.clock.advance(0.5 * DAY);
    world.crash();
    expect(shown(world)).toEqual([2]);
  });

  test("a smaller bound holds from the next start on", () => {
    const world = new RoomWorld(FAST);
    const ana = world.join("ana");
    for (let id = 1; id <= 100; id++) ana.say("oi!");
    Object.assign(world.settings, { historyMessages: 10 });
    world.crash();
    expect(shown(world)).toEqual([91, 92, 93, 94, 95, 96, 97, 98, 99, 100]);
  });
});

describe("§6.4 a room erases itself", () => {
  test("so long after its last member, with all that was in it", () => {
    const world = new RoomWorld({ historyAge: 10 * DAY });
    const ana = world.join("ana");
    ana.send({ type: "topic", text: "tea" }, { type: "lock", key: "sesame" });
    ana.say("oi!");
    world.pass(DAY);
    ana.send({ type: "leave" });
    const { epoch } = world.room.made;
    world.pass(9.9 * DAY);
    expect(world.summarize()).toEqual({ room: "lobby", locked: true });
    world.pass(0.5 * DAY);
    expect(world.store.profile()).toBeUndefined();
    expect(world.welcome("bob", { after: 1, epoch })).toMatchObject({
      you: { role: "owner" },
      ...{ topic: "", locked: false, cursor: 0, events: [], gap: true },
    });
  });

  test("not while somebody is here, however quiet", () => {
    const world = new RoomWorld({ historyAge: 10 * DAY });
    world.join("ana").send({ type: "topic", text: "tea" });
    world.pass(100 * DAY);
    expect(world.summarize()).toMatchObject({ topic: "tea", members: 1 });
  });

  test("counting from the end of the last hold", () => {
    const world = new RoomWorld({ historyAge: DAY, nickHold: DAY / 2 });
    world.join("ana").lose();
    world.pass(1.4 * DAY);
    expect(world.store.profile()).toBeDefined();
    world.pass(0.2 * DAY);
    expect(world.store.profile()).toBeUndefined();
  });

  test("after a crash, too, whoever was in it", () => {
    const world = new RoomWorld({ historyAge: DAY });
    world.join("ana");
    world.crash();
    world.pass(1.1 * DAY);
    expect(world.store.profile()).toBeUndefined();
  });

  test("not before its last post", () => {
    const world = new RoomWorld({ historyAge: 10 * DAY });
    world.join("ana").send({ type: "leave" });
    world.pass(5 * DAY);
    world.post({}, { nick: "script", text: "oi!" });
    world.pass(9 * DAY);
    expect(shown(world)).toEqual([1]);
    world.pass(2 * DAY);
    expect(world.store.profile()).toBeUndefined();
  });

  test("and wakes for nothing afterwards", () => {
    const world = new RoomWorld({ historyAge: DAY });
    world.join("ana").send({ type: "leave" });
    world.pass(2 * DAY);
    expect(world.alarm).toBeUndefined();
  });
});

test("§5.1 what a room remembers of clients is bounded by what it keeps, however many there were", () => {
  const world = new RoomWorld({ ...FAST, historyMessages: 10 });
  world.room.numbers.speakers();
  for (let post = 0; post < 2_000; post++)
    world.post({ name: "bot" }, { nick: "bot", text: "oi!", key: `key-${post}` });
  expect(world.room.numbers.size).toBeLessThanOrEqual(1_040);
  expect(world.post({ name: "bot" }, { nick: "bot", text: "oi!", key: "key-1999" })).toMatchObject({
    id: 2_000,
  });
});
