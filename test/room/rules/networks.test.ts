import { describe, expect, test } from "vitest";
import { CLOSE } from "../../../src/protocol/close-code.ts";
import { UNKNOWN_ADDRESS } from "../../../src/room/state/bans.ts";
import { type Peer, RoomWorld } from "../../support/room/room-world.ts";
import { uidOf } from "../../support/token-of.ts";

const MINUTE = 60_000;
const DAY = 1_440 * MINUTE;

/** ana owns the room and mona is a mod, each from elsewhere; zed, of the school, is banned, and zoe and max sit beside him. */
function school(settings = {}) {
  const world = new RoomWorld(settings);
  const ana = world.join("ana", { address: "at ana" });
  const mona = world.join("mona", { address: "at mona" });
  ana.send({ type: "role", who: "mona", role: "mod" });
  const [zed, zoe, max] = ["zed", "zoe", "max"].map((name) => world.join(name, { address: "school" }));
  mona.send({ type: "ban", who: "zed" });
  for (const peer of [ana, mona, zed, zoe, max]) peer?.take();
  return { world, ana, mona, zoe, max };
}

const kept = (mona: Peer) =>
  mona.send({ type: "bans" }).flatMap((event) => (event.type === "bans" ? (event.kept ?? []) : []));

describe("§7.6 who is kept out for somebody of their network", () => {
  test("is told so, and shown to those who may let them in", () => {
    const { world, mona } = school();
    expect(world.enter("eve", { address: "school" }).take()).toMatchObject([
      {
        code: "banned",
        detail: "network_banned",
        message: expect.stringContaining("moderator can let you in"),
      },
    ]);
    expect(kept(mona)).toEqual([{ nick: "eve", uid: uidOf("eve"), at: world.now }]);
  });

  test.each(["eve", "EVE", uidOf("eve")])("comes in once a mod allows %s, for good", (who) => {
    const { world, ana, mona, zoe } = school();
    const knock = (name: string) => world.enter(name, { address: "school" }).take();
    knock("eve");
    const allowed = { type: "allowed", nick: "eve", uid: uidOf("eve"), by: "mona", byUid: uidOf("mona") };
    expect(mona.send({ type: "allow", who })).toEqual([{ ...allowed, at: world.now }]);
    expect(ana.take()).toMatchObject([allowed]);
    expect(zoe?.take()).toEqual([]);
    expect(kept(mona)).toEqual([]);
    expect(knock("eve")).toMatchObject([{ type: "welcome" }]);
    world.crash();
    expect(knock("eve")).toMatchObject([{ type: "welcome" }]);
    expect(knock("eva")).toMatchObject([{ detail: "network_banned" }]);
  });

  test.each<[string, string, string]>([
    ["mona", "nobody", "no_such_nick"],
    ["mona", uidOf("zed"), "no_such_nick"],
    ["zoe", "eve", "forbidden"],
  ])("%s allows %s: %s", (by, who, code) => {
    const { world, mona, zoe } = school();
    world.enter("eve", { address: "school" });
    expect((by === "mona" ? mona : zoe)?.send({ type: "allow", who })).toMatchObject([{ code, of: "allow" }]);
  });

  test("the newest 50 of the last day are kept in mind, each once", () => {
    const { world, mona } = school({ burst: 1_000 });
    for (let person = 0; person < 60; person++) {
      for (let time = 0; time < 2; time++) world.enter(`x${person}x`, { address: "school" });
    }
    expect(kept(mona).map(({ nick }) => nick)).toEqual(
      Array.from({ length: 50 }, (_, place) => `x${place + 10}x`),
    );
    world.clock.advance(DAY);
    expect(kept(mona)).toEqual([]);
  });

  test("a ban in person ends what was allowed", () => {
    const { world, mona } = school();
    const knock = () => world.enter("eve", { address: "school" }).take();
    knock();
    mona.send({ type: "allow", who: "eve" });
    knock();
    mona.send({ type: "ban", who: "eve" }, { type: "unban", who: "eve" });
    expect(knock()).toMatchObject([{ detail: "network_banned" }]);
  });

  test("by plain HTTP hears the same", () => {
    const { world, mona } = school();
    expect(world.post({ name: "eve", address: "school" }, { nick: "eve", text: "oi!" })).toMatchObject({
      ...{ refused: "banned", detail: "network_banned" },
    });
    expect(kept(mona)).toMatchObject([{ nick: "eve" }]);
    world.post({ address: "school" }, { nick: "bot", text: "oi!" });
    expect(kept(mona)).toHaveLength(1);
  });

  test("is let in by uid where several came under one nickname", () => {
    const { world, mona } = school();
    const knock = (name: string) => world.enter(name, { nick: "eve", address: "school" }).take();
    knock("eve");
    knock("mallory");
    expect(mona.send({ type: "allow", who: "eve" })).toMatchObject([
      { code: "forbidden", detail: "several_kept_out" },
    ]);
    expect(mona.send({ type: "allow", who: uidOf("eve") })).toMatchObject([{ type: "allowed" }]);
    expect(knock("mallory")).toMatchObject([{ detail: "network_banned" }]);
    expect(knock("eve")).toMatchObject([{ type: "welcome" }]);
  });

  test("without a token is nobody in particular: a ban of one who posts so is one of the network, for a day", () => {
    const { world } = school();
    const post = (address: string) => world.post({ address }, { nick: "bot", text: "oi!" });
    expect(post("office")).toHaveProperty("id");
    const said = world.readMessages();
    const uid =
      "events" in said ? said.events.flatMap((event) => ("uid" in event ? [event.uid] : [])).at(-1) : "";
    world.room.bans.add({
      ...{ uid: uid ?? "", nick: "bot", by: "ana", byUid: uidOf("ana") },
      at: world.now,
      reason: "spam",
      until: undefined,
      addresses: [],
    });
    expect(post("office")).toMatchObject({
      ...{ refused: "banned", detail: "network_banned", message: expect.stringContaining("with a token") },
    });
    world.clock.advance(DAY);
    expect(post("office")).toHaveProperty("id");
  });

  test("no network that nobody told of is ever kept out", () => {
    const world = new RoomWorld();
    const ana = world.join("ana", { address: "at ana" });
    world.join("zed", { address: UNKNOWN_ADDRESS });
    ana.send({ type: "ban", who: "zed", network: true });
    expect(world.enter("eve", { address: UNKNOWN_ADDRESS }).take()).toMatchObject([{ type: "welcome" }]);
    expect(world.enter("zed", { address: UNKNOWN_ADDRESS }).take()).toMatchObject([{ code: "banned" }]);
  });
});

