import { describe, expect, test } from "vitest";
import { createChat } from "../../client/core/create-chat.ts";
import { messageItem } from "../../client/web/model/item.ts";
import { Feed } from "../../client/web/session/feed.ts";
import { partsOfSentence } from "../../client/web/text/apart.ts";
import { pageText } from "../../client/web/text/page-text.ts";
import type { Welcome } from "../../src/protocol/event.ts";
import { FakeClock } from "../support/fake-clock.ts";
import { messageOf, ScriptedRoom, welcome } from "../support/room/scripted-room.ts";

/** A page whose person has read so far, in which life of the room. */
function trial({ seen, epoch = 1 }: { seen?: number; epoch?: number } = {}) {
  const room = new ScriptedRoom();
  const clock = new FakeClock(0);
  const chat = createChat({
    ...{ connect: room.network.connect, clock, random: () => 0.5 },
    ...{ nick: "ana", token: "ana-------------------", client: "one" },
  });
  const feed = new Feed(chat, {
    seenIn: (life) => (life === epoch ? seen : undefined),
    counts: ({ nick }) => nick !== "cleo",
    concerns: ({ text }) => text === "text 252",
    changed: () => {},
  });
  chat.subscribe((event) => feed.take(event));
  // As a log on the page says of itself.
  feed.look(true, true);
  chat.start();
  const come = (given: Partial<Welcome>) => room.tell(welcome(given));
  return { room, chat, feed, come, clock };
}

const range = (from: number, to: number, nick?: string) =>
  Array.from({ length: to - from + 1 }, (_, index) => messageOf(from + index, nick));

/** Answers the page's next question with messages up to where it asks for them. */
async function answer({ room }: { room: ScriptedRoom }, most = 200): Promise<void> {
  const asked = room.take().find(({ type }) => type === "history");
  const before = Number(asked?.before);
  const events = range(Math.max(1, before - most), before - 1);
  room.tell({
    type: "history",
    cid: Number(asked?.cid),
    events,
    more: before - most > 1,
    before: events[0]?.id ?? 0,
  });
  for (let turn = 0; turn < 10; turn++) await Promise.resolve();
}

