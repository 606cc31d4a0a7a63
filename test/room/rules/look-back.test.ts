import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { EventOf, RoomEvent } from "../../../src/protocol/event.ts";
import type { MessagePage } from "../../../src/protocol/http-answer.ts";
import { ROOM_LIMITS } from "../../../src/protocol/limits.ts";
import { isReadable } from "../../../src/protocol/text/text.ts";
import { type Peer, RoomWorld } from "../../support/room/room-world.ts";

const FAST = { burst: 1_000_000, perSecond: 1_000_000 };

const ids = (events: readonly RoomEvent[]) => events.map((event) => ("id" in event ? event.id : undefined));
const range = (first: number, last: number) =>
  Array.from({ length: Math.max(0, last - first + 1) }, (_, at) => first + at);

/** ana has said 1 to `count`. */
function roomOf(count: number, settings = {}) {
  const world = new RoomWorld({ ...FAST, ...settings });
  const ana = world.join("ana");
  for (let time = 1; time <= count; time++) ana.say(`text ${time}`);
  return { world, ana };
}

const bytesOf = (events: readonly RoomEvent[]) => new TextEncoder().encode(JSON.stringify(events)).length;

describe("§6.1 history", () => {
  type Case = [title: string, range: object, first: number, last: number, more: boolean];
  const cases: Case[] = [
    ["the newest 50 where nobody says which", {}, 51, 100, true],
    ["the newest few", { limit: 3 }, 98, 100, true],
    ["the newest before an id", { before: 50, limit: 3 }, 47, 49, true],
    ["all before an id", { before: 4, limit: 3 }, 1, 3, false],
    ["fewer than wanted", { before: 3, limit: 3 }, 1, 2, false],
    ["before the first: none", { before: 1 }, 1, 0, false],
    ["before nothing: none", { before: 0 }, 1, 0, false],
    ["before more than there is: the newest", { before: 9_999, limit: 2 }, 99, 100, true],
    ["the oldest after an id", { after: 50, limit: 3 }, 51, 53, true],
    ["all after an id", { after: 97, limit: 3 }, 98, 100, false],
    ["after nothing: the oldest", { after: 0, limit: 2 }, 1, 2, true],
    ["after the newest: none", { after: 100 }, 101, 100, false],
    ["after more than there is: none", { after: 9_999 }, 101, 100, false],
  ];
  test.each(cases)("%s", (_, ...[wanted, first, last, more]) => {
    const page = roomOf(100).ana.history(wanted);
    expect(ids(page.events)).toEqual(range(first, last));
    expect(page.more).toBe(more);
  });

  test("its cid comes back, if it has one", () => {
    const { ana } = roomOf(1);
    expect(ana.send({ type: "history", cid: -2.5 })).toMatchObject([{ type: "history", cid: -2.5 }]);
    expect(ana.history()).not.toHaveProperty("cid");
    expect(ana.nextCid).toBe(2);
  });

  test("before and after at once is bad_frame", () => {
    const { ana } = roomOf(1);
    expect(ana.send({ type: "history", cid: 7, before: 1, after: 0 })).toMatchObject([
      { type: "error", code: "bad_frame", of: "history", cid: 7 },
    ]);
  });

  test("nothing older than what retention leaves", () => {
    const { ana } = roomOf(100, { historyMessages: 30 });
    expect(ids(ana.history({ limit: 200 }).events)).toEqual(range(71, 100));
    expect(ids(ana.history({ after: 0, limit: 200 }).events)).toEqual(range(71, 100));
    expect(ana.history({ before: 71 })).toMatchObject({ events: [], more: false });
  });

  describe("where others' private messages stand between", () => {
    /** bob said 1, 2, 3 in public; then ana and cat whispered, and bob said one thing more. */
    function whisperedRoom(whispers: number) {
      const world = new RoomWorld(FAST);
      const [ana, bob] = [world.join("ana"), world.join("bob")];
      world.join("cat");
      for (const text of ["one", "two", "three"]) bob.say(text);
      for (let time = 1; time <= whispers; time++) ana.say("psst", { to: "cat" });
      bob.say("last");
      return { world, ana, bob };
    }

    type Cut = [title: string, wanted: object, ids: number[], goesOn: object];
    const top = 3 + 5_000 + 1;
    test.each<Cut>([
      ["the newest: the window's end, for it is behind what was found", {}, [top], { before: top - 1_999 }],
      ["the newest, one wanted and found", { limit: 1 }, [top], { before: top - 1_999 }],
      ["before an id: an empty page goes on", { before: 4_000 }, [], { before: 2_000 }],
      ["before an id: the window's end just reaches", { before: 2_003 }, [3], { before: 3 }],
      ["before an id: all", { before: 2_001 }, [1, 2, 3], {}],
      ["before an id: the last of what was found", { before: 2_001, limit: 2 }, [2, 3], { before: 2 }],
      ["after an id", { after: 0 }, [1, 2, 3], { after: 1_000 }],
      ["after an id, found what was wanted", { after: 0, limit: 2 }, [1, 2], { after: 2 }],
      ["after an id, found what was wanted and no more", { after: 0, limit: 3 }, [1, 2, 3], { after: 1_000 }],
      ["after an id: an empty page goes on", { after: 1_000 }, [], { after: 2_000 }],
      ["after an id: to the end", { after: top - 1_000 }, [top], {}],
      ["after an id: to before the end", { after: top - 1_001 }, [], { after: top - 1 }],
    ])("%s", (_, ...[wanted, found, goesOn]) => {
      const { world, bob } = whisperedRoom(5_000);
      const { events, more, ...rest } = world.readMessages({ limit: 50, ...wanted }) as MessagePage;
      expect([ids(events), more, rest]).toEqual([found, "before" in goesOn || "after" in goesOn, goesOn]);
      const { type: _type, ...page } = bob.history(wanted);
      expect(page).toEqual({ events, more, ...rest });
    });

    test.each(["before", "after"] as const)("going on with %s comes to everything, and to an end", (key) => {
      const { bob } = whisperedRoom(7_000);
      const found: (number | undefined)[] = [];
      let pages = 0;
      for (let at: number | undefined = key === "before" ? 9_999 : 0; at !== undefined; pages++) {
        const page: EventOf<"history"> = bob.history({ [key]: at, limit: 2 });
        expect(page.more).toBe(page[key] !== undefined);
        found.push(...ids(key === "before" ? page.events.toReversed() : page.events));
        at = page[key];
      }
      const all = [1, 2, 3, 7_004];
      expect(found).toEqual(key === "before" ? all.toReversed() : all);
      expect(pages).toBeLessThan(12);
    });
  });

  test("pages of big messages stay below 512 KiB, and lose none", () => {
    const world = new RoomWorld(FAST);
    const ana = world.join("ana");
    for (let time = 1; time <= 100; time++) ana.say("🦜".repeat(4_000));
    const forward: number[] = [];
    for (let more = true; more; ) {
      const page = ana.history({ after: forward.at(-1) ?? 0, limit: 200 });
      expect(bytesOf(page.events)).toBeLessThanOrEqual(ROOM_LIMITS.answer);
      for (const { id } of page.events) forward.push(id);
      more = page.more;
    }
    const backward: number[] = [];
    for (let more = true; more; ) {
      const page = ana.history({ before: backward[0] ?? 101, limit: 200 });
      expect(bytesOf(page.events)).toBeLessThanOrEqual(ROOM_LIMITS.answer);
      backward.unshift(...page.events.map(({ id }) => id));
      more = page.more;
    }
    expect([forward, backward]).toEqual([range(1, 100), range(1, 100)]);
  });
});

