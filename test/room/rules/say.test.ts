import { describe, expect, test } from "vitest";
import type { CommandInput } from "../../../src/protocol/command.ts";
import type { ErrorCode } from "../../../src/protocol/error.ts";
import { type Peer, RoomWorld } from "../../support/room/room-world.ts";
import { uidOf } from "../../support/token-of.ts";

/** ana, bob and eve are in a room, and have read everything. */
function roomOfThree(settings = {}) {
  const world = new RoomWorld(settings);
  const [ana, bob, eve] = [world.join("ana"), world.join("bob"), world.join("eve")];
  for (const peer of [ana, bob, eve]) peer.take();
  return { world, ana, bob, eve };
}

const error = (code: ErrorCode, cid: number) => ({ type: "error", code, of: "say", cid });

describe("§5.3 a message", () => {
  test("is acknowledged to its socket and told to everyone, its sender's other clients too", () => {
    const { world, ana, bob } = roomOfThree();
    const two = world.join("ana", { client: "two" });
    const message = { type: "message", id: 1, at: world.now, nick: "ana", uid: uidOf("ana"), text: "oi!" };
    expect(ana.send({ type: "say", cid: 1, text: "oi!" })).toEqual([
      { type: "stored", cid: 1, id: 1 },
      message,
    ]);
    expect(two.take()).toEqual([message]);
    expect(bob.take()).toEqual([message]);
  });

  test("carries what was given, and nothing else", () => {
    const { ana, bob } = roomOfThree();
    ana.say("first", { me: false });
    const { id } = ana.say("waves", { me: true, re: 1, to: "bob" });
    expect(bob.take().at(-1)).toMatchObject({
      ...{ id, text: "waves", me: true, re: 1 },
      to: { nick: "bob", uid: uidOf("bob") },
    });
    expect(bob.history().events[0]).toEqual({
      ...{ type: "message", id: 1, at: expect.any(Number), nick: "ana", uid: uidOf("ana"), text: "first" },
    });
  });

  test("ids grow and times never fall, even if the clock does", () => {
    const { world, ana } = roomOfThree();
    const first = ana.say("now");
    world.clock.advance(-5_000);
    const second = ana.say("earlier");
    expect(second).toMatchObject({ id: first.id + 1, at: first.at });
    world.crash();
    expect(world.join("ana").say("after a crash")).toMatchObject({ id: first.id + 2, at: first.at });
  });

  test("is stored before anybody sees it", () => {
    const { world, ana, bob } = roomOfThree();
    ana.say("oi!");
    const seen = bob.take();
    world.crash();
    expect(world.welcome("eve", { after: 0 }).events).toEqual(seen);
  });
});

