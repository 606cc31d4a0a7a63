import { expect, test } from "vitest";
import { createChat } from "../../client/core/create-chat.ts";
import { LOG_BOUND_UNREAD } from "../../client/web/model/log.ts";
import { rowsOf } from "../../client/web/model/rows.ts";
import { draftOf, emptyWriting, replyTo, textOf, write } from "../../client/web/model/writing.ts";
import { Feed } from "../../client/web/session/feed.ts";
import { beginning } from "../../client/web/text/beginning.ts";
import { pageText } from "../../client/web/text/page-text.ts";
import { cut } from "../../client/web/text/pieces.ts";
import { dayName, momentOf, timeOf } from "../../client/web/text/times.ts";
import { mentions } from "../../src/protocol/text/mention.ts";
import { damagedEvents, FOREIGN_FRAMES } from "../support/damaged-frames.ts";
import { FakeClock } from "../support/fake-clock.ts";
import { messageOf, ScriptedRoom, welcome } from "../support/room/scripted-room.ts";

function trial() {
  const room = new ScriptedRoom();
  const chat = createChat({
    connect: room.network.connect,
    clock: new FakeClock(0),
    random: () => 0.5,
    nick: "ana",
    token: "ana-------------------",
    client: "one",
  });
  const feed = new Feed(chat, {
    seenIn: () => undefined,
    counts: () => true,
    concerns: () => false,
    changed: () => {},
  });
  chat.subscribe((event) => feed.take(event));
  chat.start();
  const send = (frame: string) => {
    room.network.run();
    room.end.send(frame);
    room.network.run();
  };
  return { room, feed, send };
}

/** What the page makes of everything in its log, as its rows do. */
function draw(feed: Feed): void {
  for (const row of rowsOf(feed.log.items, { line: feed.unread.from })) {
    if (row.kind === "day") new Date(row.at).toISOString() && dayName(row.at);
    if (row.kind === "notice") pageText(row.text);
    if (row.kind !== "message") continue;
    const { message } = row;
    const { at, nick, text = "" } = message;
    new Date(at).toISOString();
    for (const shown of [timeOf(at), momentOf(at), pageText(nick), beginning(message)])
      expect(shown).toBeTypeOf("string");
    cut(pageText(text), { you: "ana", others: new Set() });
    mentions(text, "ana");
    textOf(replyTo(emptyWriting, message, "ana---------")).trim();
  }
}

test("§8 nothing in a frame ends the drawing of the log, and the next message is drawn", () => {
  const { room, feed, send } = trial();
  room.tell(welcome());
  let id = 2;
  for (const frame of [...FOREIGN_FRAMES, ...damagedEvents(2).map((event) => JSON.stringify([event]))]) {
    send(frame);
    id += 2;
    room.tell(messageOf(id));
    feed.log.items = feed.log.items.slice(-20);
    expect(feed.log.items.at(-1), frame.slice(0, 500)).toMatchObject({ kind: "message", message: { id } });
    draw(feed);
  }
});

test("§8 nor does anything in a welcome", () => {
  for (const frame of damagedEvents(2).map((event) => JSON.stringify([event]))) {
    const { feed, send } = trial();
    send(frame);
    draw(feed);
  }
});

test("§8 what a room sends while nobody looks does not grow for ever", () => {
  const { room, feed } = trial();
  room.tell(welcome());
  feed.look(false, false);
  const many = LOG_BOUND_UNREAD + 1_000;
  for (let id = 1; id <= many; id += 100) {
    const news = { type: "topic", text: "x", by: "bob", byUid: "bob---------", at: 1 } as const;
    room.tell(...Array.from({ length: 100 }, (_, index) => (index % 2 ? news : messageOf(id + index))));
  }
  const { length } = feed.log.items;
  expect(length).toBeLessThanOrEqual(LOG_BOUND_UNREAD);
  expect(length).toBeGreaterThan(LOG_BOUND_UNREAD - 100);
  expect(new Set(feed.log.items.map(({ key }) => key)).size).toBe(length);
  expect(feed.log.older).toBe("some");
});

test("§8 a page that leads nowhere is asked for once", async () => {
  const { room, feed, send } = trial();
  room.tell(welcome({ cursor: 60, events: Array.from({ length: 50 }, (_, index) => messageOf(index + 11)) }));
  expect(feed.log.older).toBe("some");
  const loaded = feed.log.loadOlder();
  const [asked] = room.take().slice(-1);
  send(
    JSON.stringify([
      { type: "history", cid: asked?.cid, events: [messageOf(60), messageOf(60)], more: true },
    ]),
  );
  await loaded;
  expect(feed.log.older).toBe("none");
  expect(feed.log.items).toHaveLength(50);
});

test.each(["__proto__", "constructor", "toString"])(
  "§8 somebody whose uid is %s has a draft like others",
  (uid) => {
    const composer = replyTo(
      emptyWriting,
      { ...messageOf(1), uid, to: { nick: "ana", uid: "ana---------" } },
      "ana---------",
    );
    expect(textOf(composer)).toBe("");
    expect(draftOf(write(composer, "hi")).text).toBe("hi");
  },
);
