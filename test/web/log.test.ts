import { describe, expect, test } from "vitest";
import { lineAbove } from "../../client/web/model/blocks.ts";
import { type Item, messageItem } from "../../client/web/model/item.ts";
import { addNotice, change, dropOldest, LOG_BOUND, oldestId, prepend } from "../../client/web/model/log.ts";
import { missedIn, readUpTo } from "../../client/web/model/missed.ts";
import { rowsOf } from "../../client/web/model/rows.ts";
import { isAtEnd, wantsOlder } from "../../client/web/model/scroll.ts";
import { arrived, attended, titleOf, unreadSince } from "../../client/web/model/unread.ts";
import type { Message } from "../../src/protocol/event.ts";

const NOON = new Date(2026, 10, 2, 12).getTime();
const MINUTE = 60_000;

function message(id: number, fields: Partial<Message> = {}): Message {
  return { type: "message", id, at: NOON, nick: "bob", uid: "bob---------", text: `text ${id}`, ...fields };
}

const items = (...messages: Message[]): Item[] => messages.map((each) => messageItem(each, false));

describe("rows", () => {
  const groups: [what: string, next: Partial<Message>, head: boolean][] = [
    ["by the same author at once", {}, false],
    ["within five minutes", { at: NOON + 5 * MINUTE - 1 }, false],
    ["after five minutes", { at: NOON + 5 * MINUTE }, true],
    ["by another", { uid: "ana---------", nick: "ana" }, true],
    ["under another nickname", { nick: "bobby" }, true],
    ["in private", { to: { nick: "ana", uid: "ana---------" } }, true],
    ["that replies", { re: 1 }, true],
    ["that is an action", { me: true }, true],
  ];
  test.each(groups)("a message %s", (_, next, head) => {
    const rows = rowsOf(items(message(1), message(2, next)));
    expect(rows.at(-1)).toMatchObject({ kind: "message", head });
  });

  test("a date stands where the day changes, and a line above what is unread", () => {
    const log = items(message(1), message(2), message(3, { at: NOON + 24 * 60 * MINUTE }));
    expect(rowsOf(log, { line: 2 }).map(({ kind }) => kind)).toEqual([
      "day",
      "message",
      "unread",
      "message",
      "day",
      "message",
    ]);
    expect(rowsOf(log, { line: 2 }).filter((row) => row.kind === "message" && row.head)).toHaveLength(3);
  });
});

describe("the line above the unread", () => {
  test.each<[what: string, log: [from: number, ids: number[]], over: string | undefined]>([
    ["the first", [2, [1, 2, 3]], "m2"],
    ["the next, where the first is hidden", [2, [1, 3, 4]], "m3"],
    ["the first, where it is the oldest", [1, [1, 2]], "m1"],
    ["nothing, where the first may be before the oldest", [2, [251, 252]], undefined],
    ["nothing, where nothing is unread", [9, [1, 2]], undefined],
  ])("stands above %s", (_, [from, ids], over) => {
    const log = items(...ids.map((id) => message(id)));
    const rows = rowsOf(log, { line: lineAbove(log, from) });
    const at = rows.findIndex(({ kind }) => kind === "unread");
    expect(at < 0 ? undefined : rows[at + 1]?.key).toBe(over);
    expect(rows.filter(({ kind }) => kind === "unread").length).toBeLessThanOrEqual(1);
  });
});

describe("what was missed", () => {
  const ear = {
    counts: ({ uid }: Message) => uid !== "cleo--------",
    concerns: ({ re }: Message) => re === 1,
  };
  const log = [
    ...items(message(1), message(2)),
    ...items(message(3, { at: NOON + 1 }), message(4, { re: 1 }), message(5, { uid: "cleo--------" })),
  ];
  test.each<[what: string, seen: number, missed: object | undefined]>([
    ["all behind what was seen", 2, { from: 3, since: NOON + 1, count: 2, calls: [4], more: false }],
    ["nothing that is not heard", 4, undefined],
    ["nothing at the end", 5, undefined],
  ])("is %s", (_, seen, missed) => {
    expect(missedIn(log, seen, { ...ear, more: false })).toEqual(missed);
  });

  test("begins behind what one has said oneself, wherever that was", () => {
    const mine = messageItem(message(3), true);
    const all = [...items(message(1), message(2)), mine, ...items(message(4))];
    expect(missedIn(all, 1, { ...ear, more: false })).toMatchObject({ from: 4, count: 1 });
    expect(readUpTo(all, 1, ear)).toBe(3);
  });
});