describe("§5.1 exactly once", () => {
  const say = (cid: number, text = "oi!") => ({ type: "say", cid, text }) as const;

  test.each([1, 2, 3])("number %i again is a repeat: acknowledged, and nothing else", (cid) => {
    const { ana, bob } = roomOfThree();
    ana.send(say(1), say(2), say(3));
    bob.take();
    expect(ana.send(say(cid, "again"))).toMatchObject([{ type: "stored", cid }]);
    expect(bob.take()).toEqual([]);
  });

  test.each([3, 4, 100])("after number 1, number %i is out_of_order, and nothing is done", (cid) => {
    const { ana, bob } = roomOfThree();
    ana.send(say(1));
    bob.take();
    expect(ana.send(say(cid))).toMatchObject([error("out_of_order", cid)]);
    expect(bob.take()).toEqual([]);
    expect(ana.send(say(2))).toMatchObject([{ type: "stored", cid: 2 }, { type: "message" }]);
  });

  test("edits and deletions are numbered in the same row", () => {
    const { ana } = roomOfThree();
    const row: [CommandInput, object][] = [
      [say(1), { type: "stored", cid: 1, id: 1 }],
      [
        { type: "edit", cid: 2, id: 1, text: "olá!" },
        { type: "stored", cid: 2, id: 2 },
      ],
      [
        { type: "edit", cid: 2, id: 1, text: "olé!" },
        { type: "stored", cid: 2 },
      ],
      [
        { type: "delete", cid: 4, id: 1 },
        { type: "error", code: "out_of_order", of: "delete", cid: 4 },
      ],
      [
        { type: "delete", cid: 3, id: 1 },
        { type: "stored", cid: 3, id: 3 },
      ],
      [
        { type: "delete", cid: 3, id: 1 },
        { type: "stored", cid: 3 },
      ],
      [say(4), { type: "stored", cid: 4, id: 4 }],
    ];
    for (const [command, told] of row) expect(ana.send(command)[0]).toMatchObject(told);
    expect(ana.history({ after: 0 }).events).toHaveLength(4 - 1);
  });

  const refused: [ErrorCode, CommandInput][] = [
    ["bad_text", { type: "say", cid: 1, text: " " }],
    ["too_long", { type: "say", cid: 1, text: "x".repeat(4_001) }],
    ["no_such_nick", { type: "say", cid: 1, text: "oi!", to: "zoe" }],
    ["no_such_message", { type: "say", cid: 1, text: "oi!", re: 7 }],
    ["no_such_message", { type: "edit", cid: 1, id: 7, text: "oi!" }],
    ["no_such_message", { type: "delete", cid: 1, id: 7 }],
  ];
  test.each(refused)("%s uses up no number", (code, command) => {
    const { ana } = roomOfThree();
    expect(ana.send(command)).toMatchObject([{ type: "error", code, of: command.type, cid: 1 }]);
    expect(ana.send(say(1))).toMatchObject([{ type: "stored", cid: 1 }, { type: "message" }]);
  });

  test("rate_limited uses up no number", () => {
    const { world, ana } = roomOfThree({ burst: 1 });
    ana.send(say(1));
    expect(ana.send(say(2))).toMatchObject([error("rate_limited", 2)]);
    world.pass(1_000);
    expect(ana.send(say(2))).toMatchObject([{ type: "stored", cid: 2 }, { type: "message" }]);
  });

  test("each client counts for itself", () => {
    const { world, ana } = roomOfThree();
    const two = world.join("ana", { client: "two" });
    ana.send(say(1), say(2));
    two.take();
    expect(two.send(say(1))).toMatchObject([{ type: "stored", cid: 1 }, { type: "message" }]);
  });

  test.each<[string, (world: RoomWorld, ana: Peer) => Peer]>([
    [
      "a reconnect",
      (world, ana) => {
        ana.lose();
        return world.join("ana");
      },
    ],
    ["a replaced socket", (world) => world.join("ana")],
    [
      "leaving",
      (world, ana) => {
        ana.send({ type: "leave" });
        return world.join("ana");
      },
    ],
    [
      "a crash",
      (world) => {
        world.crash();
        return world.join("ana");
      },
    ],
    [
      "hibernation",
      (world, ana) => {
        world.hibernate();
        return ana;
      },
    ],
  ])("the count goes on after %s", (_, interrupt) => {
    const { world, ana } = roomOfThree();
    ana.send(say(1), say(2));
    const again = interrupt(world, ana);
    expect(again.send(say(2), say(3))).toMatchObject([
      { type: "stored", cid: 2 },
      { type: "stored", cid: 3 },
      { type: "message", id: 3 },
    ]);
  });

  test("a client that retention has forgotten begins anew", () => {
    const { world, ana, bob } = roomOfThree({ historyMessages: 2, burst: 100 });
    ana.send(say(1));
    for (const _ of "12345") bob.say("oi!");
    ana.lose();
    world.crash();
    expect(world.welcome("ana").sent).toBe(0);
  });
});