describe("who comes back", () => {
  test("has the line above the first of 300, and all of them counted", async () => {
    const page = trial({ seen: 10 });
    page.come({ cursor: 310, events: range(261, 310) });
    expect(page.feed.missed).toMatchObject({ count: 50, more: true });
    // Where it begins is not known yet.
    expect(page.feed.unread.from).toBeUndefined();
    await answer(page);
    await answer(page);
    expect(page.feed.missed).toEqual({ from: 11, since: 11, count: 300, calls: [252], more: false });
    expect(page.feed.unread).toEqual({ seen: 310, from: 11, count: 0, calls: 0 });
  });

  test("asks for five pages by itself, and for the rest when they go there", async () => {
    const page = trial({ seen: 10 });
    page.come({ cursor: 2_000, events: range(1_951, 2_000) });
    for (let asked = 0; asked < 5; asked++) await answer(page);
    expect(page.room.take()).toEqual([]);
    expect(page.feed.missed).toMatchObject({ count: 1_050, more: true });
    const revealed = page.feed.revealMissed();
    for (let asked = 0; asked < 5; asked++) await answer(page);
    await revealed;
    expect(page.feed.revealed).toEqual({ id: 11 });
  });

  test("who has never been here has missed nothing", () => {
    const { feed, come } = trial();
    come({ cursor: 310, events: range(261, 310) });
    expect([feed.missed, feed.unread.from]).toEqual([undefined, undefined]);
    expect(feed.unread.seen).toBe(310);
  });

  test("nor has who was in another life of the room", () => {
    const { feed, come } = trial({ seen: 10, epoch: 7 });
    come({ cursor: 310, events: range(261, 310) });
    expect([feed.missed, feed.unread.seen]).toEqual([undefined, 310]);
  });

  test("has not missed what they wrote before, elsewhere, nor whom they ignore", () => {
    const { feed, come } = trial({ seen: 1 });
    const events = [...range(2, 5), messageOf(6, "ana"), messageOf(7, "cleo"), messageOf(8)];
    come({ cursor: 8, events: [messageOf(1), ...events] });
    expect(feed.missed).toMatchObject({ from: 8, count: 1 });
  });

  test("after a lost connection has missed what came meanwhile", () => {
    const { feed, come, room, clock } = trial({ seen: 3 });
    come({ cursor: 3, events: range(1, 3) });
    room.close(1006);
    clock.advanceToNext();
    come({ cursor: 6, events: range(4, 6) });
    expect(feed.missed).toMatchObject({ from: 4, count: 3 });
    expect(feed.unread).toEqual({ seen: 6, from: 4, count: 0, calls: 0 });
  });

  test("has read it once they have been where it begins, and not before, in whichever tab", () => {
    const { feed, come, room, clock } = trial({ seen: 3 });
    come({ cursor: 6, events: range(1, 6) });
    expect(feed.readTo).toBe(3);
    // A connection that is lost takes nothing away.
    room.close(1006);
    clock.advanceToNext();
    come({ cursor: 8, events: range(7, 8) });
    expect([feed.missed?.count, feed.unread.from, feed.readTo]).toEqual([5, 4, 3]);
    feed.seenElsewhere(3);
    expect(feed.missed?.from).toBe(4);
    feed.seenElsewhere(8);
    expect([feed.missed, feed.readTo]).toEqual([undefined, 8]);
  });

  test("in a page out of sight has it counted, until they look", () => {
    const { feed, come } = trial({ seen: 3 });
    feed.look(true, false);
    come({ cursor: 6, events: range(1, 6) });
    expect(feed.unread).toEqual({ seen: 3, from: 4, count: 3, calls: 0 });
    feed.seenElsewhere(5);
    expect(feed.unread).toEqual({ seen: 5, from: 6, count: 1, calls: 0 });
    // Another tab that is behind takes nothing back.
    feed.seenElsewhere(4);
    expect(feed.unread.seen).toBe(5);
    feed.look(true, true);
    expect(feed.unread).toEqual({ seen: 6, from: 6, count: 0, calls: 0 });
  });
});

test("a notice stands on the day of the room, whatever the reader's clock says", () => {
  const { feed, come, room } = trial();
  come({ cursor: 1, events: [messageOf(1)] });
  room.tell({ type: "joined", nick: "dan", uid: "dan---------", role: "member", at: 5 });
  expect(feed.log.items.at(-1)).toMatchObject({ kind: "notice", at: 5 });
});

test("a notice sets names and texts apart from its own words, whatever is in them", () => {
  const { room, feed, come } = trial();
  come({});
  const by = { by: "דוד", byUid: "dan---------" };
  const gone = { nick: "\u0645\u0649\u0646\u0627", uid: "mina--------", at: 5, why: "kicked" } as const;
  room.tell({ type: "left", ...gone, ...by, reason: "\0\u2069spam 1" });
  const notice = feed.log.items.at(-1);
  const text = notice?.kind === "notice" ? notice.text : "";
  const found = partsOfSentence(text).filter((_, index) => index % 2);
  expect(new Set(found)).toEqual(new Set([gone.nick, by.by, pageText("\0\u2069spam 1")]));
});

