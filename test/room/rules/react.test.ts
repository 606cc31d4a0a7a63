import { describe, expect, test } from "vitest";
import type { ErrorCode } from "../../../src/protocol/error.ts";
import type { EventOf, Message, RoomEvent } from "../../../src/protocol/event.ts";
import { LIMITS, ROOM_LIMITS } from "../../../src/protocol/limits.ts";
import { type Peer, RoomWorld } from "../../support/room/room-world.ts";
import { uidOf } from "../../support/token-of.ts";

const FAST = { burst: 1_000_000, perSecond: 1_000_000 };

/** ana is the owner, bob and eve members. Messages 1 (bob's), 2 (bob to eve), 3 (bob's, deleted with 4). */
function roomWithMessages(settings: ConstructorParameters<typeof RoomWorld>[0] = FAST) {
  const world = new RoomWorld(settings);
  const people = { ana: world.join("ana"), bob: world.join("bob"), eve: world.join("eve") };
  people.bob.say("public");
  people.bob.say("private", { to: "eve" });
  people.bob.remove(people.bob.say("gone").id);
  for (const peer of Object.values(people)) peer.take();
  return { world, ...people };
}

/** What a reaction is answered, and nothing of what others did before. */
function react(peer: Peer, ...reaction: Parameters<Peer["react"]>): RoomEvent[] {
  peer.take();
  return peer.react(...reaction);
}

const reactionsTo = (peer: Peer, id: number) =>
  peer.history().events.find((event): event is Message => event.id === id)?.reactions;

const reacted = (events: readonly RoomEvent[]) =>
  events.filter((event): event is EventOf<"reacted"> => event.type === "reacted");

/** Replayed reactions, in short: id, emoji, count. */
const short = (events: readonly RoomEvent[]) =>
  reacted(events).map(({ id, emoji, on, count }) => `${id} ${on ? "" : "-"}${emoji} ${count}`);

type Name = "ana" | "bob" | "eve";

describe("§5.12 whoever sees a message may react to it", () => {
  test.each<[who: Name, id: number, outcome: ErrorCode | "stored"]>([
    ["bob", 1, "stored"],
    ["ana", 1, "stored"],
    ["bob", 2, "stored"],
    ["eve", 2, "stored"],
    ["ana", 2, "no_such_message"],
    ["ana", 3, "no_such_message"],
    ["bob", 3, "no_such_message"],
    ["bob", 4, "no_such_message"],
    ["bob", 9, "no_such_message"],
  ])("%s, message %i: %s", (who, id, outcome) => {
    const peer = roomWithMessages()[who];
    const cid = peer.nextCid;
    const [answer] = react(peer, id, "👍");
    expect(answer).toMatchObject(
      outcome === "stored"
        ? { type: "stored", cid, id: 5 }
        : { type: "error", code: outcome, of: "react", cid },
    );
    expect(peer.nextCid).toBe(outcome === "stored" ? cid + 1 : cid);
  });

  test("of a public message everybody hears, of a private one its two parties", () => {
    const { world, ana, bob, eve } = roomWithMessages();
    const event = {
      ...{ type: "reacted", id: 5, target: 1, emoji: "👍", on: true, count: 1 },
      ...{ by: "ana", byUid: uidOf("ana"), at: world.now },
    };
    expect(react(ana, 1, "👍")).toEqual([{ type: "stored", cid: 1, id: 5 }, event]);
    for (const peer of [bob, eve]) expect(peer.take()).toEqual([event]);
    react(eve, 2, "❤️");
    expect(bob.take()).toMatchObject([{ type: "reacted", target: 2, by: "eve" }]);
    expect(ana.take()).toEqual([]);
    const late = (name: Name) => short(world.welcome(name, { client: "late", after: 5 }).events);
    expect([late("ana"), late("bob"), late("eve")]).toEqual([[], ["6 ❤️ 1"], ["6 ❤️ 1"]]);
  });
});

describe("§5.12 one emoji of Unicode's RGI set", () => {
  test.each(["👍", "👍🏽", "❤️", "1️⃣", "🇧🇷", "🏴󠁧󠁢󠁥󠁮󠁧󠁿", "👨‍👩‍👧‍👦", "🏳️‍🌈", "🧑🏽‍❤️‍🧑🏿", "☺️", "©️"])(
    "takes %s",
    (emoji) => {
      expect(react(roomWithMessages().ana, 1, emoji)).toMatchObject([
        { type: "stored" },
        { emoji, count: 1 },
      ]);
    },
  );
  test.each([
    ...["", " ", "x", "1", "👍👍", "👍 ", " 👍", "👍\n", "a👍", "❤", "☺", "🇧", "🇽🇽", "👍️", "🧑‍", "\u200d"],
    ...["\ufe0f", "🏴󠁧󠁢󠁸󠁸󠁸󠁿", "\ud83d", ":+1:", "👍".repeat(1_000)],
  ])("and not %j", (emoji) => {
    const { ana } = roomWithMessages();
    expect(react(ana, 1, emoji)).toMatchObject([
      { type: "error", code: "bad_text", detail: "not_an_emoji", of: "react", cid: 1 },
    ]);
    expect(react(ana, 1, emoji, false)).toMatchObject([{ code: "bad_text" }]);
  });
});