describe("§7.6 a gang behind one network", () => {
  test("goes with one ban of the network, but for who keeps order or was let in", () => {
    const { world, ana, mona } = school();
    world.enter("eve", { address: "school" });
    mona.send({ type: "allow", who: "eve" });
    const gang = ["gil", "gus", "gem"].map((name) => world.join(name, { address: "far" }));
    const eve = world.join("eve", { address: "school" });
    const mod = world.join("mona", { client: "two", address: "far" });
    gang[2]?.lose();
    ana.take();
    expect(
      ana.send({ type: "ban", who: "gil", network: true }).map((event) => "nick" in event && event.nick),
    ).toEqual(["gil", "gus", "gem"]);
    expect(gang.map((peer) => peer.closed)).toEqual([CLOSE.banned, CLOSE.banned, undefined]);
    expect([eve.closed, mod.closed, mona.closed]).toEqual([undefined, undefined, undefined]);
    expect(
      world.store
        .bans()
        .map(({ nick }) => nick)
        .sort(),
    ).toEqual(["gil", "zed"]);
    expect(world.enter("gus", { address: "far" }).take()).toMatchObject([{ detail: "network_banned" }]);
    expect(world.enter("gus", { address: "home" }).take()).toMatchObject([{ type: "welcome" }]);
  });

  test("does not come back into a locked room by being held", () => {
    const { world, ana, zoe, max } = school();
    ana.send({ type: "lock", key: "sesame" });
    zoe?.lose();
    expect(world.enter("zoe", { address: "school" }).take()).toMatchObject([{ code: "locked" }]);
    expect(world.enter("zoe", { address: "school", key: "sesame" }).take()).toMatchObject([
      { type: "welcome" },
    ]);
    expect(world.enter("max", { address: "school", client: "two" }).take()).toMatchObject([
      { type: "welcome" },
    ]);
    expect(max?.closed).toBeUndefined();
  });

  test("of one that is not locked, who is held may come back", () => {
    const { world, zoe } = school();
    zoe?.lose();
    expect(world.enter("zoe", { address: "school" }).take()).toMatchObject([{ type: "welcome" }]);
  });
});

