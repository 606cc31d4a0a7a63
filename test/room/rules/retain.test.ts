import { describe, expect, test } from "vitest";
import { RoomWorld } from "../../support/room/room-world.ts";

const DAY = 86_400_000;
const FAST = { burst: 1_000_000, perSecond: 1_000_000 };

/** Ids that a reader of everything public is shown. */
function shown(world: RoomWorld): number[] {
  const read = world.readMessages({ after: 0, limit: 200 });
  return "events" in read ? read.events.map(({ id }) => id) : [];
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