describe("§5.12 the present form", () => {
  test("has each emoji in the order of its first use, with the reader's own", () => {
    const { world, ana, bob, eve } = roomWithMessages();
    react(bob, 1, "👍");
    react(ana, 1, "❤️");
    react(eve, 1, "👍");
    const like = { emoji: "👍", count: 2, who: [uidOf("bob"), uidOf("eve")] };
    const heart = { emoji: "❤️", count: 1, who: [uidOf("ana")] };
    const forAna = [like, { ...heart, me: true }];
    expect(reactionsTo(ana, 1)).toEqual(forAna);
    expect(reactionsTo(bob, 1)).toEqual([{ ...like, me: true }, heart]);
    expect(ana.search("public").events).toMatchObject([{ id: 1, reactions: forAna }]);
    expect(world.welcome("ana", { client: "two" }).events[0]).toMatchObject({ id: 1, reactions: forAna });
    const read = world.readMessages({}, { name: "ana" });
    expect(read).toMatchObject({ events: [{ id: 1, reactions: [like, heart] }, { id: 3 }] });
    expect(JSON.stringify(read)).not.toContain('"me"');
  });

  test("an emoji that nobody has any more is gone, and new when it comes again", () => {
    const { ana, bob } = roomWithMessages();
    react(ana, 1, "👍");
    react(ana, 1, "❤️");
    expect(react(ana, 1, "👍", false).at(-1)).toMatchObject({ on: false, count: 0 });
    react(bob, 1, "👍");
    expect(reactionsTo(bob, 1)?.map(({ emoji }) => emoji)).toEqual(["❤️", "👍"]);
    react(ana, 1, "❤️", false);
    react(bob, 1, "👍", false);
    const message = bob.history().events[0];
    expect(message).toMatchObject({ id: 1 });
    expect(message).not.toHaveProperty("reactions");
  });

  test("who reacts again stays where they were, and it is stored", () => {
    const { ana, bob } = roomWithMessages();
    react(ana, 1, "👍");
    react(bob, 1, "👍");
    expect(react(ana, 1, "👍")).toMatchObject([
      { type: "stored", id: 7 },
      { id: 7, on: true, count: 2 },
    ]);
    expect(react(ana, 1, "❤️", false)).toMatchObject([
      { type: "stored", id: 8 },
      { on: false, count: 0 },
    ]);
    expect(reactionsTo(ana, 1)).toEqual([
      { emoji: "👍", count: 2, me: true, who: [uidOf("ana"), uidOf("bob")] },
    ]);
  });

  test("names the newest ten", () => {
    const { world, ana } = roomWithMessages();
    const names = Array.from({ length: 12 }, (_, index) => `p${index}`);
    for (const name of names) world.join(name.padEnd(3, "x")).react(1, "👍");
    const [like] = reactionsTo(ana, 1) ?? [];
    expect(like).toMatchObject({ count: 12 });
    expect(like?.who).toEqual(names.slice(-LIMITS.reactors).map((name) => uidOf(name.padEnd(3, "x"))));
  });

  test("an edit keeps reactions, a deletion removes them from everywhere", () => {
    const { world, ana, bob } = roomWithMessages();
    react(ana, 1, "👍");
    bob.edit(1, "new");
    expect(bob.history().events[0]).toMatchObject({ text: "new", reactions: [{ emoji: "👍" }] });
    bob.remove(1);
    const all = [...bob.history().events, ...bob.history({ after: 0 }).events];
    expect(reacted(all)).toEqual([]);
    expect(JSON.stringify(all)).not.toContain("👍");
    expect(world.store.log.find(1, "")?.reactions).toBeUndefined();
    expect(react(ana, 1, "👍", false)).toMatchObject([{ code: "no_such_message" }]);
  });

  test("survives a crash", () => {
    const { world, ana } = roomWithMessages();
    react(ana, 1, "👍");
    world.crash();
    const back = world.join("ana");
    expect(reactionsTo(back, 1)).toMatchObject([{ emoji: "👍", count: 1, me: true }]);
    expect(back.nextCid).toBe(2);
  });
});

