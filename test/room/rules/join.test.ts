import { describe, expect, test } from "vitest";
import { CLOSE } from "../../../src/protocol/close-code.ts";
import type { ErrorCode } from "../../../src/protocol/error.ts";
import { make } from "../../../src/room/rules/make.ts";
import { type Peer, RoomWorld } from "../../support/room/room-world.ts";
import { tokenOf, uidOf } from "../../support/token-of.ts";

const error = (code: ErrorCode) => ({ type: "error", code, of: "join" });
const newcomer = (nick: string) => ({ type: "join", nick, token: tokenOf(nick), client: "one" }) as const;

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

  test.each([
    ["b0b", "bob"],
    ["w1l", "wll"],
    ["xm0", "xrn0"],
  ])("%s and %s, all ASCII, are two", (one, other) => {
    const world = new RoomWorld();
    world.join("eve", { nick: one });
    expect(world.welcome("ana", { nick: other }).you.nick).toBe(other);
  });

  test.each([
    ["mia", "ΜΙΑ"],
    ["ΝΙΚΟ", "niko"],
  ])("while %s is here, %s is a look-alike", (here, nick) => {
    const world = new RoomWorld();
    world.join("ana", { nick: here });
    const alike = { ...error("nick_taken"), detail: "nick_look_alike" };
    expect(world.enter("eve", { nick }).take()).toMatchObject([alike]);
  });

  test.each([
    ["leaves", (peer: Peer) => peer.send({ type: "leave" })],
    ["has another", (peer: Peer) => peer.send({ type: "nick", nick: "other" })],
  ])("bob keeps his look when b0b, who looks like him, %s", (_, goes) => {
    const world = new RoomWorld();
    world.join("bob");
    goes(world.join("ana", { nick: "b0b" }));
    const alike = { ...error("nick_taken"), params: { nick: "bob" } };
    expect(world.enter("eve", { nick: "ЬоЬ" }).take()).toMatchObject([alike]);
  });

  test("another case of one's own nickname is no way to look like somebody else", () => {
    const world = new RoomWorld();
    world.join("ana", { nick: "joslé" });
    const eve = world.join("eve", { nick: "josié" });
    const alike = { code: "nick_taken", detail: "nick_look_alike" };
    expect(eve.send({ type: "nick", nick: "josIé" })).toMatchObject([alike]);
    expect(eve.send({ type: "nick", nick: "Josié" })).toMatchObject([{ type: "renamed" }]);
  });

  test.each(["ɑna", "ΑΝΑ"])("%s looks like ana, who is here or held", (nick) => {
    const world = new RoomWorld();
    const ana = world.join("ana");
    const alike = { ...error("nick_taken"), detail: "nick_look_alike" };
    expect(world.enter("eve", { nick }).take()).toMatchObject([alike]);
    expect(world.post({ name: "eve" }, { nick, text: "oi!" })).toMatchObject({ refused: "nick_taken" });
    ana.lose();
    expect(world.enter("eve", { nick }).take()).toMatchObject([alike]);
    world.pass(31_000);
    expect(world.welcome("eve", { nick }).you.nick).toBe(nick);
  });

  test.each([
    [1, "李", undefined],
    [2, "李明", undefined],
    [2, "e\u0301x", undefined],
    [2, "e\u0301", "A nickname has at least 2 characters."],
    [3, "Jo", "A nickname has at least 3 characters."],
    [3, "李小明", undefined],
  ])("with at least %d characters, %s", (nickMin, nick, message) => {
    const world = new RoomWorld({ nickMin });
    const answer = message === undefined ? { type: "welcome", limits: { nick: [nickMin, 10] } } : { message };
    expect(world.enter("eve", { nick }).take()).toMatchObject([answer]);
    const posted = new RoomWorld({ nickMin }).post({ name: "bob" }, { nick, text: "oi!" });
    expect(posted).toMatchObject(message === undefined ? { id: 1 } : { refused: "bad_nick", message });
  });

  test.each([
    ["a", "nick_too_short"],
    ["abcdefghijk", "nick_too_long"],
    ["7ana", "nick_first_character"],
    ["a na", "nick_bad_character"],
    ["an\u200ba", "nick_invisible"],
    ["anа", "nick_mixed_scripts"],
  ])("%j is refused with a sentence of its own", (nick, detail) => {
    const [refusal] = new RoomWorld().enter("ana", { nick }).take();
    expect(refusal).toMatchObject({ ...error("bad_nick"), detail });
  });

  test.each([1, 3])("an empty one is refused in words that are true where %d is the least", (nickMin) => {
    const [refusal] = new RoomWorld({ nickMin }).enter("ana", { nick: "" }).take();
    expect(refusal).toMatchObject({ detail: "nick_too_short", message: "A nickname can't be empty." });
  });

  test.each(["server", "SYSTEM", "ａdmin", "sỵstem"])("%s is reserved", (nick) => {
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

  test("can't step down as the last one", () => {
    const world = new RoomWorld();
    const ana = world.join("ana");
    const bob = world.join("bob");
    for (const role of ["mod", "member"] as const) {
      expect(ana.send({ type: "role", who: "ana", role }).at(-1)).toMatchObject({
        code: "forbidden",
        detail: "last_owner",
      });
    }
    ana.send({ type: "role", who: "bob", role: "owner" }, { type: "role", who: "ana", role: "mod" });
    expect(bob.send({ type: "role", who: "bob", role: "member" }).at(-1)).toMatchObject({
      detail: "last_owner",
    });
  });

  /** Rooms that have lost their owner, as only those of before can, and who gets them when eve comes along. */
  const heirs: [string, (world: RoomWorld) => void, string][] = [
    ["nobody is there", () => {}, "eve"],
    ["nobody ever said anything", (world) => world.join("bob"), "eve"],
    ["somebody absent did", (world) => world.post({ name: "bob" }, { nick: "bob", text: "oi!" }), "eve"],
    [
      "people here did: the first of them",
      (world) => {
        for (const name of ["cat", "bob"]) world.join(name);
        for (const name of ["bob", "cat"]) world.post({ name }, { nick: name, text: "oi!" });
      },
      "bob",
    ],
    [
      "she did, and before them",
      (world) => {
        world.join("bob");
        for (const name of ["eve", "bob"]) world.post({ name }, { nick: name, text: "oi!" });
      },
      "eve",
    ],
    [
      "there are mods: the first to become one, however far away",
      (world) => {
        world.join("bob").say("oi!");
        for (const [since, nick] of ["zoe", "ada"].entries()) {
          world.store.putRole({ uid: uidOf(nick), nick, role: "mod", since });
        }
      },
      "zoe",
    ],
  ];
  test.each(heirs)("in a room without one, where %s", (_, prepare, heir) => {
    const world = new RoomWorld();
    make(world.room, {});
    prepare(world);
    for (const { uid, role } of world.store.roles()) if (role === "owner") world.store.dropRole(uid);
    world.store.commit();
    world.crash();
    const { you, members } = world.welcome("eve");
    expect(world.store.roles().filter(({ role }) => role === "owner")).toMatchObject([{ uid: uidOf(heir) }]);
    expect(you.role).toBe(heir === "eve" ? "owner" : "member");
    const isHere = members.some(({ uid }) => uid === uidOf(heir));
    if (isHere) expect(members).toContainEqual({ nick: heir, uid: uidOf(heir), role: "owner" });
  });

  test("who is made one by another's coming is told to those who are here", () => {
    const world = new RoomWorld();
    const bob = world.join("bob");
    bob.say("oi!");
    world.store.dropRole(uidOf("bob"));
    world.store.commit();
    world.hibernate();
    bob.take();
    world.join("eve");
    expect(bob.take()).toMatchObject([
      { type: "joined", nick: "eve" },
      { type: "role", nick: "bob", role: "owner" },
    ]);
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
