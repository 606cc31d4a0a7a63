import { describe, expect, test } from "vitest";
import { CLOSE } from "../../../src/protocol/close-code.ts";
import type { Effect } from "../../../src/room/effect.ts";
import type { KeyedLetter } from "../../../src/room/http/post.ts";
import type { Introduction } from "../../../src/room/introduction.ts";
import { closeDoor, end as endRoom } from "../../../src/room/rules/end.ts";
import type { Room } from "../../../src/room/state/room.ts";
import { RoomWorld } from "../../support/room/room-world.ts";

const pass = (make: boolean): Introduction => ({ pass: { id: "pass--------", exp: 2_000_000_000, make } });
const ADMIN = "the admin's token, a long one";
const letter = { nick: "robot", text: "beep" };

describe("§11 who makes a room", () => {
  const cases: [newRooms: "anyone" | "pass" | "admin", who: string, Introduction, made: boolean][] = [
    ["anyone", "anybody", {}, true],
    ["pass", "anybody", {}, false],
    ["pass", "who has a pass", pass(false), false],
    ["pass", "who has a pass to make some", pass(true), true],
    ["pass", "the admin", { admin: true }, true],
    ["admin", "who has a pass to make some", pass(true), false],
    ["admin", "the admin", { admin: true }, true],
  ];

  test.each(cases)("where it is %s, %s", (...[newRooms, , introduction, made]) => {
    const world = new RoomWorld({ newRooms });
    const told = world.enter("ana", { introduction }).take();
    if (made) expect(told.at(-1)).toMatchObject({ type: "welcome" });
    else expect(told).toMatchObject([{ type: "error", code: "no_such_room", of: "join" }]);
    const call = { name: "bob", introduction };
    const unmade = new RoomWorld({ newRooms });
    const answers = [unmade.summarize(call), unmade.listMembers(call), unmade.readMessages({}, call)];
    for (const answer of answers)
      expect("refused" in answer && answer.refused).toBe(made ? false : "no_such_room");
    expect(unmade.post(call, letter)).toMatchObject(made ? { id: 1 } : { refused: "no_such_room" });
    expect(unmade.room.profile !== undefined).toBe(made);
    expect(world.alarm !== undefined).toBe(made);
    expect(world.reports).toHaveLength(made ? 1 : 0);
  });

  test("once it is made, anybody may join", () => {
    const world = new RoomWorld({ newRooms: "admin" });
    world.join("ana", { introduction: { admin: true } }).send({ type: "leave" });
    expect(world.welcome("bob").you.role).toBe("member");
  });

  const owners: [who: string, Introduction, role: string][] = [
    ["the socket that makes it", pass(true), "owner"],
    ["not who came in as the admin", { admin: true }, "member"],
  ];
  test.each(owners)("its owner is %s, and never who comes later", (_, introduction, role) => {
    const world = new RoomWorld({ newRooms: "pass" });
    expect(world.welcome("ana", { introduction }).you.role).toBe(role);
    expect(world.room.roles.owners()).toHaveLength(introduction.admin ? 0 : 1);
    expect(world.welcome("bob").you.role).toBe("member");
  });

  test("one that a post has made waits for an admin to name an owner", () => {
    const world = new RoomWorld({ newRooms: "pass", adminToken: ADMIN });
    world.post({ name: "bob", introduction: pass(true) }, letter);
    expect(world.welcome("bob", { introduction: pass(true) }).you.role).toBe("member");
    const admin = world.join("root", { admin: ADMIN });
    expect(admin.send({ type: "role", who: "bob", role: "owner" })).toMatchObject([
      { type: "role", nick: "bob" },
    ]);
  });

  test("too many of one network are refused, but for the admin", () => {
    const world = new RoomWorld();
    world.roomWait = 40_000;
    const ana = world.enter("ana");
    expect(ana.take()).toMatchObject([
      { type: "error", code: "rate_limited", detail: "rooms_made_in_haste", of: "join", retryAfter: 40_000 },
    ]);
    expect(world.room.profile).toBeUndefined();
    expect(world.welcome("root", { introduction: { admin: true } }).you.nick).toBe("root");
    expect(world.welcome("bob").you.nick).toBe("bob");
  });

  test("what is refused makes none, and is not counted", () => {
    const world = new RoomWorld();
    world.roomWait = 40_000;
    expect(world.enter("admin").take()).toMatchObject([{ code: "nick_taken" }]);
    const letters: [letter: KeyedLetter, refused: string][] = [
      [{ ...letter, nick: "server" }, "nick_taken"],
      [{ ...letter, to: "nobody" }, "no_such_nick"],
      [{ ...letter, re: 1 }, "no_such_message"],
    ];
    for (const [posted, refused] of letters)
      expect(world.post({ name: "bob" }, posted)).toMatchObject({ refused });
    expect(world.room.profile).toBeUndefined();
  });

  test("flood control comes before it is counted, and takes one token", () => {
    const world = new RoomWorld({ burst: 1, perSecond: 0.001 });
    const call = { name: "bob" };
    expect(world.post(call, { ...letter, to: "nobody" })).toMatchObject({ refused: "no_such_nick" });
    world.roomWait = 40_000;
    expect(world.post(call, letter)).toMatchObject({ refused: "rate_limited", retryAfter: 1_000_000 });
    world.roomWait = 0;
    expect(world.post({ name: "cat" }, letter)).toMatchObject({ id: 1 });
  });
});

