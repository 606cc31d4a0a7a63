import { describe, expect, test } from "vitest";
import { CLOSE } from "../../../src/protocol/close-code.ts";
import { type Peer, RoomWorld } from "../../support/room/room-world.ts";
import { uidOf } from "../../support/token-of.ts";

const left = (nick: string, why: string) => ({ type: "left", nick, uid: uidOf(nick), why });

/** ana and bob are in a room, and bob has read everything. */
function roomOfTwo(settings = {}) {
  const world = new RoomWorld(settings);
  const ana = world.join("ana");
  const bob = world.join("bob");
  for (const peer of [ana, bob]) peer.take();
  return { world, ana, bob };
}

const roster = (world: RoomWorld) => Array.from(world.room.people, ({ nick }) => nick);

describe("§4.1 leave", () => {
  test("closes the socket, tells the others and frees the nickname at once", () => {
    const { world, ana, bob } = roomOfTwo();
    expect(ana.send({ type: "leave" })).toEqual([]);
    expect(ana.closed).toBe(CLOSE.left);
    expect(bob.take()).toEqual([{ ...left("ana", "left"), at: world.now }]);
    expect(world.welcome("eve", { nick: "ana" }).members.map(({ uid }) => uid)).toEqual([
      uidOf("bob"),
      uidOf("eve"),
    ]);
  });

  test("of one socket of several, nobody sees", () => {
    const { world, ana, bob } = roomOfTwo();
    const two = world.join("ana", { client: "two" });
    ana.send({ type: "leave" });
    expect([ana.closed, two.closed]).toEqual([CLOSE.left, undefined]);
    expect([...bob.take(), ...two.take()]).toEqual([]);
    two.send({ type: "leave" });
    expect(bob.take()).toMatchObject([left("ana", "left")]);
  });

  test("§3.9 whatever comes after it counts for nothing", () => {
    const { ana, bob } = roomOfTwo();
    ana.send({ type: "leave" }, { type: "say", cid: 1, text: "ghost" }, { type: "nick", nick: "ghost" });
    ana.lose();
    expect(bob.take()).toMatchObject([left("ana", "left")]);
  });

  test("after a lost socket of theirs, too, they have left", () => {
    const { world, ana, bob } = roomOfTwo();
    const two = world.join("ana", { client: "two" });
    two.lose();
    ana.send({ type: "leave" });
    expect(bob.take()).toMatchObject([left("ana", "left")]);
  });
});

describe("§4.1 leave with a reason", () => {
  const told = (reason: unknown, settings = {}) => {
    const { ana, bob } = roomOfTwo(settings);
    ana.sendRaw(JSON.stringify({ type: "leave", reason }));
    expect(ana.closed).toBe(CLOSE.left);
    return bob.take();
  };

  test.each(["tea", `té 🦜\n${"x".repeat(195)}`])("tells the others: %j", (reason) => {
    expect(told(reason)).toMatchObject([{ ...left("ana", "left"), reason }]);
  });

  test.each([[""], ["  "], ["\u0007"], ["x".repeat(201)], [5], [null], [["tea"]]])(
    "that can't be told leaves it out, and leaves: %j",
    (reason) => {
      const [event, ...others] = told(reason);
      expect([event, others]).toMatchObject([left("ana", "left"), []]);
      expect(event).not.toHaveProperty("reason");
    },
  );

  test("tells none in slow mode, where a message would be refused", () => {
    const { world, ana, bob } = roomOfTwo();
    ana.send({ type: "slow", seconds: 60 });
    bob.say("one");
    ana.take();
    bob.send({ type: "leave", reason: "two" });
    expect(ana.take()).toMatchObject([{ type: "left", nick: "bob" }]);
    world.pass(60_000);
    const eve = world.join("eve");
    eve.send({ type: "leave", reason: "three" });
    expect(ana.take().at(-1)).toMatchObject({ ...left("eve", "left"), reason: "three" });
  });

  test("tells none where flood control would refuse a message", () => {
    const { ana, bob } = roomOfTwo({ burst: 1 });
    ana.say("one");
    bob.take();
    ana.send({ type: "leave", reason: "two" });
    const [event] = bob.take();
    expect(event).toMatchObject(left("ana", "left"));
    expect(event).not.toHaveProperty("reason");
  });
});

test("§3.9 whatever comes from a lost socket counts for nothing", () => {
  const { ana, bob } = roomOfTwo();
  ana.lose();
  ana.send({ type: "say", cid: 1, text: "ghost" }, { type: "nick", nick: "ghost" });
  expect(bob.take()).toEqual([]);
});

