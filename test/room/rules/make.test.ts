import { describe, expect, test } from "vitest";
import type { Introduction } from "../../../src/room/introduction.ts";
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
    expect(world.post({ name: "bob" }, { ...letter, nick: "server" })).toMatchObject({
      refused: "nick_taken",
    });
    expect(world.room.profile).toBeUndefined();
  });
});
