import { describe, expect, test } from "vitest";
import { CLOSE } from "../../src/protocol/close-code.ts";
import type { ErrorCode } from "../../src/protocol/error.ts";
import { type Entrance, type Peer, RoomWorld, tokenOf, uidOf } from "../support/room-world.ts";

const ADMIN = "an admin's token";
const error = (code: ErrorCode) => ({ type: "error", code, of: "join" });
const newcomer = (nick: string) => ({ type: "join", nick, token: tokenOf(nick), client: "one" }) as const;

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

describe("§3.1 before and after", () => {
  test.each([
    '{"type":"say","cid":1,"text":"a"}',
    '{"type":"leave"}',
    '{"type":"typing"}',
    '{"type":"history"}',
    '{"type":"bans"}',
  ])("%s before a join is not_joined", (frame) => {
    const peer = new RoomWorld().connect();
    expect(peer.sendRaw(frame)).toMatchObject([{ type: "error", code: "not_joined" }]);
    expect(peer.closed).toBeUndefined();
  });

  test("a second join is already_joined", () => {
    const ana = new RoomWorld().join("ana");
    expect(ana.send(newcomer("anna"))).toMatchObject([error("already_joined")]);
  });

  test("a refused join may be tried again", () => {
    const world = new RoomWorld();
    world.join("ana");
    const peer = world.connect();
    expect(peer.send({ ...newcomer("bob"), nick: "ANA" })).toMatchObject([error("nick_taken")]);
    expect(peer.send(newcomer("bob"))).toMatchObject([{ type: "welcome", you: { nick: "bob" } }]);
  });

  test.each([
    ["for its form", '{"type":"join","nick":"x"}'],
    ["for its nickname", '{"type":"join","nick":"server"}'],
  ])("the tenth join that is refused %s closes 4029", (_, frame) => {
    const peer = new RoomWorld().connect();
    for (let time = 1; time <= 9; time++) expect(peer.sendRaw(frame)).toHaveLength(1);
    expect(peer.closed).toBeUndefined();
    expect(peer.sendRaw(frame)).toMatchObject([{ type: "error" }]);
    expect(peer.closed).toBe(CLOSE.flooding);
  });

  test("what still comes after that counts for nothing", () => {
    const world = new RoomWorld();
    const peer = world.connect();
    for (let time = 1; time <= 10; time++) peer.sendRaw('{"type":"join","nick":"x"}');
    expect(peer.send(newcomer("bob"))).toEqual([]);
    expect(world.summarize()).toMatchObject({ members: 0 });
  });

  test("a join that is refused makes no room", () => {
    const world = new RoomWorld();
    world.enter("server");
    expect(world.store.profile()).toBeUndefined();
  });
});

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

