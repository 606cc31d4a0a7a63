import { describe, expect, test } from "vitest";
import { RoomWorld } from "../../support/room/room-world.ts";
import { uidOf } from "../../support/token-of.ts";

function roomOfTwo() {
  const world = new RoomWorld();
  const ana = world.join("ana");
  const two = world.join("ana", { client: "two" });
  const bob = world.join("bob");
  for (const peer of [ana, two, bob]) peer.take();
  return { world, ana, two, bob };
}

describe("§5.8 typing", () => {
  const typing = { type: "typing", nick: "ana", uid: uidOf("ana") };

  test("is told to the others, not to oneself, and not stored", () => {
    const { world, ana, two, bob } = roomOfTwo();
    expect(ana.send({ type: "typing" })).toEqual([]);
    expect(two.take()).toEqual([]);
    expect(bob.take()).toEqual([typing]);
    expect(world.store.log.cursor()).toBe(0);
  });

  test("at most once in 3 s for each person, over all their clients", () => {
    const { world, ana, two, bob } = roomOfTwo();
    const told = (ms: number) => {
      world.pass(ms);
      ana.send({ type: "typing" });
      two.send({ type: "typing" });
      return bob.take();
    };
    expect([0, 1_000, 1_999, 1, 2_999, 1].map(told)).toEqual([[typing], [], [], [typing], [], [typing]]);
  });

  test("each person for themselves", () => {
    const { ana, bob } = roomOfTwo();
    ana.send({ type: "typing" });
    bob.send({ type: "typing" });
    expect(ana.take()).toMatchObject([{ type: "typing", nick: "bob" }]);
  });
});

describe("§5.9 nick", () => {
  const taken = { type: "error", code: "nick_taken", of: "nick" };

  test("is told to everyone", () => {
    const { world, ana, two, bob } = roomOfTwo();
    const renamed = { type: "renamed", uid: uidOf("ana"), from: "ana", nick: "anna", at: world.now };
    expect(ana.send({ type: "nick", nick: "anna" })).toEqual([renamed]);
    for (const peer of [two, bob]) expect(peer.take()).toEqual([renamed]);
    expect(ana.say("oi!").nick).toBe("anna");
    expect(world.welcome("eve").members[0]?.nick).toBe("anna");
  });

  test.each(["bob", "BOB", "ｂｏｂ", "server", "ＡＤＭＩＮ", "ВОВ", "admın"])(
    "to %s is nick_taken",
    (nick) => {
      const { ana, bob } = roomOfTwo();
      expect(ana.send({ type: "nick", nick })).toMatchObject([taken]);
      expect(bob.take()).toEqual([]);
    },
  );

  test("to a look-alike of one's own is fine", () => {
    const { ana } = roomOfTwo();
    for (const nick of ["ANA", "ɑna", "ana"]) {
      expect(ana.send({ type: "nick", nick })).toMatchObject([{ type: "renamed", nick }]);
    }
  });

  test("to one that is too short is bad_nick", () => {
    const { ana } = roomOfTwo();
    const short = { type: "error", code: "bad_nick", of: "nick", detail: "nick_too_short" };
    expect(ana.send({ type: "nick", nick: "an" })).toMatchObject([short]);
  });

  test("to that of somebody held is nick_taken, until they are lost", () => {
    const { world, ana, bob } = roomOfTwo();
    bob.lose();
    expect(ana.send({ type: "nick", nick: "bob" })).toMatchObject([taken]);
    world.pass(31_000);
    ana.take();
    expect(ana.send({ type: "nick", nick: "bob" })).toMatchObject([{ type: "renamed", nick: "bob" }]);
  });

  test("to another spelling of one's own is told; to the same, nothing is", () => {
    const { ana } = roomOfTwo();
    expect(ana.send({ type: "nick", nick: "Ana" })).toMatchObject([{ type: "renamed", nick: "Ana" }]);
    expect(ana.send({ type: "nick", nick: "Ana" })).toEqual([]);
  });

  test("frees the old one and outlives a crash", () => {
    const { world, ana, bob } = roomOfTwo();
    ana.send({ type: "nick", nick: "anna" });
    bob.send({ type: "nick", nick: "ana" });
    world.crash();
    expect(world.welcome("ana").you.nick).toBe("anna");
    expect(world.welcome("bob").you.nick).toBe("ana");
  });
});
