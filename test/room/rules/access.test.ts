import { describe, expect, test } from "vitest";
import { CLOSE } from "../../../src/protocol/close-code.ts";
import type { ErrorCode } from "../../../src/protocol/error.ts";
import { type Entrance, type Peer, RoomWorld } from "../../support/room/room-world.ts";
import { uidOf } from "../../support/token-of.ts";

const ADMIN = "an admin's token";
const error = (code: ErrorCode) => ({ type: "error", code, of: "join" });

/** A locked room, in which ana is the owner and mona a mod, and bert is banned. */
function strictRoom(settings = {}): { world: RoomWorld; ana: Peer } {
  const world = new RoomWorld({ adminToken: ADMIN, ...settings });
  const ana = world.join("ana");
  world.join("mona", { address: "elsewhere" }).send({ type: "leave" });
  world.join("bert", { address: "banned" });
  ana.send({ type: "role", who: uidOf("mona"), role: "mod" });
  ana.send({ type: "ban", who: "bert" }, { type: "lock", key: "sesame" });
  return { world, ana };
}

/** The same, without a place for one more. */
function fullRoom(): RoomWorld {
  const { world } = strictRoom({ maxMembers: 2 });
  world.join("fay", { key: "sesame" });
  return world;
}

describe("§3.2 the order of checks", () => {
  const cases: [what: string, name: string, entrance: Entrance, code: ErrorCode][] = [
    ["form before ban", "bert", { nick: "x" }, "bad_nick"],
    ["ban before lock", "bert", {}, "banned"],
    ["ban before key", "bert", { key: "wrong" }, "banned"],
    ["address ban before lock", "eve", { address: "banned" }, "banned"],
    ["lock before nickname", "eve", { nick: "ana" }, "locked"],
    ["key before nickname", "eve", { nick: "ana", key: "wrong" }, "bad_key"],
    ["nickname before room", "eve", { nick: "ana", key: "sesame" }, "nick_taken"],
    ["room last", "eve", { key: "sesame" }, "room_full"],
  ];
  test.each(cases)("%s", (_, ...[name, entrance, code]) => {
    const world = fullRoom();
    expect(world.enter(name, entrance).take()).toMatchObject([error(code)]);
  });

  test.each<[ErrorCode, number]>([
    ["banned", CLOSE.banned],
    ["room_full", CLOSE.full],
  ])("%s closes the socket with %i", (code, closeCode) => {
    const world = fullRoom();
    const peer = world.enter(code === "banned" ? "bert" : "eve", { key: "sesame" });
    expect(peer.take()).toMatchObject([error(code)]);
    expect(peer.closed).toBe(closeCode);
  });
});

describe("§3.5 the lock", () => {
  test.each<[string, string, Entrance, ErrorCode | "welcome"]>([
    ["without the key", "eve", {}, "locked"],
    ["with a wrong key", "eve", { key: "Sesame" }, "bad_key"],
    ["with an empty key", "eve", { key: "" }, "bad_key"],
    ["with the key", "eve", { key: "sesame" }, "welcome"],
    ["who is here", "ana", { client: "two" }, "welcome"],
    ["a mod", "mona", {}, "welcome"],
    ["an admin", "eve", { admin: ADMIN }, "welcome"],
  ])("%s", (_, ...[name, entrance, outcome]) => {
    const { world } = strictRoom();
    const [first] = world.enter(name, entrance).take();
    expect(first).toMatchObject(outcome === "welcome" ? { type: outcome, locked: true } : error(outcome));
  });

  test("who is held needs no key", () => {
    const { world, ana } = strictRoom();
    world.join("eve", { key: "sesame" }).lose();
    expect(world.enter("eve").take()).toMatchObject([{ type: "welcome" }]);
    ana.send({ type: "lock", key: null });
    expect(world.enter("zoe").take()).toMatchObject([{ type: "welcome", locked: false }]);
  });

  test("§7.8 ten wrong keys a minute, then even the right one waits", () => {
    const { world } = strictRoom();
    const guess = (key: string, address = "guesser") => world.enter("eve", { address, key }).take();
    for (let time = 1; time <= 10; time++) expect(guess("wrong")).toMatchObject([error("bad_key")]);
    world.pass(20_000);
    expect(guess("sesame")).toMatchObject([{ ...error("rate_limited"), retryAfter: 40_000 }]);
    expect(world.enter("eve", { address: "guesser" }).take()).toMatchObject([error("locked")]);
    expect(guess("wrong", "another")).toMatchObject([error("bad_key")]);
    world.pass(40_000);
    expect(guess("sesame")).toMatchObject([{ type: "welcome" }]);
  });
});

