import fc from "fast-check";
import { expect, test } from "vitest";
import { type Block, blocksOf, lineAbove } from "../../client/web/model/blocks.ts";
import { type Item, messageItem } from "../../client/web/model/item.ts";
import { addNotice, change, dropOldest, messageIn, prepend } from "../../client/web/model/log.ts";
import { NamesInBlocks } from "../../client/web/model/names-in-blocks.ts";
import { rowsOf } from "../../client/web/model/rows.ts";
import { ShownItems } from "../../client/web/model/shown.ts";
import { messageOf } from "../support/room/scripted-room.ts";

const range = (from: number, to: number) =>
  Array.from({ length: to - from + 1 }, (_, index) => messageOf(from + index));
const items = (from: number, to: number): Item[] =>
  range(from, to).map((message) => messageItem(message, false));
const by = { by: "bob", byUid: "bob---------", at: 1 };

/** The blocks that are no longer the same objects. */
function remade(blocks: readonly Block[], before: readonly Block[]): string[] {
  return blocks.filter((block) => !before.includes(block)).map(({ key }) => key);
}

test.each<[what: string, next: (log: Item[]) => readonly Item[], remade: string[]]>([
  ["a new message: the last one", (log) => [...log, ...items(121, 121)], ["m101"]],
  [
    "more than fits: the last one, and new ones",
    (log) => [...log, ...items(121, 210)],
    ["m101", "m151", "m201"],
  ],
  [
    "an edit: its own",
    (log) => [...change(log, { type: "edited", id: 999, target: 60, text: "new", ...by })],
    ["m51"],
  ],
  [
    "an edit of the last of one: that, and the next, which begins behind it",
    (log) => [...change(log, { type: "edited", id: 999, target: 50, text: "new", ...by })],
    ["m1", "m51"],
  ],
  ["nothing at all: none", (log) => [...log], []],
  [
    "older ones: theirs, and the one that was first",
    (log) => [...items(-60, 0), ...log],
    ["m-60", "m-10", "m1"],
  ],
  ["the oldest gone: the one behind them", (log) => log.slice(50), ["m51"]],
  [
    "one gone within: its own, and what begins behind it",
    (log) => log.filter(({ key }) => key !== "m70"),
    ["m51"],
  ],
])("of the blocks of a log are made anew, by %s", (_, next, expected) => {
  const log = items(1, 120);
  const before = blocksOf(log, undefined, []);
  expect(before.map(({ key }) => key)).toEqual(["m1", "m51", "m101"]);
  expect(remade(blocksOf(next(log), undefined, before), before)).toEqual(expected);
});

test("the line of the unread makes anew only the block that it comes to, and that it leaves", () => {
  const log = items(1, 150);
  const first = blocksOf(log, lineAbove(log, 60), []);
  expect(first.map(({ line }) => line)).toEqual([undefined, 60, undefined]);
  expect(remade(blocksOf(log, lineAbove(log, 120), first), first)).toEqual(["m51", "m101"]);
});

