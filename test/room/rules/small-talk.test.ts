import { describe, expect, test } from "vitest";
import { type Peer, RoomWorld } from "../../support/room/room-world.ts";
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

describe("§5.13 away", () => {
  const told = (text: string | null) => ({ type: "away", nick: "ana", uid: uidOf("ana"), text });
  const whereIs = (world: RoomWorld, name: string) => {
    const { members } = world.welcome("eve");
    return members.find(({ uid }) => uid === uidOf(name))?.away;
  };

  test.each(["lunch", "🦜".repeat(200), "at lunch,\nback at 2"])("is told to everybody: %j", (text) => {
    const { world, ana, two, bob } = roomOfTwo();
    expect(ana.send({ type: "away", text })).toEqual([told(text)]);
    expect([two, bob].map((peer) => peer.take())).toEqual([[told(text)], [told(text)]]);
    expect(whereIs(world, "ana")).toBe(text);
    expect(world.welcome("ana", { client: "three" }).you.away).toBe(text);
    expect(world.listMembers()).toMatchObject({ members: [{ nick: "ana", away: text }, {}, {}] });
    expect(world.store.log.cursor()).toBe(0);
  });

  test("ends with null, from any of their clients", () => {
    const { world, ana, two, bob } = roomOfTwo();
    ana.send({ type: "away", text: "lunch" });
    bob.take();
    two.send({ type: "away", text: null });
    expect(bob.take()).toEqual([told(null)]);
    expect(whereIs(world, "ana")).toBeUndefined();
    world.hibernate();
    expect(whereIs(world, "ana")).toBeUndefined();
  });

  test.each([
    ["", "bad_text"],
    [" \u200b", "bad_text"],
    ["a\u0007", "bad_text"],
    ["x".repeat(201), "too_long"],
    [undefined, "bad_frame"],
    [5, "bad_frame"],
  ])("%j is %s", (text, code) => {
    const { world, ana, bob } = roomOfTwo();
    expect(ana.sendRaw(JSON.stringify({ type: "away", text }))).toMatchObject([{ code, of: "away" }]);
    expect(bob.take()).toEqual([]);
    expect(whereIs(world, "ana")).toBeUndefined();
  });

  test("takes a token", () => {
    const world = new RoomWorld({ burst: 1 });
    const ana = world.join("ana");
    expect(ana.send({ type: "away", text: "lunch" })).toMatchObject([{ type: "away" }]);
    expect(ana.send({ type: "away", text: null })).toMatchObject([{ code: "rate_limited", of: "away" }]);
  });

  test("goes with a nickname and a role", () => {
    const { world, ana } = roomOfTwo();
    ana.send({ type: "away", text: "lunch" }, { type: "nick", nick: "anna" });
    ana.send({ type: "role", who: "bob", role: "owner" }, { type: "role", who: "anna", role: "mod" });
    expect(world.welcome("ana").you).toEqual({ nick: "anna", uid: uidOf("ana"), role: "mod", away: "lunch" });
  });

  const happens = {
    "one is lost": (_: RoomWorld, [one]: Peer[]) => one?.lose(),
    "all are lost": (_: RoomWorld, all: Peer[]) => all.map((peer) => peer.lose()),
    "all leave": (_: RoomWorld, all: Peer[]) => all.map((peer) => peer.send({ type: "leave" })),
    hibernation: (world: RoomWorld) => world.hibernate(),
    "a crash": (world: RoomWorld) => world.crash(),
    "a minute": (world: RoomWorld) => world.pass(60_000),
  };

  test.each<[steps: (keyof typeof happens)[], text: string | undefined]>([
    [["hibernation"], "lunch"],
    [["one is lost", "hibernation"], "lunch"],
    [["all are lost"], "lunch"],
    [["all are lost", "hibernation"], "lunch"],
    [["all are lost", "a crash"], "lunch"],
    [["a crash"], undefined],
    [["all are lost", "a minute"], undefined],
    [["all leave"], undefined],
  ])("after %j", (steps, text) => {
    const { world, ana, two } = roomOfTwo();
    two.send({ type: "nick", nick: "anna" }, { type: "away", text: "tea" }, { type: "away", text: "lunch" });
    for (const step of steps) happens[step](world, [two, ana]);
    expect(world.welcome("ana").you.away).toBe(text);
    expect(whereIs(world, "ana")).toBe(text);
    world.hibernate();
    expect(whereIs(world, "ana")).toBe(text);
  });

  test("is over for good once it is over, whatever the disk had while they were held", () => {
    const { world, ana, two } = roomOfTwo();
    ana.send({ type: "away", text: "lunch" });
    for (const peer of [ana, two]) peer.lose();
    const back = world.join("ana");
    back.send({ type: "nick", nick: "anna" }, { type: "away", text: null });
    world.hibernate();
    expect(whereIs(world, "ana")).toBeUndefined();
    world.crash();
    expect(whereIs(world, "ana")).toBeUndefined();
  });

  test("is for who has joined", () => {
    expect(new RoomWorld().connect().send({ type: "away", text: "lunch" })).toMatchObject([
      { code: "not_joined" },
    ]);
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