describe("§3.6 admin", () => {
  test("makes an owner for as long as its socket is open, and everybody sees it go", () => {
    const world = new RoomWorld({ adminToken: ADMIN });
    const ana = world.join("ana");
    const eve = world.enter("eve", { admin: ADMIN });
    expect(eve.take()).toMatchObject([{ type: "welcome", you: { role: "owner" } }]);
    expect(ana.take()).toMatchObject([{ type: "joined", nick: "eve", role: "owner" }]);
    eve.lose();
    expect(ana.take()).toMatchObject([{ type: "role", nick: "eve", role: "member", byUid: uidOf("eve") }]);
    expect(world.welcome("eve").you.role).toBe("member");
    expect(world.store.roles()).toMatchObject([{ nick: "ana" }]);
  });

  test("beside another socket, everybody sees it come and go", () => {
    const world = new RoomWorld({ adminToken: ADMIN });
    const ana = world.join("ana");
    const eve = world.join("eve");
    ana.take();
    const admin = world.join("eve", { client: "two", admin: ADMIN });
    const change = { type: "role", nick: "eve", by: "eve" };
    expect(ana.take()).toMatchObject([{ ...change, role: "owner" }]);
    expect(eve.take()).toMatchObject([{ ...change, role: "owner" }]);
    admin.send({ type: "leave" });
    for (const peer of [ana, eve]) expect(peer.take()).toMatchObject([{ ...change, role: "member" }]);
    expect(eve.send({ type: "lock", key: null })).toMatchObject([{ type: "error", code: "forbidden" }]);
  });

  test.each<[string, string | undefined, string]>([
    ["a wrong token", ADMIN, "another"],
    ["any token where none is set", undefined, "another"],
    ["an empty token where none is set", undefined, ""],
  ])("%s is forbidden", (_, adminToken, admin) => {
    const world = new RoomWorld({ adminToken });
    expect(world.enter("eve", { admin }).take()).toMatchObject([error("forbidden")]);
  });

  test("opens a ban and a full room", () => {
    const world = fullRoom();
    expect(world.enter("bert", { admin: ADMIN }).take()).toMatchObject([{ type: "welcome" }]);
  });

  test("outlives hibernation, as its socket does", () => {
    const world = new RoomWorld({ adminToken: ADMIN });
    world.join("ana");
    const eve = world.join("eve", { admin: ADMIN });
    world.hibernate();
    expect(eve.send({ type: "slow", seconds: 5 })).toMatchObject([{ type: "slow" }]);
  });
});

describe("§2 limits", () => {
  test("§2.5 a person has ten sockets, and an eleventh is room_full", () => {
    const world = new RoomWorld();
    for (let client = 1; client <= 10; client++) world.join("ana", { client: `c${client}` });
    const eleventh = world.enter("ana", { client: "c11" });
    expect(eleventh.take()).toMatchObject([error("room_full")]);
    expect(eleventh.closed).toBe(CLOSE.full);
    expect(world.enter("ana", { client: "c10" }).take()).toMatchObject([{ type: "welcome" }]);
  });

  test("§2.5 an address has 200 sockets, and one more is room_full, whoever it is", () => {
    const world = new RoomWorld();
    for (let person = 1; person <= 200; person++) world.join(`p${person}x`, { address: "busy" });
    expect(world.enter("ana", { address: "busy" }).take()).toMatchObject([error("room_full")]);
    expect(world.enter("p1x", { address: "busy", client: "two" }).take()).toMatchObject([error("room_full")]);
    expect(world.enter("p1x", { address: "busy" }).take()).toMatchObject([{ type: "welcome" }]);
    expect(world.enter("ana", { address: "quiet" }).take()).toMatchObject([{ type: "welcome" }]);
    world.join("p3x", { address: "busy" }).lose();
    world.join("eva", { address: "busy" });
    expect(world.enter("p3x", { address: "busy" }).take()).toMatchObject([{ type: "welcome" }]);
    world.join("p4x", { address: "busy" }).send({ type: "leave" });
    world.join("p2x", { address: "busy" }).send({ type: "leave" });
    expect(world.enter("eve", { address: "busy" }).take()).toMatchObject([{ type: "welcome" }]);
  });

  test("§2.5 whose socket is closed, in whatever way, makes room for another", () => {
    const world = new RoomWorld();
    const owner = world.join("owner");
    for (let person = 1; person <= 200; person++) world.join(`p${person}x`, { address: "busy" });
    const ends: ((peer: Peer) => unknown)[] = [
      (peer) => peer.send({ type: "leave" }),
      (peer) => peer.lose(),
      () => owner.send({ type: "kick", who: "p3x" }),
      () => world.hibernate(),
    ];
    for (const [at, end] of ends.entries()) {
      end(world.join(`p${at + 1}x`, { address: "busy" }));
      const outcome = at === 3 ? "error" : "welcome";
      expect(world.enter(`q${at}x`, { address: "busy" }).take()).toMatchObject([{ type: outcome }]);
    }
  });

  test("§8.8 a room holds so many people, and those who are held count", () => {
    const world = new RoomWorld({ maxMembers: 2 });
    const ana = world.join("ana");
    world.join("bob").lose();
    expect(world.enter("eve").take()).toMatchObject([error("room_full")]);
    expect(world.enter("bob").take()).toMatchObject([{ type: "welcome" }]);
    expect(world.enter("ana", { client: "two" }).take()).toMatchObject([{ type: "welcome" }]);
    ana.send({ type: "kick", who: "bob" });
    expect(world.enter("eve").take()).toMatchObject([{ type: "welcome" }]);
  });

  test("§3.5 a mod finds a place in a full room", () => {
    const world = fullRoom();
    expect(world.enter("mona").take()).toMatchObject([{ type: "welcome" }]);
  });
});
