import { describe, expect, test } from "vitest";
import type { ErrorCode } from "../../../src/protocol/error.ts";
import type { KeyedLetter } from "../../../src/room/http/post.ts";
import { type Call, type Peer, RoomWorld } from "../../support/room/room-world.ts";
import { uidOf } from "../../support/token-of.ts";

/** ana, the owner, is here; mona, a mod, is not; bob is held; bert is banned, and his address with him. */
function busyRoom(settings = {}) {
  const world = new RoomWorld(settings);
  const ana = world.join("ana");
  world.join("mona").send({ type: "leave" });
  ana.send({ type: "role", who: uidOf("mona"), role: "mod" });
  world.join("bert", { address: "banned" });
  ana.send({ type: "ban", who: "bert" });
  world.join("bob").lose();
  ana.take();
  return { world, ana };
}

const id = expect.any(Number);

describe("§9.2 post", () => {
  test("is told to everyone as a message, and nobody sees a join", () => {
    const { world, ana } = busyRoom();
    const posted = world.post({ name: "ci" }, { nick: "ci-bot", text: "deployed" });
    expect(posted).toEqual({ id: 1, at: world.now });
    expect(ana.take()).toEqual([
      { type: "message", id: 1, at: world.now, nick: "ci-bot", uid: uidOf("ci"), text: "deployed" },
    ]);
    expect(world.listMembers()).toMatchObject({ members: [{ nick: "ana" }, { nick: "bob" }] });
  });

  type Case = [title: string, call: Call, letter: KeyedLetter, outcome: ErrorCode | { nick: string }];
  const text = "oi!";
  const cases: Case[] = [
    ["without a token", {}, { nick: "script", text }, { nick: "script" }],
    ["who is here, under another nickname", { name: "ana" }, { nick: "other", text }, { nick: "ana" }],
    ["who is here, under a taken one", { name: "ana" }, { nick: "bob", text }, { nick: "ana" }],
    ["who is held", { name: "bob" }, { nick: "other", text }, { nick: "bob" }],
    ["under somebody's nickname", { name: "ci" }, { nick: "ANA", text }, "nick_taken"],
    ["under the nickname of somebody held", {}, { nick: "bob", text }, "nick_taken"],
    ["under a reserved nickname", {}, { nick: "server", text }, "nick_taken"],
    ["who is banned", { name: "bert" }, { nick: "bert", text }, "banned"],
    ["from a banned address", { address: "banned" }, { nick: "script", text }, "banned"],
    [
      "a mod from a banned address",
      { name: "mona", address: "banned" },
      { nick: "mona", text },
      { nick: "mona" },
    ],
    ["to somebody", { name: "ci" }, { nick: "ci-bot", text, to: "ana" }, { nick: "ci-bot" }],
    ["to nobody", { name: "ci" }, { nick: "ci-bot", text, to: "zoe" }, "no_such_nick"],
    ["in reply to nothing", { name: "ci" }, { nick: "ci-bot", text, re: 7 }, "no_such_message"],
    ["an action", { name: "ci" }, { nick: "ci-bot", text, me: true }, { nick: "ci-bot" }],
  ];
  test.each(cases)("%s", (_, ...[call, letter, outcome]) => {
    const { world, ana } = busyRoom();
    const posted = world.post(call, letter);
    if (typeof outcome === "string") {
      expect(posted).toMatchObject({ refused: outcome });
      expect(ana.take()).toEqual([]);
    } else {
      expect(posted).toEqual({ id, at: world.now });
      expect(ana.take()).toMatchObject([{ type: "message", text, ...outcome }]);
    }
  });

  test("to somebody is seen by the two alone", () => {
    const { world, ana } = busyRoom();
    const eve = world.join("eve");
    world.post({ name: "ci" }, { nick: "ci-bot", text: "psst", to: "ana" });
    expect(ana.history().events).toMatchObject([{ text: "psst" }]);
    expect(eve.take()).toEqual([]);
    for (const name of ["eve", "ana", "ci"])
      expect(world.readMessages({}, { name })).toMatchObject({ events: [] });
  });

  test("two callers without a token are told apart by their addresses", () => {
    const { world, ana } = busyRoom();
    for (const address of ["here", "there", "here"]) world.post({ address }, { nick: "script", text });
    const uids = ana.take().map((event) => ("uid" in event ? event.uid : undefined));
    expect(uids[0]).toBe(uids[2]);
    expect(uids[0]).not.toBe(uids[1]);
  });

  test("takes from the bucket of its person, or of its address", () => {
    const { world } = busyRoom({ burst: 3 });
    const post = (call: Call) => world.post(call, { nick: "script", text });
    for (const call of [{ name: "ci" }, { address: "there" }]) {
      for (const _ of "123") expect(post(call)).toHaveProperty("id");
      expect(post(call)).toMatchObject({ refused: "rate_limited", retryAfter: 200 });
    }
    expect(post({ address: "elsewhere" })).toHaveProperty("id");
  });

  test("makes a room, which goes when its time has come; a refused one makes none", () => {
    const world = new RoomWorld();
    world.post({}, { nick: "script", text, to: "nobody" });
    expect(world.store.profile()).toBeUndefined();
    world.post({}, { nick: "script", text });
    expect(world.summarize()).toMatchObject({ members: 0, cursor: 1 });
    world.pass(29 * 86_400_000);
    expect(world.summarize()).toMatchObject({ cursor: 1 });
    world.pass(2 * 86_400_000);
    expect(world.summarize()).toMatchObject({ cursor: 0 });
  });
});

