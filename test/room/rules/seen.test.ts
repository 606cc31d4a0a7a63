import { describe, expect, test } from "vitest";
import { type Peer, RoomWorld } from "../../support/room/room-world.ts";
import { uidOf } from "../../support/token-of.ts";

/** Nine things were said in a room where ana is with three clients, and bob. */
function roomOfTwo(settings = {}) {
  const world = new RoomWorld({ burst: 100, ...settings });
  const bob = world.join("bob");
  const [one, two, three] = ["one", "two", "three"].map((client) => world.join("ana", { client }));
  if (!one || !two || !three) throw new Error("Nobody is here.");
  for (let nth = 1; nth <= 9; nth++) bob.say(`text ${nth}`);
  for (const peer of [one, two, three, bob]) peer.take();
  return { world, bob, one, two, three };
}

const seen = (id: number) => ({ type: "seen", id }) as const;
const seenBy = (world: RoomWorld) => world.store.seen.of(uidOf("ana"));

describe("§5.11 seen", () => {
  test("is told to the person's other clients, and to nobody else", () => {
    const { one, two, three, bob } = roomOfTwo();
    expect(one.send(seen(4))).toEqual([]);
    expect([two, three, bob].map((peer) => peer.take())).toEqual([[seen(4)], [seen(4)], []]);
  });

  test("stands in each further welcome of theirs, and in nobody else's", () => {
    const { world, one } = roomOfTwo();
    expect(world.welcome("ana", { client: "four" }).seen).toBe(0);
    one.send(seen(4));
    expect(world.welcome("ana", { client: "five" }).seen).toBe(4);
    expect(world.welcome("ana", { client: "one" }).seen).toBe(4);
    expect(world.welcome("bob", { client: "two" }).seen).toBe(0);
  });

  test.each([
    ["the same again", 4],
    ["less", 3],
    ["nothing at all", 0],
  ])("only grows: %s is no news", (_, id) => {
    const { world, one, two } = roomOfTwo();
    one.send(seen(4));
    world.pass(1_000);
    two.take();
    expect([...one.send(seen(id)), ...two.take()]).toEqual([]);
    world.pass(1_000);
    expect(two.take()).toEqual([]);
    expect(world.welcome("ana", { client: "four" }).seen).toBe(4);
  });

  test.each([[10], [Number.MAX_SAFE_INTEGER], [-1], [1.5], ["4"], [null], [undefined]])(
    "%j is bad_frame",
    (id) => {
      const { world, one, two } = roomOfTwo();
      const refusal = {
        type: "error",
        code: "bad_frame",
        of: "seen",
        detail: "bad_field",
        params: { field: "id" },
      };
      expect(one.sendRaw(JSON.stringify({ type: "seen", id }))).toMatchObject([refusal]);
      expect(two.take()).toEqual([]);
      expect(world.welcome("ana", { client: "four" }).seen).toBe(0);
    },
  );

  test("in a room where nothing was said, there is nothing to have read", () => {
    const ana = new RoomWorld().join("ana");
    expect(ana.send(seen(0))).toEqual([]);
    expect(ana.send(seen(1))).toMatchObject([{ code: "bad_frame" }]);
  });

  test("takes no token, and whoever waits to be let in has read nothing", () => {
    const { world, one } = roomOfTwo({ burst: 10 });
    for (let token = 1; token <= 10; token++) one.say("oi!");
    for (let nth = 0; nth < 1_000; nth++) expect(one.send(seen(nth % 9))).toEqual([]);
    expect(world.connect().send(seen(1))).toMatchObject([{ code: "not_joined" }]);
  });

  test("is told once a second at most, the newest then, but to who told it", () => {
    const { world, one, two, three } = roomOfTwo();
    for (const id of [1, 2, 3]) one.send(seen(id));
    two.hand(seen(5));
    one.send(seen(4));
    const all = () => [one, two, three].map((peer) => peer.take());
    expect(all()).toEqual([[], [seen(1)], [seen(1)]]);
    world.pass(999);
    expect(all()).toEqual([[], [], []]);
    world.pass(1);
    expect(all()).toEqual([[seen(5)], [], [seen(5)]]);
    one.send(seen(6));
    world.pass(999);
    expect(all()).toEqual([[], [], []]);
    world.pass(1);
    expect(all()).toEqual([[], [seen(6)], [seen(6)]]);
    world.pass(5_000);
    one.send(seen(7));
    expect(all()).toEqual([[], [seen(7)], [seen(7)]]);
  });

  test("each person for themselves", () => {
    const { world, one, two, bob } = roomOfTwo();
    const other = world.join("bob", { client: "two" });
    one.send(seen(1));
    bob.send(seen(2));
    expect([two.take(), other.take()]).toEqual([[seen(1)], [seen(2)]]);
  });

  test("whoever comes while it waits to be told knows it", () => {
    const { world, one } = roomOfTwo();
    one.send(seen(1));
    one.send(seen(8));
    expect(world.welcome("ana", { client: "four" }).seen).toBe(8);
  });
});