describe("the log", () => {
  test("shows an edit and a deletion in place", () => {
    const log = items(message(1), message(2));
    const by = { by: "bob", byUid: "bob---------", at: NOON };
    const edited = change(log, { type: "edited", id: 3, target: 1, text: "new", ...by });
    expect(edited[0]).toMatchObject({ message: { text: "new", edited: true } });
    const deleted = change(log, { type: "deleted", id: 3, target: 2, ...by });
    expect(deleted[1]).toEqual(messageItem({ ...withoutText(message(2)), deleted: true }, false));
    expect(change(log, { type: "deleted", id: 3, target: 9, ...by })).toBe(log);
    const like = { type: "reacted", id: 3, target: 1, emoji: "👍", on: true, count: 2, ...by } as const;
    const shown = { emoji: "👍", count: 2, who: [by.byUid] };
    expect(change(log, like)[0]).toMatchObject({ message: { reactions: [shown] } });
    expect(change(log, like, by.byUid)[0]).toMatchObject({
      message: { reactions: [{ ...shown, me: true }] },
    });
  });

  test("puts older messages before, each once", () => {
    const log = prepend(items(message(5)), [message(3), message(4), message(5)], "bob---------");
    expect(log.map(({ key }) => key)).toEqual(["m3", "m4", "m5"]);
    expect(log[0]).toMatchObject({ own: true });
    expect(oldestId(log)).toBe(3);
  });

  test("tells comings and goings in one line, and other news in their own", () => {
    let log = addNotice([], { at: NOON, text: "ana joined" }, "came");
    log = addNotice(log, { at: NOON, text: "bob left" }, "went");
    log = addNotice(log, { at: NOON, text: "ana set the topic: x" });
    log = addNotice(log, { at: NOON, text: "bob joined" }, "came");
    log = addNotice(log, { at: NOON + 24 * 60 * MINUTE, text: "bob left" }, "went");
    expect(log.map((item) => item.kind === "notice" && item.text)).toEqual([
      "ana joined · bob left",
      "ana set the topic: x",
      "bob joined",
      "bob left",
    ]);
  });

  test("counts however many come and go in one line, and tells the newest of them", () => {
    let log = addNotice([], { at: NOON, text: "ana joined" }, "came");
    const { key } = log[0] ?? {};
    for (let at = 1; at <= 250; at++)
      log = addNotice(log, { at: NOON, text: `move ${at}` }, at % 5 === 0 ? "went" : "came");
    expect(log).toHaveLength(1);
    expect(log[0]).toMatchObject({ key, at: NOON, text: "move 248 · move 249 · move 250" });
    expect(log[0]).toMatchObject({ moves: { came: 201, went: 50 } });
    const told = log[0]?.kind === "notice" ? log[0].moves?.told : [];
    expect([told?.length, told?.[0], told?.at(-1)]).toEqual([100, "move 151", "move 250"]);
  });

  test("keeps a bounded number", () => {
    const many = items(...Array.from({ length: LOG_BOUND + 1 }, (_, index) => message(index + 1)));
    const { length } = dropOldest(many);
    expect(length).toBeLessThanOrEqual(LOG_BOUND);
    expect(length).toBeGreaterThan(LOG_BOUND - 100);
    expect(dropOldest(many).at(-1)).toBe(many.at(-1));
  });
});

function withoutText({ text: _, ...rest }: Message): Message {
  return rest;
}

describe("unread", () => {
  test("counts what comes while nobody looks, with a line above the first", () => {
    let unread = unreadSince(5);
    const unheard = { own: false, call: false, attended: false };
    unread = arrived(unread, { ...unheard, id: 6, attended: true });
    unread = arrived(unread, { ...unheard, id: 7 });
    unread = arrived(unread, { ...unheard, id: 8, call: true });
    expect(unread).toEqual({ seen: 6, from: 7, count: 2, calls: 1 });
    unread = attended(unread, 8);
    expect(unread).toEqual({ seen: 8, from: 7, count: 0, calls: 0 });
    expect(arrived(unread, { ...unheard, id: 9 })).toEqual({ seen: 8, from: 9, count: 1, calls: 0 });
    expect(arrived(unread, { ...unheard, id: 9, own: true })).toEqual(unreadSince(9));
  });

  test("counts nothing that was seen before", () => {
    expect(arrived(unreadSince(5), { id: 5, own: false, call: true, attended: false })).toEqual(
      unreadSince(5),
    );
  });

  test.each([
    [0, "lobby"],
    [3, "(3) lobby"],
    [100, "(99+) lobby"],
  ])("%i makes the title %s", (count, title) => {
    expect(titleOf("lobby", count)).toBe(title);
  });
});

test.each([
  [0, true],
  [30, true],
  [31, false],
])("%i pixels from the end counts as the end: %s", (distance, atEnd) => {
  expect(isAtEnd({ scrollTop: 1_000 - distance, scrollHeight: 1_500, clientHeight: 500 })).toBe(atEnd);
});

test.each([
  [100, 1_500, true],
  [400, 1_500, false],
  [0, 500, false],
])("at %i of %i pixels, older messages are wanted: %s", (scrollTop, scrollHeight, wanted) => {
  expect(wantsOlder({ scrollTop, scrollHeight, clientHeight: 500 })).toBe(wanted);
});