test("whatever becomes of a log, its blocks show what it shows", () => {
  const step = fc.oneof(
    fc.record({ kind: fc.constant("say" as const), count: fc.integer({ min: 1, max: 120 }) }),
    fc.record({ kind: fc.constant("older" as const), count: fc.integer({ min: 1, max: 120 }) }),
    fc.record({ kind: fc.constant("edit" as const), at: fc.nat(500) }),
    fc.record({ kind: fc.constant("notice" as const), count: fc.constant(1) }),
    fc.record({ kind: fc.constant("drop" as const), bound: fc.integer({ min: 60, max: 200 }) }),
  );
  fc.assert(
    fc.property(fc.array(step, { maxLength: 12 }), fc.integer({ min: 800, max: 1_200 }), (steps, unread) => {
      let log: readonly Item[] = items(1_000, 1_010);
      let [oldest, newest] = [1_000, 1_010];
      let blocks: Block[] = [];
      for (const each of steps) {
        if (each.kind === "say") {
          log = [...log, ...items(newest + 1, newest + each.count)];
          newest += each.count;
        } else if (each.kind === "older") {
          log = prepend(log, range(oldest - each.count, oldest - 1), undefined);
          oldest -= each.count;
        } else if (each.kind === "edit") {
          log = change(log, { type: "edited", id: 1, target: oldest + each.at, text: "new", ...by });
        } else if (each.kind === "notice") log = addNotice(log, { at: 5, text: "x" }, "came");
        else log = dropOldest(log, each.bound);
        const line = lineAbove(log, unread);
        blocks = blocksOf(log, line, blocks);
        expect(blocks.flatMap((block) => rowsOf(block.items, block))).toEqual(rowsOf(log, { line }));
        expect(new Set(blocks.map(({ key }) => key)).size).toBe(blocks.length);
        for (const item of log.slice(-3))
          if (item.kind === "message") expect(messageIn(log, item.message.id)).toBe(item.message);
        expect(messageIn(log, newest + 1)).toBeUndefined();
      }
    }),
  );
});

test("what is shown of a message is the same until it, its change or what it replies to has changed", () => {
  const shown = new ShownItems();
  const nothing = { outbox: [], ignored: new Map() };
  const log = [...items(1, 2), messageItem({ ...messageOf(3), re: 1 }, false)];
  const [one, , reply] = shown.of(log, nothing);
  expect(one).toBe(log[0]);
  expect(reply).toMatchObject({ quoted: { id: 1 } });
  expect(shown.of([...log, ...items(4, 4)], nothing)[2]).toBe(reply);
  const changed = change(log, { type: "edited", id: 9, target: 1, text: "new", ...by });
  expect(shown.of(changed, nothing)[2]).toMatchObject({ quoted: { text: "new" } });
  const outbox = [
    { key: 1, at: 1, state: "waiting" as const, draft: { type: "edit" as const, id: 2, text: "later" } },
  ];
  const [, saving] = shown.of(log, { ...nothing, outbox });
  expect(saving).toMatchObject({ saving: true, message: { text: "later", edited: true } });
  expect(shown.of(log, { ...nothing, outbox })[1]).toBe(saving);
  expect(shown.of(log, { ...nothing, ignored: new Map([["bob---------", "bob"]]) })).toEqual([]);
});

test.each<[what: string, text: string, isConcerned: boolean]>([
  ["calls who comes, with @", "hey @cleo", true],
  ["begins with their name", "cleo: hi", true],
  ["begins with it in a script of its own comma", "cleo，hi", true],
  ["has the name of somebody within a word", "cleopatra: hi", false],
  ["has their name without calling them", "with cleo there", false],
  ["has nothing of it", "hello", false],
  ["has the reader's new name", "so Anna said", true],
])("a text that %s is looked at again when people come, are renamed and go", (_, text, isConcerned) => {
  const block: Block = {
    key: "m1",
    items: [messageItem({ ...messageOf(1), text }, false)],
    before: undefined,
    line: undefined,
  };
  const names = new NamesInBlocks();
  const bob = { nick: "bob", uid: "b", role: "member" } as const;
  const cleo = { nick: "Cleo", uid: "c", role: "member" } as const;
  const [ana, anna] = (["ana", "Anna"] as const).map((nick) => ({ nick, uid: "a", role: "member" as const }));
  names.follow({ you: ana, members: [bob] }, [block]);
  const first = names.in(block);
  names.follow({ you: anna, members: [bob, cleo] }, [block]);
  expect(names.in(block) !== first).toBe(isConcerned);
  expect(names.now.others.has("cleo")).toBe(true);
  const second = names.in(block);
  names.follow({ you: anna, members: [bob] }, [block]);
  expect(names.in(block) !== second).toBe(isConcerned && !text.includes("Anna"));
});