describe("§5.2 private messages", () => {
  test.each(["bob", "BOB", "ｂｏｂ", uidOf("bob")])("to %s reach the two alone", (to) => {
    const { world, ana, bob, eve } = roomOfThree();
    const two = world.join("bob", { client: "two" });
    const message = ana.say("psst", { to });
    expect(message.to).toEqual({ nick: "bob", uid: uidOf("bob") });
    expect(bob.take()).toEqual([message]);
    expect(two.take()).toEqual([message]);
    expect(eve.take()).toEqual([]);
  });

  test("to oneself reach one's own clients once", () => {
    const { world, ana, eve } = roomOfThree();
    const two = world.join("ana", { client: "two" });
    const message = ana.say("note", { to: "ana" });
    expect(two.take()).toEqual([message]);
    expect(eve.take()).toEqual([]);
  });

  test.each(["zoe", "ob", uidOf("zoe"), "ana@home"])("to %s, who is not here: no_such_nick", (to) => {
    const { ana } = roomOfThree();
    expect(ana.send({ type: "say", cid: 1, text: "psst", to })).toMatchObject([error("no_such_nick", 1)]);
  });

  test("to who has left: no_such_nick", () => {
    const { ana, bob } = roomOfThree();
    bob.send({ type: "leave" });
    ana.take();
    for (const to of ["bob", uidOf("bob")]) {
      expect(ana.send({ type: "say", cid: 1, text: "psst", to })).toMatchObject([error("no_such_nick", 1)]);
    }
  });

  test("an heir of the nickname sees nothing of them", () => {
    const { world, ana, bob } = roomOfThree();
    ana.say("psst", { to: "bob" });
    bob.send({ type: "leave" });
    const heir = world.enter("dora", { nick: "bob", after: 0 });
    expect(heir.take()).toMatchObject([{ type: "welcome", you: { nick: "bob" }, events: [] }]);
    expect(heir.history().events).toEqual([]);
    expect(heir.search("psst").events).toEqual([]);
  });
});

describe("§5.2 replies", () => {
  /** Messages 1 (public), 2 (ana to bob), 3 (public, deleted). */
  function roomWithMessages() {
    const room = roomOfThree();
    room.ana.say("public");
    room.ana.say("private", { to: "bob" });
    room.ana.remove(room.ana.say("gone").id);
    for (const peer of [room.ana, room.bob, room.eve]) peer.take();
    return room;
  }
  type Case = [title: string, who: "ana" | "bob" | "eve", fields: object, code: ErrorCode | undefined];
  const cases: Case[] = [
    ["to a public message", "eve", { re: 1 }, undefined],
    ["to a public message, in private", "eve", { re: 1, to: "ana" }, undefined],
    ["to a private message, to its sender", "bob", { re: 2, to: "ana" }, undefined],
    ["to a private message, to its sender by uid", "bob", { re: 2, to: uidOf("ana") }, undefined],
    ["to one's own private message, to its receiver", "ana", { re: 2, to: "bob" }, undefined],
    ["to a private message, in public", "bob", { re: 2 }, "forbidden"],
    ["to a private message, to a third", "bob", { re: 2, to: "eve" }, "forbidden"],
    ["to a private message, to oneself", "bob", { re: 2, to: "bob" }, "forbidden"],
    ["to a private message of others", "eve", { re: 2 }, "no_such_message"],
    ["to a private message of others, to one of them", "eve", { re: 2, to: "ana" }, "no_such_message"],
    ["to a deleted message", "ana", { re: 3 }, "no_such_message"],
    ["to a deletion", "ana", { re: 4 }, "no_such_message"],
    ["to a message to come", "ana", { re: 5 }, "no_such_message"],
  ];
  test.each(cases)("%s", (_, ...[who, fields, code]) => {
    const peer = roomWithMessages()[who];
    const cid = peer.nextCid;
    const [first] = peer.send({ type: "say", cid, text: "reply", ...fields });
    expect(first).toMatchObject(code ? error(code, cid) : { type: "stored", cid });
  });
});