describe("§9.3 Idempotency-Key", () => {
  test("uses up the number of an open socket of that client, too", () => {
    const world = new RoomWorld();
    const ana = world.join("ana", { client: "live" });
    world.post({ name: "ana" }, { nick: "ana", text: "posted", key: "live" });
    ana.take();
    expect(ana.send({ type: "say", cid: 1, text: "again" })).toEqual([{ type: "stored", cid: 1 }]);
    expect(ana.send({ type: "say", cid: 2, text: "next" })).toMatchObject([{ type: "stored", cid: 2 }, {}]);
  });

  const letter = (text: string, key?: string) => ({ nick: "ci-bot", text, ...(key && { key }) });

  test("a repeat gets the first answer again and stores nothing, however often and late", () => {
    const { world, ana } = busyRoom();
    const first = world.post({ name: "ci" }, letter("one", "k1"));
    ana.take();
    world.pass(5_000);
    expect(world.post({ name: "ci" }, letter("one", "k1"))).toEqual(first);
    world.crash();
    expect(world.post({ name: "ci" }, letter("one", "k1"))).toEqual(first);
    expect(ana.take()).toEqual([]);
    expect(world.readMessages()).toMatchObject({ events: [{ text: "one" }] });
  });

  const reused = { refused: "bad_frame", detail: "key_reused" };
  const bobsUid = uidOf("bob");

  type Pair = [title: string, first: Partial<KeyedLetter>, second: Partial<KeyedLetter>];
  const others: Pair[] = [
    ["text", {}, { text: "One" }],
    ["text, by white space", {}, { text: "one " }],
    ["text, by its form in Unicode", { text: "\u00e9" }, { text: "e\u0301" }],
    ["to, given", {}, { to: "bob" }],
    ["to, left out", { to: "bob" }, {}],
    ["to, another", { to: "bob" }, { to: "ana" }],
    ["to, nobody", { to: "bob" }, { to: "zoe" }],
    ["re, given", {}, { re: 1 }],
    ["re, another", { re: 1 }, { re: 2 }],
    ["me", {}, { me: true }],
    ["me, left out", { me: true }, {}],
  ];
  test.each(others)(
    "another payload under the same key is refused and not stored: %s",
    (_, first, second) => {
      const { world, ana } = busyRoom();
      for (const text of ["1", "2"]) ana.say(text);
      const send = (fields: Partial<KeyedLetter>) =>
        world.post({ name: "ci" }, { nick: "ci-bot", text: "one", key: "k1", ...fields });
      const stored = send(first);
      expect(stored).toHaveProperty("id");
      const cursor = world.store.log.cursor();
      expect(send(second)).toMatchObject(reused);
      world.crash();
      expect(send(second)).toMatchObject(reused);
      expect(world.store.log.cursor()).toBe(cursor);
      expect(send(first)).toEqual(stored);
    },
  );

  const same: Pair[] = [
    ["me is false, or left out", {}, { me: false }],
    ["to by nickname, then by uid", { to: "bob" }, { to: bobsUid }],
    ["to by uid, then by nickname", { to: bobsUid }, { to: "BOB" }],
    ["another nickname of the same person", { nick: "ci-bot" }, { nick: "ci-bat" }],
  ];
  test.each(same)("the same payload in other words is a repeat: %s", (_, first, second) => {
    const { world } = busyRoom();
    const send = (fields: Partial<KeyedLetter>) =>
      world.post({ name: "ci" }, { nick: "ci-bot", text: "one", key: "k1", ...fields });
    expect(send(second)).toEqual(send(first));
  });

  test("to whom is known again when they have another nickname, are gone, or another has theirs", () => {
    const { world, ana } = busyRoom();
    const bob = world.join("bob");
    const send = (to: string) => world.post({ name: "ci" }, { ...letter("psst", "k1"), to });
    const first = send("bob");
    bob.send({ type: "nick", nick: "bobby" });
    for (const to of ["bob", "bobby", bobsUid]) expect(send(to)).toEqual(first);
    bob.send({ type: "leave" });
    for (const to of ["bob", bobsUid]) expect(send(to)).toEqual(first);
    world.join("eve", { nick: "bob" });
    for (const to of ["bob", bobsUid]) expect(send(to)).toEqual(first);
    expect(send(uidOf("eve"))).toMatchObject(reused);
    expect(ana.history().events).toEqual([]);
  });

  test.each<[string, (poster: Peer) => unknown]>([
    ["edited", (poster) => poster.edit(1, "uno")],
    ["deleted", (poster) => poster.remove(1)],
  ])("what was first posted counts, though it is %s since", (_, change) => {
    const world = new RoomWorld();
    const poster = world.join("ci", { nick: "ci-bot" });
    const post = (text: string) => world.post({ name: "ci" }, letter(text, "k1"));
    const first = post("one");
    change(poster);
    for (const _ of ["at once", "after a crash"]) {
      expect(post("one")).toEqual(first);
      expect(post("uno")).toMatchObject(reused);
      world.crash();
    }
  });

  test("without a token, the nickname tells apart who shares an address", () => {
    const { world } = busyRoom();
    const post = (nick: string, text: string, address = "nat") =>
      world.post({ address }, { nick, text, key: "build-7" });
    const [one, two] = [post("alpha", "one"), post("omega", "two")];
    expect([one, two]).toMatchObject([{ id: 1 }, { id: 2 }]);
    world.crash();
    expect([post("alpha", "one"), post("ALPHA", "one"), post("omega", "two")]).toEqual([one, one, two]);
    expect([post("alpha", "two"), post("omega", "one")]).toMatchObject([reused, reused]);
    expect(post("alpha", "one", "elsewhere")).toMatchObject({ id: 3 });
  });

  test("under the name of a live client, its first message counts, as long as it can be compared", () => {
    const world = new RoomWorld();
    const ana = world.join("ana", { client: "live" });
    const { id, at } = ana.say("one");
    const post = (text: string) => world.post({ name: "ana" }, letter(text, "live"));
    expect(post("one")).toEqual({ id, at });
    expect(post("two")).toMatchObject(reused);
    ana.edit(id, "uno");
    for (const text of ["one", "uno", "two"]) expect(post(text)).toMatchObject(reused);
  });

  test("under the name of a live client that began with an edit, the post is stored", () => {
    const world = new RoomWorld();
    const { id } = world.join("ana", { client: "first" }).say("one");
    const live = world.join("ana", { client: "live" });
    live.edit(id, "uno");
    const post = () => world.post({ name: "ana" }, letter("two", "live"));
    const posted = post();
    expect(posted).toMatchObject({ id: 3 });
    expect(post()).toEqual(posted);
    world.crash();
    expect(post()).toEqual(posted);
  });

  test("a repeat is answered to who was banned or locked out since, and nothing else is", () => {
    const { world, ana } = busyRoom();
    const calls: Call[] = [{ name: "ci" }, { address: "nat" }];
    const post = (call: Call, text: string) => world.post(call, letter(text, "k1"));
    const first = calls.map((call) => post(call, "one"));
    ana.send({ type: "lock", key: "sesame" });
    expect(calls.map((call) => post(call, "one"))).toEqual(first);
    expect(calls.map((call) => post(call, "two"))).toMatchObject([1, 2].map(() => ({ refused: "locked" })));
    ana.send({ type: "ban", who: uidOf("ci") });
    expect(post({ name: "ci" }, "one")).toEqual(first[0]);
    expect(post({ name: "ci" }, "two")).toMatchObject({ refused: "banned" });
  });

  test("a repeat is answered while its person may not post, and is not free either", () => {
    const { world } = busyRoom({ burst: 3 });
    const post = (text: string, key?: string) => world.post({ name: "ci" }, letter(text, key));
    const first = post("one", "k1");
    for (let full = false; !full; ) full = "refused" in post("more");
    for (let time = 0; time < 30; time++) expect(post("one", "k1")).toEqual(first);
    expect(post("one", "k1")).toMatchObject({ refused: "rate_limited", retryAfter: expect.any(Number) });
    world.pass(1_000);
    expect(post("one", "k1")).toEqual(first);
  });

  test("another key, another person or no key is another post", () => {
    const { world } = busyRoom();
    const calls: [Call, string | undefined][] = [
      [{ name: "ci" }, "k1"],
      [{ name: "ci" }, "k2"],
      [{ name: "cd" }, "k1"],
      [{}, "k1"],
      [{ address: "there" }, "k1"],
      [{ name: "ci" }, undefined],
      [{ name: "ci" }, undefined],
    ];
    const posted = calls.map(([call, key]) => world.post(call, letter("one", key)));
    expect(posted).toMatchObject([1, 2, 3, 4, 5, 6, 7].map((each) => ({ id: each })));
  });

  test("a refused post uses up no key", () => {
    const { world } = busyRoom();
    expect(world.post({ name: "ci" }, { ...letter("one", "k1"), to: "zoe" })).toHaveProperty("refused");
    expect(world.post({ name: "ci" }, letter("one", "k1"))).toMatchObject({ id: 1 });
  });

  test("a repeat is answered even when slow mode would have it wait", () => {
    const { world, ana } = busyRoom();
    ana.send({ type: "slow", seconds: 600 });
    const first = world.post({ name: "ci" }, letter("one", "k1"));
    expect(world.post({ name: "ci" }, letter("one", "k1"))).toEqual(first);
  });

  test("never lowers the number of a client of the same name", () => {
    const world = new RoomWorld({ historyMessages: 2 });
    const ana = world.join("ana", { client: "k1" });
    for (const text of "12345") ana.say(text);
    world.post({ name: "ana" }, { nick: "ana", text: "again", key: "k1" });
    expect(world.welcome("ana", { client: "k1" }).sent).toBe(5);
  });
});