describe("a private talk", () => {
  test("is a part of what the room tells, and is read for itself", () => {
    const { chat, feed, come, room } = trial({ seen: 0 });
    feed.look(true, false);
    const toYou = { to: { uid: "ana---------", nick: "ana" } };
    come({ cursor: 3, events: [messageOf(1), { ...messageOf(2), ...toYou }, messageOf(3)] });
    const talk = new Feed(chat, {
      seenIn: () => 0,
      part: ({ to }) => to !== undefined,
      counts: () => true,
      concerns: () => true,
      changed: () => {},
    });
    talk.branch(feed, Number.POSITIVE_INFINITY);
    chat.subscribe((event) => talk.take(event));
    expect(talk.log.items.map(({ key }) => key)).toEqual(["m2"]);
    expect(talk.unread).toMatchObject({ count: 1, calls: 1, from: 2 });
    room.tell({ ...messageOf(4), ...toYou });
    room.tell({ type: "joined", nick: "dan", uid: "dan---------", role: "member", at: 5 });
    talk.look(true, true);
    // As a log on the page does that has the line in sight.
    talk.forgetMissed();
    expect(talk.log.items).toHaveLength(2);
    expect([talk.isRead, talk.readTo]).toEqual([true, 4]);
    expect(feed.readTo).toBe(0);
  });
});

test("who reads on has read what has gone by, and the line stays where it was", () => {
  const { feed, come } = trial({ seen: 2 });
  come({ cursor: 9, events: range(1, 9) });
  feed.startAtFirst();
  feed.look(false, true);
  expect([feed.readTo, feed.unread]).toEqual([2, { seen: 2, from: 3, count: 7, calls: 0 }]);
  feed.readOn(5);
  expect(feed.unread).toEqual({ seen: 5, from: 3, count: 4, calls: 0 });
  feed.look(true, true);
  expect(feed.unread).toEqual({ seen: 9, from: 3, count: 0, calls: 0 });
});

describe("what is unread", () => {
  /** Somebody looked away, and of four that came each is unread. */
  function away() {
    const page = trial({ seen: 3 });
    page.come({ cursor: 3, events: range(1, 3) });
    page.feed.look(true, false);
    for (const id of [4, 5, 252, 253]) page.room.tell(messageOf(id));
    return page;
  }

  const actor = { by: "bob", byUid: messageOf(1).uid, at: 9 };

  test("is none that was deleted, and begins behind it", () => {
    const { feed, room } = away();
    expect(feed.unread).toEqual({ seen: 3, from: 4, count: 4, calls: 1 });
    room.tell({ type: "deleted", id: 254, target: 252, ...actor });
    expect(feed.unread).toEqual({ seen: 3, from: 4, count: 3, calls: 0 });
    room.tell({ type: "deleted", id: 255, target: 4, ...actor });
    expect(feed.unread).toEqual({ seen: 3, from: 5, count: 2, calls: 0 });
    room.tell({ type: "deleted", id: 256, target: 5, ...actor });
    room.tell({ type: "deleted", id: 257, target: 253, ...actor });
    expect(feed.unread).toMatchObject({ count: 0, calls: 0 });
  });

  test("is for the reader once it is written so", () => {
    const { feed, room } = away();
    room.tell({ type: "edited", id: 254, target: 5, text: "text 252", ...actor });
    expect(feed.unread).toEqual({ seen: 3, from: 4, count: 4, calls: 2 });
  });
});

describe("what was seen here last", () => {
  const recalled = [1, 2, 3].map((id) => messageItem(messageOf(id), false));
  const idsIn = ({ feed }: ReturnType<typeof trial>) =>
    feed.log.items.flatMap((item) => (item.kind === "message" ? [item.message.id] : []));

  test("stands there until the room tells what there is, which takes its place", () => {
    const page = trial({ seen: 3 });
    page.feed.recall(recalled);
    expect(idsIn(page)).toEqual([1, 2, 3]);
    // The second is not there any more.
    page.come({ cursor: 4, events: [messageOf(1), messageOf(3), messageOf(4)] });
    expect(idsIn(page)).toEqual([1, 3, 4]);
  });

  test("is not shown any more once the room has told something", () => {
    const page = trial({ seen: 3 });
    page.come({ cursor: 0, events: [] });
    page.feed.recall(recalled);
    expect(idsIn(page)).toEqual([]);
  });
});