describe("§5.11 on the disk", () => {
  const ways: [string, (room: { one: Peer; bob: Peer }) => unknown][] = [
    ["they leave", ({ one }) => one.send({ type: "leave" })],
    ["they lose the connection", ({ one }) => one.lose()],
    ["they are kicked", ({ bob }) => bob.send({ type: "kick", who: "ana" })],
    ["they are banned", ({ bob }) => bob.send({ type: "ban", who: "ana" })],
    ["they flood", ({ one }) => Array.from({ length: 300 }, () => one.sendRaw("{"))],
  ];

  test.each(ways)("it is there once %s, with their last client, and not before", (_, end) => {
    const { world, bob, one, two, three } = roomOfTwo();
    one.send(seen(4));
    one.send(seen(5));
    two.send({ type: "leave" });
    three.lose();
    expect(seenBy(world)).toBe(0);
    end({ one, bob });
    expect(seenBy(world)).toBe(5);
    world.crash();
    world.pass(60_000);
    expect(world.store.seen.of(uidOf("bob"))).toBe(0);
    expect(seenBy(world)).toBe(5);
  });

  test("whoever comes back goes on from it, held or gone, and after a crash", () => {
    for (const wait of [1_000, 60_000]) {
      for (const happens of [() => {}, (world: RoomWorld) => world.crash()]) {
        const { world, one, two, three } = roomOfTwo();
        one.send(seen(4));
        for (const peer of [one, two, three]) peer.lose();
        happens(world);
        world.pass(wait);
        const back = world.enter("ana");
        expect(back.take()[0]).toMatchObject({ type: "welcome", seen: 4 });
        expect(back.send(seen(3))).toEqual([]);
        expect(world.welcome("ana", { client: "two" }).seen).toBe(4);
      }
    }
  });

  test("a client that takes the place of an older one carries it on", () => {
    const { world, one, two, three } = roomOfTwo();
    one.send(seen(4));
    for (const peer of [two, three]) peer.lose();
    world.pass(1_000);
    const again = world.join("ana", { client: "one" });
    world.hibernate();
    expect(world.welcome("ana", { client: "two" }).seen).toBe(4);
    expect(seenBy(world)).toBe(0);
    again.lose();
  });

  test("hibernation forgets nothing, whichever client told it", () => {
    const { world, one, two, three } = roomOfTwo();
    one.send(seen(4));
    one.send(seen(6));
    world.pass(1_000);
    one.lose();
    two.send(seen(5));
    world.hibernate();
    for (const peer of [two, three]) peer.take();
    expect(two.send(seen(6))).toEqual([]);
    expect(three.take()).toEqual([]);
    two.lose();
    three.lose();
    expect(seenBy(world)).toBe(6);
  });

  test("it goes with the messages that it tells of", () => {
    const { world, one, two, three, bob } = roomOfTwo({ historyMessages: 10 });
    one.send(seen(4));
    for (const peer of [one, two, three]) peer.send({ type: "leave" });
    for (let nth = 10; nth <= 13; nth++) bob.say(`text ${nth}`);
    expect([world.store.log.removed(), seenBy(world)]).toEqual([3, 4]);
    bob.say("text 14");
    expect([world.store.log.removed(), seenBy(world)]).toEqual([4, 0]);
    expect(world.welcome("ana").seen).toBe(0);
  });

  test("what a backup lacks, nobody has read", () => {
    const { world, one } = roomOfTwo();
    one.send(seen(9));
    world.pass(1_000);
    world.database.sql.exec("DELETE FROM events WHERE id > ?", 5);
    world.hibernate();
    expect(world.welcome("ana", { client: "two" })).toMatchObject({ cursor: 5, seen: 5 });
  });
});