describe("§8.4 flood control of a network", () => {
  const people = (count: number) => Array.from({ length: count }, (_, place) => `p${place}p`);
  const isStored = (events: readonly { type: string }[]) => events.some(({ type }) => type === "stored");

  test("lets a classroom of 60 talk, each a few messages at once and then one in two seconds", () => {
    const world = new RoomWorld();
    const peers = people(60).map((name) => world.join(name));
    for (const peer of peers) for (let time = 0; time < 5; time++) expect(peer.say("oi!").text).toBe("oi!");
    for (let round = 0; round < 5; round++) {
      world.clock.advance(2_000);
      for (const peer of peers) {
        peer.take();
        expect(peer.say("oi!").text).toBe("oi!");
      }
    }
  });

  test("bounds what one address pushes into a room with however many identities, and nobody else", () => {
    const world = new RoomWorld();
    const ana = world.join("ana", { address: "elsewhere" });
    const gang = people(199).map((name) => world.join(name));
    let stored = 0;
    for (let tick = 0; tick < 50; tick++) {
      for (const peer of gang) {
        if (isStored(peer.send({ type: "say", cid: peer.nextCid, text: "spam" }))) stored++;
      }
      ana.take();
      expect(ana.say("oi!").text).toBe("oi!");
      world.clock.advance(200);
    }
    expect(stored).toBeLessThanOrEqual(300 + 10 * 100);
    expect(stored).toBeGreaterThan(1_000);
  });

  test("has mods speak all the same, and holds for posts", () => {
    const world = new RoomWorld();
    const ana = world.join("ana");
    let posted = 0;
    for (const name of people(400)) if ("id" in world.post({ name }, { nick: name, text: "spam" })) posted++;
    expect(posted).toBe(300);
    ana.take();
    expect(ana.say("order!").text).toBe("order!");
    expect(world.post({ name: "bob", address: "elsewhere" }, { nick: "bob", text: "oi!" })).toHaveProperty(
      "id",
    );
  });
});

describe("§3.9 no place", () => {
  test("tells when to come again", () => {
    const world = new RoomWorld({ maxMembers: 201 });
    world.join("ana", { address: "elsewhere" });
    for (let place = 0; place < 200; place++) world.join(`p${place}p`);
    expect(world.enter("eve").take()).toMatchObject([
      { code: "room_full", detail: "network_full", retryAfter: 2 * MINUTE },
    ]);
    expect(world.enter("eve", { address: "elsewhere" }).take()).toMatchObject([
      { code: "room_full", retryAfter: MINUTE },
    ]);
  });
});

test("§3.6 admin tokens can't be guessed at for long: ten wrong ones a minute and address", () => {
  const world = new RoomWorld({ adminToken: "a token of an admin" });
  const guess = (admin: string, address = "here") =>
    world.enter("eve", { admin, address, nick: "eve" }).take();
  for (let time = 0; time < 10; time++) expect(guess(`${time}`)).toMatchObject([{ code: "forbidden" }]);
  for (const admin of ["wrong", "a token of an admin"]) {
    expect(guess(admin)).toMatchObject([{ code: "rate_limited", retryAfter: MINUTE }]);
  }
  expect(guess("a token of an admin", "elsewhere")).toMatchObject([{ you: { role: "owner" } }]);
  world.clock.advance(MINUTE);
  expect(guess("wrong")).toMatchObject([{ code: "forbidden" }]);
});