describe("§5.7 in replay and history with after", () => {
  test("the count is the present one, and only the newest word of each person and emoji is told", () => {
    const { world, ana, bob } = roomWithMessages();
    react(ana, 1, "👍"); // 5
    react(ana, 1, "👍", false); // 6
    react(bob, 1, "❤️"); // 7
    react(ana, 1, "👍"); // 8
    react(bob, 1, "👍"); // 9
    react(bob, 1, "❤️", false); // 10
    react(bob, 1, "❤️", false); // 11
    react(ana, 1, "👍"); // 12
    const told = ["9 👍 2", "11 -❤️ 0", "12 👍 2"];
    expect(short(world.welcome("eve", { client: "late", after: 4 }).events)).toEqual(told);
    expect(short(ana.history({ after: 4 }).events)).toEqual(told);
    const pages = (limit: number) => {
      const all: RoomEvent[] = [];
      for (let after = 4, more = true; more; ) {
        const page = ana.history({ after, limit });
        all.push(...page.events);
        ({ more } = page);
        after = page.after ?? after;
      }
      return short(all);
    };
    for (const limit of [1, 2, 3]) expect(pages(limit)).toEqual(told);
  });

  test("however often somebody changes their mind, a page is filled", () => {
    const { ana, bob } = roomWithMessages();
    for (let round = 0; round < 300; round++) react(ana, 1, "👍", round % 2 === 0);
    const { id } = bob.say("at last");
    const page = ana.history({ after: 4, limit: 2 });
    expect(page).toMatchObject({ events: [{ type: "reacted", on: false }, { id }], more: false });
  });

  test("more that were taken back than a message remembers are told once more, and rightly", () => {
    const { ana } = roomWithMessages();
    const emojis = Array.from({ length: 26 }, (_, index) => String.fromCodePoint(0x1f600 + index));
    for (let round = 0; round < 6; round++)
      for (const emoji of emojis) {
        react(ana, 1, emoji);
        react(ana, 1, emoji, false);
      }
    const told = reacted(ana.history({ after: 4, limit: 200 }).events);
    expect(told.filter(({ on, count }) => on || count !== 0)).toEqual([]);
    expect(new Set(told.map(({ emoji }) => emoji)).size).toBe(emojis.length);
  });
});

describe("§5.12 bounds", () => {
  const emojis = Array.from({ length: ROOM_LIMITS.emojis + 1 }, (_, index) =>
    String.fromCodePoint(0x1f600 + index),
  );

  test("a message has so many different emoji; what adds none goes on", () => {
    const { ana, bob } = roomWithMessages();
    const [first = "", ...others] = emojis;
    const last = others.pop() ?? "";
    for (const emoji of [first, ...others]) react(ana, 1, emoji);
    const refused = { code: "forbidden", detail: "too_many_emojis", params: { most: ROOM_LIMITS.emojis } };
    expect(react(bob, 1, last)).toMatchObject([refused]);
    expect(react(bob, 1, last, false)).toMatchObject([{ type: "stored" }, { on: false, count: 0 }]);
    expect(react(bob, 1, first)).toMatchObject([{ type: "stored" }, { count: 2 }]);
    react(ana, 1, others[0] ?? "", false);
    expect(react(bob, 1, last)).toMatchObject([{ type: "stored" }, { count: 1 }]);
  });

  test("a message has so many reactions; what changes nothing, and taking back, goes on", () => {
    const { world, ana, bob } = roomWithMessages();
    const uids = Array.from({ length: ROOM_LIMITS.reactions - 1 }, (_, index) => [
      String(index).padStart(12, "0"),
      index + 10,
    ]);
    world.store.log.putReactions(1, JSON.stringify({ on: [["👍", uids]], off: [] }));
    expect(react(ana, 1, "👍")).toMatchObject([{ type: "stored" }, { count: ROOM_LIMITS.reactions }]);
    const refused = { code: "forbidden", detail: "too_many_reactions" };
    expect(react(bob, 1, "👍")).toMatchObject([refused]);
    expect(react(bob, 1, "❤️")).toMatchObject([refused]);
    expect(react(ana, 1, "👍")).toMatchObject([{ type: "stored" }, { count: ROOM_LIMITS.reactions }]);
    expect(react(bob, 1, "👍", false)).toMatchObject([{ type: "stored" }, { count: ROOM_LIMITS.reactions }]);
    react(ana, 1, "👍", false);
    expect(react(bob, 1, "❤️")).toMatchObject([{ type: "stored" }, { count: 1 }]);
  });
});

describe("§5.1 and §11.8 a reaction is a numbered command, and no speech", () => {
  test("a repeat is acknowledged, and nothing else happens", () => {
    const { ana, bob } = roomWithMessages();
    const react = { type: "react", cid: 1, id: 1, emoji: "👍" } as const;
    ana.send(react);
    bob.take();
    expect(ana.send(react)).toEqual([{ type: "stored", cid: 1 }]);
    expect(ana.send({ ...react, cid: 3 })).toMatchObject([{ code: "out_of_order", of: "react" }]);
    expect(bob.take()).toEqual([]);
  });

  test("slow mode does not hold it up, and it holds nobody up", () => {
    const { ana, bob } = roomWithMessages();
    ana.send({ type: "slow", seconds: 60 });
    bob.take();
    expect(react(bob, 1, "👍")).toMatchObject([{ type: "stored" }, { type: "reacted" }]);
    const { eve } = roomWithMessages();
    react(eve, 1, "👍");
    expect(eve.say("hello").text).toBe("hello");
  });

  test("a day's bound counts it", () => {
    const { ana, bob } = roomWithMessages({ ...FAST, roomMessages: 4 });
    expect(react(ana, 1, "👍")).toMatchObject([{ type: "stored" }, { type: "reacted" }]);
    for (const told of [react(ana, 1, "❤️"), react(bob, 1, "👍", false)])
      expect(told).toMatchObject([{ code: "over_budget", detail: "room_budget", of: "react" }]);
  });
});