describe("§11 while it is counted that somebody makes a room", () => {
  const say = (cid: number) => JSON.stringify({ type: "say", cid, text: "x" });
  /** Somebody who has been waiting to be counted since they joined. */
  function counting() {
    const world = new RoomWorld({ burst: 1_000 });
    world.holdCounts();
    return { world, ana: world.enter("ana") };
  }

  test("what they say waits, in order", () => {
    const { world, ana } = counting();
    expect(ana.sendRaw(say(1), say(2))).toEqual([]);
    expect(world.answerCounts()).toBe(1);
    const told = ana.take();
    expect(told.map(({ type }) => type)).toEqual(["welcome", "stored", "message", "stored", "message"]);
  });

  test.each<[what: string, frames: string[], closed: number]>([
    ["a frame that is too big", [say(1), JSON.stringify("x".repeat(20_000))], CLOSE.tooBig],
    ["more than can wait", Array.from({ length: 101 }, (_, n) => say(n + 1)), CLOSE.flooding],
  ])("%s ends the connection, and makes nothing", (_, frames, closed) => {
    const { world, ana } = counting();
    ana.sendRaw(...frames);
    expect(ana.closed).toBe(closed);
    expect(world.answerCounts()).toBe(1);
    expect(ana.take()).toEqual([]);
    expect(world.room.profile).toBeUndefined();
  });

  test("who joins again and again is counted once", () => {
    const { world, ana } = counting();
    for (let count = 0; count < 100; count++) ana.hand({ type: "join", nick: "ana" });
    ana.hand({ type: "join", nick: "ana" });
    expect(world.answerCounts()).toBe(1);
  });

  test("the first makes it, and the second joins it; a pass for one person is whose came first", () => {
    const { world, ana } = counting();
    const introduction = { pass: { id: "pass--------", exp: 2_000_000_000, one: true } };
    const [bob, cat] = ["bob", "cat"].map((name) => world.enter(name, { introduction }));
    world.answerCounts();
    expect(ana.take()[0]).toMatchObject({ type: "welcome", you: { role: "owner" } });
    expect(bob?.take()[0]).toMatchObject({ type: "welcome", you: { role: "member" } });
    expect(cat?.take()[0]).toMatchObject({ type: "error", code: "no_pass", detail: "pass_taken" });
  });

  test.each<[what: string, end: (room: Room) => Effect[]]>([
    ["the admin erases it", endRoom],
    ["the door is closed", (room) => closeDoor(room, "nobody")],
  ])("%s, and nothing is made", (_, end) => {
    const { world, ana } = counting();
    ana.sendRaw(say(1));
    world.command(end);
    expect(ana.closed).toBe(CLOSE.erased);
    world.answerCounts();
    expect(ana.take()).toEqual([]);
    expect(world.room.profile).toBeUndefined();
    expect(world.reports).toEqual([]);
  });
});