describe("§3.3 nicknames", () => {
  test.each(["ana", "ANA", "ａｎａ"])("%s is taken while ana is here", (nick) => {
    const world = new RoomWorld();
    world.join("ana");
    expect(world.enter("eve", { nick }).take()).toMatchObject([error("nick_taken")]);
  });

  test("a nickname is taken while it is held, and free once it is lost", () => {
    const world = new RoomWorld();
    world.join("bob");
    world.join("ana").lose();
    expect(world.enter("eve", { nick: "ana" }).take()).toMatchObject([error("nick_taken")]);
    world.pass(31_000);
    expect(world.welcome("eve", { nick: "ana" }).you.uid).toBe(uidOf("eve"));
  });

  test("a nickname is free once its bearer has left or has another", () => {
    const world = new RoomWorld();
    world.join("ana").send({ type: "leave" });
    world.join("eve", { nick: "ana" }).send({ type: "nick", nick: "eve" });
    expect(world.welcome("bob", { nick: "ana" }).you.nick).toBe("ana");
  });

  test.each(["server", "SYSTEM", "ａdmin"])("%s is reserved", (nick) => {
    expect(new RoomWorld().enter("ana", { nick }).take()).toMatchObject([error("nick_taken")]);
  });

  test.each([
    ["here", (_: Peer) => undefined],
    ["held", (ana: Peer) => ana.lose()],
  ])("who is %s joins under their own nickname, unseen", (_, before) => {
    const world = new RoomWorld();
    const bob = world.join("bob");
    before(world.join("ana"));
    bob.take();
    for (const nick of ["other", "bob", "server"]) {
      expect(world.welcome("ana", { nick, client: nick }).you).toMatchObject({ nick: "ana" });
    }
    expect(bob.take()).toEqual([]);
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

describe("§3.7 an owner", () => {
  test("is who joins first, and nobody after", () => {
    const world = new RoomWorld();
    expect(world.welcome("ana").you.role).toBe("owner");
    expect(world.welcome("bob").you.role).toBe("member");
  });

  test("stays the owner when away", () => {
    const world = new RoomWorld();
    world.join("ana").send({ type: "leave" });
    expect(world.welcome("bob").you.role).toBe("member");
    expect(world.welcome("ana").you.role).toBe("owner");
  });

  test("is who joins after the last one stepped down", () => {
    const world = new RoomWorld();
    const ana = world.join("ana");
    world.join("bob");
    ana.send({ type: "role", who: "ana", role: "mod" });
    expect(world.welcome("eve").you.role).toBe("owner");
  });

  test("is who comes back, too, and the others are told", () => {
    const world = new RoomWorld();
    const ana = world.join("ana");
    world.join("bob").lose();
    ana.send({ type: "role", who: "ana", role: "member" });
    expect(world.welcome("bob").you.role).toBe("owner");
    expect(ana.take()).toMatchObject([{ type: "role", nick: "bob", role: "owner" }]);
  });

  test("is nobody who only posts", () => {
    const world = new RoomWorld();
    world.post({ name: "bob" }, { nick: "bob", text: "oi!" });
    expect(world.welcome("ana").you.role).toBe("owner");
  });
});

describe("§3.8 the same client again", () => {
  test("replaces the older socket, of which nothing counts any more", () => {
    const world = new RoomWorld();
    const bob = world.join("bob");
    const old = world.join("ana");
    bob.take();
    const fresh = world.join("ana");
    expect(old.closed).toBe(CLOSE.replaced);
    expect(old.send({ type: "say", cid: 1, text: "ghost" })).toEqual([]);
    old.lose();
    expect(bob.take()).toEqual([]);
    fresh.say("oi!");
    expect(bob.take()).toMatchObject([{ type: "message", text: "oi!" }]);
    expect(old.take()).toEqual([]);
  });

  test("another client joins beside it, and the roster shows the person once", () => {
    const world = new RoomWorld();
    const one = world.join("ana");
    const welcome = world.welcome("ana", { client: "two" });
    expect(one.closed).toBeUndefined();
    expect(welcome.members).toHaveLength(1);
  });

  test("a client without a name replaces nobody", () => {
    const world = new RoomWorld();
    const peers = [world.connect(), world.connect()];
    for (const peer of peers) peer.send({ type: "join", nick: "ana", token: tokenOf("ana") });
    expect(peers.map(({ closed }) => closed)).toEqual([undefined, undefined]);
  });

  test("another person may use the same client name", () => {
    const world = new RoomWorld();
    const ana = world.join("ana");
    world.join("bob");
    expect(ana.closed).toBeUndefined();
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

describe("§2.2 identity", () => {
  test("who has no token gets one, which makes them the same person later", () => {
    const world = new RoomWorld();
    const [welcome] = world.connect().send({ type: "join", nick: "ana" });
    if (welcome?.type !== "welcome") throw new Error("no welcome");
    expect(welcome.token).toMatch(/^[A-Za-z0-9_-]{22,128}$/);
    const { token = "" } = welcome;
    expect(world.connect().send({ type: "join", nick: "eve", token })).toMatchObject([
      { type: "welcome", you: welcome.you },
    ]);
  });

  test("who has one doesn't", () => {
    expect(new RoomWorld().welcome("ana")).not.toHaveProperty("token");
  });
});