describe("§6.2 search", () => {
  /** Texts of all messages that a search finds, over as many calls as it takes. */
  function findAll(peer: Peer, text: string, limit = 50): (string | undefined)[] {
    const texts: (string | undefined)[] = [];
    for (let before: number | undefined, more = true; more; ) {
      const found = peer.search(text, { limit, ...(before !== undefined && { before }) });
      texts.push(...found.events.map((event) => event.text));
      expect(found.more).toBe(found.before !== undefined);
      if (found.before !== undefined && before !== undefined) expect(found.before).toBeLessThan(before);
      ({ more, before } = found);
    }
    return texts;
  }

  const texts = [
    ...["100% sure", "100 sure", "snake_case", "snakeXcase", "back\\slash", "it's “quoted”", "a*b", "[a-z]"],
    ...["Straße", "ΟΔΟΣ", "οδοσαι", "ÉCLAIR", "🦜 parrot", "tab\there", "İstanbul", "two\nlines", "a  b"],
    ...["cafe\u0301", "123", "が", "ខ្\u200bមែរ"],
  ];
  const cases: [wanted: string, found: string[]][] = [
    ["%", ["100% sure"]],
    ["_", ["snake_case"]],
    ["\\", ["back\\slash"]],
    ["'", ["it's “quoted”"]],
    ["*", ["a*b"]],
    ["[a", ["[a-z]"]],
    [".", []],
    ["SURE", ["100 sure", "100% sure"]],
    ["éclair", ["ÉCLAIR"]],
    ["STRASSE", ["Straße"]],
    ["straße", ["Straße"]],
    ["οδος", ["οδοσαι", "ΟΔΟΣ"]],
    ["ΟΔΟΣ", ["οδοσαι", "ΟΔΟΣ"]],
    ["🦜", ["🦜 parrot"]],
    ["\there", ["tab\there"]],
    ["two\nlines", ["two\nlines"]],
    ["two lines", []],
    ["a  B", ["a  b"]],
    ["istanbul", ["İstanbul"]],
    ["ıSTANBUL", ["İstanbul"]],
    ["café", ["cafe\u0301"]],
    ["１２３", ["123"]],
    ["かﾞ", ["が"]],
    ["ខ្មែរ", ["ខ្\u200bមែរ"]],
    ["\u00adsnake\u200b_", ["snake_case"]],
  ];
  test.each(cases)("%j is taken literally, whatever its case", (wanted, found) => {
    const world = new RoomWorld(FAST);
    const ana = world.join("ana");
    for (const text of texts) ana.say(text);
    expect(findAll(ana, wanted)).toEqual(found);
  });

  const segmenter = new Intl.Segmenter();

  test("any piece of a text finds it, in upper and in lower case", () => {
    const world = new RoomWorld(FAST);
    const ana = world.join("ana");
    const text = fc
      .tuple(
        fc.string({ unit: "grapheme", minLength: 1, maxLength: 30 }),
        fc.nat(),
        fc.integer({ min: 1, max: 9 }),
      )
      .map(([end, place, length]) => {
        const whole = Array.from(segmenter.segment(`oi ${end}`), ({ segment }) => segment);
        return {
          whole: whole.join(""),
          piece: whole
            .slice(place % whole.length)
            .slice(0, length)
            .join(""),
        };
      })
      .filter(({ piece }) => isReadable(piece));
    fc.assert(
      fc.property(text, ({ whole, piece }) => {
        const { id } = ana.say(whole);
        for (const wanted of [piece, piece.toUpperCase()]) {
          expect(ids(ana.search(wanted, { limit: 1 }).events)).toEqual([id]);
        }
      }),
    );
  });

  test("newest first, in pages", () => {
    const { ana } = roomOf(100);
    const first = ana.search("text", { limit: 3 });
    expect(ids(first.events)).toEqual([100, 99, 98]);
    expect(first).toMatchObject({ more: true, before: 98 });
    expect(ids(ana.search("text", { limit: 3, before: 98 }).events)).toEqual([97, 96, 95]);
    expect(findAll(ana, "TEXT", 7)).toEqual(range(1, 100).map((id) => `text ${101 - id}`));
  });

  test("one call reads 2,000 rows, and tells where to go on", () => {
    const { ana } = roomOf(2_500);
    expect(ana.search("text 7", { before: 1_000_000, limit: 200 })).toMatchObject({
      more: true,
      before: 501,
    });
    expect(ana.search("no such text")).toMatchObject({ events: [], more: true, before: 501 });
    const rest = ana.search("no such text", { before: 501 });
    expect(rest).toEqual({ type: "found", events: [], more: false });
    expect(findAll(ana, "text 77")).toEqual([...range(770, 779).reverse(), 77].map((id) => `text ${id}`));
  });

  test("an answer stays below 512 KiB, and the rest comes later", () => {
    const world = new RoomWorld(FAST);
    const ana = world.join("ana");
    for (let time = 1; time <= 100; time++) ana.say("🦜".repeat(4_000));
    expect(bytesOf(ana.search("🦜", { limit: 200 }).events)).toBeLessThanOrEqual(ROOM_LIMITS.answer);
    expect(findAll(ana, "🦜", 200)).toHaveLength(100);
  });

  test("ends where retention has taken what is older", () => {
    const { ana } = roomOf(100, { historyMessages: 30 });
    expect(findAll(ana, "text", 7)).toHaveLength(30);
  });

  test("in an empty room finds nothing", () => {
    expect(new RoomWorld().join("ana").search("a")).toEqual({ type: "found", events: [], more: false });
  });
});
