import { describe, expect, test } from "vitest";
import { RoomWorld } from "../../support/room/room-world.ts";
import { uidOf } from "../../support/token-of.ts";

const ROBOT = { nick: "robot", uid: uidOf("robot"), role: "member" } as const;
const member = (world: RoomWorld) => world.welcome("eve").members.find(({ uid }) => uid === ROBOT.uid);

describe("§3.6 bot", () => {
  test("stands in joined, in members, and in what is said", () => {
    const world = new RoomWorld();
    const ana = world.join("ana");
    const robot = world.join("robot", { bot: true });
    expect(ana.take()).toEqual([{ type: "joined", ...ROBOT, bot: true, at: world.now }]);
    expect(member(world)).toEqual({ ...ROBOT, bot: true });
    expect(robot.say("beep")).toMatchObject({ text: "beep", bot: true });
    expect(world.listMembers()).toMatchObject({ members: [{}, { bot: true }, {}] });
    world.crash();
    expect(world.welcome("ana").events).toMatchObject([{ text: "beep", bot: true }]);
  });

  test.each([[false], [undefined]])("is not there where bot is %j", (bot) => {
    const world = new RoomWorld();
    const ana = world.join("ana");
    const robot = world.join("robot", bot === undefined ? {} : { bot });
    expect(ana.take()[0]).not.toHaveProperty("bot");
    expect(member(world)).toEqual(ROBOT);
    expect(robot.say("beep")).not.toHaveProperty("bot");
  });

  test.each([["yes"], [1], [null]])("%j is bad_frame", (bot) => {
    const peer = new RoomWorld().connect();
    const join = { type: "join", nick: "robot", bot };
    expect(peer.sendRaw(JSON.stringify(join))).toMatchObject([
      { code: "bad_frame", params: { field: "bot" } },
    ]);
  });

  test("is nothing that a message says of itself", () => {
    const world = new RoomWorld();
    const ana = world.join("ana");
    ana.sendRaw(JSON.stringify({ type: "say", cid: 1, text: "beep", bot: true }));
    expect(ana.history().events[0]).not.toHaveProperty("bot");
  });

  test("is true while one of their clients says so, and while they are held", () => {
    const world = new RoomWorld();
    world.join("ana");
    const hand = world.join("robot");
    const program = world.join("robot", { client: "two", bot: true });
    expect(hand.say("by hand")).toMatchObject({ bot: true });
    expect(member(world)?.bot).toBe(true);
    world.hibernate();
    expect(member(world)?.bot).toBe(true);
    program.lose();
    expect(member(world)?.bot).toBeUndefined();
    expect(hand.say("by hand")).not.toHaveProperty("bot");
    world.join("robot", { client: "one", bot: true }).lose();
    expect(member(world)?.bot).toBe(true);
    world.crash();
    expect(member(world)?.bot).toBe(true);
    world.join("robot");
    expect(member(world)?.bot).toBeUndefined();
  });

  test("is what a post may say, and what it is where a program is here", () => {
    const world = new RoomWorld();
    const ana = world.join("ana");
    world.post({ name: "ci" }, { nick: "cibot", text: "one", bot: true });
    world.post({ name: "ci" }, { nick: "cibot", text: "two" });
    world.join("robot", { bot: true });
    world.post({ name: "robot" }, { nick: "robot", text: "three" });
    const bots = ana.history().events.map((event) => "bot" in event && event.bot);
    expect(bots).toEqual([true, false, true]);
  });

  test("§9.3 changes nothing about a repeat", () => {
    const world = new RoomWorld();
    const ana = world.join("ana");
    const post = (bot: boolean) =>
      world.post({ name: "robot" }, { nick: "robot", text: "once", key: "k1", ...(bot && { bot }) });
    const first = post(true);
    expect(first).toMatchObject({ id: 1 });
    expect([post(true), post(false)]).toEqual([first, first]);
    expect(ana.history().events).toHaveLength(1);
  });
});