describe("§9.1 reading", () => {
  /** What a caller gets to hear: of the room, its members and its messages. */
  const told = (world: RoomWorld, call: Call) =>
    [world.summarize(call), world.listMembers(call), world.readMessages({}, call)] as const;
  const refused = (code: ErrorCode) => [1, 2, 3].map(() => ({ refused: code }));

  test("an open room, by whomever", () => {
    const { world, ana } = busyRoom();
    ana.send({ type: "topic", text: "tea" });
    const { id: first } = ana.say("oi!");
    ana.say("psst", { to: "bob" });
    for (const call of [{}, { name: "ana" }, { name: "bob" }, { name: "zoe" }]) {
      expect(told(world, call)).toEqual([
        { room: "lobby", topic: "tea", locked: false, members: 2, cursor: 2 },
        {
          members: [
            { nick: "ana", uid: uidOf("ana"), role: "owner" },
            { nick: "bob", uid: uidOf("bob"), role: "member" },
          ],
        },
        {
          events: [
            { type: "message", id: first, at: world.now, nick: "ana", uid: uidOf("ana"), text: "oi!" },
          ],
          more: false,
        },
      ]);
    }
  });

  test("a room that nobody has made, and asking makes none", () => {
    const world = new RoomWorld();
    expect(told(world, {})).toEqual([
      { room: "lobby", topic: "", locked: false, members: 0, cursor: 0 },
      { members: [] },
      { events: [], more: false },
    ]);
    expect(world.store.profile()).toBeUndefined();
  });

  test("a locked room wants its key, but of who is here, held or a mod", () => {
    const { world, ana } = busyRoom();
    ana.send({ type: "lock", key: "sesame" });
    expect(told(world, {})).toMatchObject([{ room: "lobby", locked: true }, ...refused("locked").slice(1)]);
    expect(Object.keys(world.summarize({}))).toEqual(["room", "locked"]);
    expect(told(world, { key: "wrong" })).toMatchObject(refused("bad_key"));
    for (const call of [{ key: "sesame" }, { name: "ana" }, { name: "bob" }, { name: "mona" }]) {
      expect(told(world, call)).toMatchObject([
        { locked: true, members: 2 },
        { members: {} },
        { more: false },
      ]);
    }
  });

  test("wrong keys are counted per address, over posts and joins too", () => {
    const { world, ana } = busyRoom();
    ana.send({ type: "lock", key: "sesame" });
    for (const _ of "123") told(world, { key: "wrong" });
    expect(world.post({ key: "wrong" }, { nick: "script", text: "a" })).toMatchObject({ refused: "bad_key" });
    expect(told(world, { key: "sesame" })).toMatchObject(refused("rate_limited"));
    expect(world.enter("eve", { key: "sesame" }).take()).toMatchObject([{ code: "rate_limited" }]);
    expect(told(world, { key: "sesame", address: "there" })).toMatchObject([
      { locked: true, members: 2 },
      {},
      {},
    ]);
  });

  test.each<Call>([{ name: "bert" }, { name: "bert", address: "there" }, { address: "banned" }])(
    "not who is banned: %j",
    (call) => {
      expect(told(busyRoom().world, call)).toMatchObject(refused("banned"));
    },
  );

  test("pages are those of history, edits and deletions of public messages among them", () => {
    const { world, ana } = busyRoom({ burst: 100 });
    for (const text of ["one", "two", "three"]) ana.say(text);
    ana.say("psst", { to: "bob" });
    ana.edit(1, "uno");
    ana.edit(4, "psssst");
    ana.remove(2);
    const page = (range: object) => {
      const read = world.readMessages(range);
      return "events" in read ? [read.events.map((event) => event.id), read.more] : read;
    };
    expect(page({})).toEqual([[1, 2, 3], false]);
    expect(page({ limit: 2 })).toEqual([[2, 3], true]);
    expect(page({ before: 3, limit: 1 })).toEqual([[2], true]);
    expect(page({ after: 0 })).toEqual([[1, 2, 3, 5, 7], false]);
    expect(page({ after: 3, limit: 1 })).toEqual([[5], true]);
  });
});