describe("§4.2 hold", () => {
  const ways: [string, (world: RoomWorld, ana: Peer) => unknown][] = [
    ["a lost connection", (_, ana) => ana.lose()],
    ["flooding", (_, ana) => Array.from({ length: 110 }, () => ana.sendRaw("{"))],
    [
      "the last of several connections",
      (world, ana) => {
        const two = world.join("ana", { client: "two" });
        ana.lose();
        two.lose();
      },
    ],
  ];
  describe.each(ways)("after %s", (_, end) => {
    test("who comes back in time was never gone", () => {
      const { world, ana, bob } = roomOfTwo();
      end(world, ana);
      world.pass(29_000);
      expect(roster(world)).toEqual(["ana", "bob"]);
      world.join("ana");
      world.pass(60_000);
      expect(bob.take()).toEqual([]);
      expect(roster(world)).toEqual(["ana", "bob"]);
    });

    test("who doesn't is lost", () => {
      const { world, ana, bob } = roomOfTwo();
      end(world, ana);
      world.pass(31_000);
      expect(bob.take()).toMatchObject([left("ana", "lost")]);
      expect(roster(world)).toEqual(["bob"]);
      expect(world.welcome("ana").you.nick).toBe("ana");
      expect(bob.take()).toMatchObject([{ type: "joined", nick: "ana" }]);
    });
  });

  test("as long as the deployment says, or not at all", () => {
    for (const [nickHold, waited, told] of [
      [5_000, 4_900, 0],
      [5_000, 6_000, 1],
      [0, 1_000, 1],
    ] as const) {
      const { world, ana, bob } = roomOfTwo({ nickHold });
      ana.lose();
      world.pass(waited);
      expect(bob.take()).toHaveLength(told);
    }
  });

  test("each of several is held from their own end", () => {
    const { world, ana, bob } = roomOfTwo();
    const eve = world.join("eve");
    ana.lose();
    world.pass(20_000);
    eve.lose();
    bob.take();
    world.pass(11_000);
    expect(bob.take()).toMatchObject([left("ana", "lost")]);
    world.pass(20_000);
    expect(bob.take()).toMatchObject([left("eve", "lost")]);
  });

  test("what was said to somebody held reaches them when they are back", () => {
    const { world, ana, bob } = roomOfTwo();
    bob.lose();
    ana.say("wake up", { to: "bob" });
    expect(world.welcome("bob", { after: 0 }).events).toMatchObject([
      { text: "wake up", to: { nick: "bob" } },
    ]);
  });
});

describe("§4.3 a crash", () => {
  test("everybody is held from that moment", () => {
    const { world } = roomOfTwo();
    world.pass(100_000);
    world.crash();
    expect(roster(world)).toEqual(["ana", "bob"]);
    world.pass(29_000);
    const bob = world.join("bob");
    expect(bob.take()).toEqual([]);
    world.pass(2_000);
    expect(bob.take()).toMatchObject([left("ana", "lost")]);
    expect(roster(world)).toEqual(["bob"]);
  });

  test("who was held already is held no longer for it", () => {
    const { world, ana } = roomOfTwo();
    ana.lose();
    world.pass(20_000);
    world.crash();
    world.pass(11_000);
    expect(roster(world)).toEqual(["bob"]);
  });

  test("roles, bans, topic, lock and slow mode survive it", () => {
    const { world, ana } = roomOfTwo();
    world.join("eve");
    ana.send({ type: "role", who: "bob", role: "mod" }, { type: "ban", who: "eve", reason: "spam" });
    ana.send({ type: "topic", text: "tea" }, { type: "lock", key: "sesame" }, { type: "slow", seconds: 9 });
    world.crash();
    expect(world.welcome("ana")).toMatchObject({
      you: { role: "owner" },
      members: [{ nick: "ana" }, { nick: "bob", role: "mod" }],
      ...{ topic: "tea", locked: true, slow: 9 },
    });
    expect(world.enter("eve", { key: "sesame" }).take()).toMatchObject([{ code: "banned" }]);
    expect(world.enter("zoe", { address: "elsewhere" }).take()).toMatchObject([{ code: "locked" }]);
  });

  test("hibernation ends nothing: who has a socket is still here", () => {
    const { world, ana, bob } = roomOfTwo();
    ana.say("before");
    bob.take();
    world.hibernate();
    world.pass(60_000);
    expect(bob.take()).toEqual([]);
    ana.say("after");
    expect(bob.take()).toMatchObject([{ type: "message", text: "after" }]);
    expect(world.listMembers()).toMatchObject({ members: [{ nick: "ana" }, { nick: "bob" }] });
  });
});

test("§4.4 one member's end touches nobody else", () => {
  for (const end of [
    (ana: Peer) => ana.lose(),
    (ana: Peer) => ana.send({ type: "leave" }),
    (ana: Peer) => Array.from({ length: 110 }, () => ana.sendRaw("{")),
  ]) {
    const { ana, bob } = roomOfTwo();
    end(ana);
    expect(bob.closed).toBeUndefined();
    expect(bob.say("still here").text).toBe("still here");
  }
});
