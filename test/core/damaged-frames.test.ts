import { expect, test } from "vitest";
import type { ChatEvent } from "../../client/core/chat-event.ts";
import { createChat } from "../../client/core/create-chat.ts";
import { lookBack } from "../../client/core/timeline/look-back.ts";
import { parseEvents } from "../../src/protocol/event.ts";
import { damagedEvents, FOREIGN_FRAMES, soundEvents } from "../support/damaged-frames.ts";
import { FakeClock } from "../support/fake-clock.ts";
import { messageOf, ScriptedRoom, welcome } from "../support/room/scripted-room.ts";

function trial() {
  const clock = new FakeClock(0);
  const room = new ScriptedRoom();
  const told: ChatEvent[] = [];
  const chat = createChat({
    connect: room.network.connect,
    clock,
    random: () => 0.5,
    nick: "ana",
    token: "ana-------------------",
    client: "one",
  });
  chat.subscribe((event) => told.push(event));
  chat.start();
  const send = (frame: string) => {
    room.network.run();
    room.end.send(frame);
    room.network.run();
  };
  return { clock, room, chat, told, send };
}

test("§1 sound events are read as they are", () => {
  const events = soundEvents(7);
  expect(parseEvents(JSON.stringify(events))).toEqual(events);
});

test("§8 nothing in a frame ends a chat that is in its room: what comes next is told", () => {
  const { room, chat, told, send } = trial();
  room.tell(welcome());
  const frames = damagedEvents(2).map((event) => JSON.stringify([event]));
  let id = 2;
  for (const frame of [...FOREIGN_FRAMES, ...frames]) {
    send(frame);
    id += 2;
    room.tell(messageOf(id));
    expect(told.at(-1), frame.slice(0, 500)).toMatchObject({ type: "message", id });
  }
  expect(chat.state).toEqual({ state: "online" });
});

test("§8 nothing in an answer to a join makes a chat hang: it is in the room, asks, or tries again", () => {
  const frames = damagedEvents(2).map((event) => JSON.stringify([event]));
  for (const frame of [...FOREIGN_FRAMES, ...frames]) {
    const { room, chat, clock, send } = trial();
    send(frame);
    for (let seconds = 0; seconds < 40 && chat.state.state === "connecting"; seconds++) {
      clock.advance(1_000);
      room.network.run();
    }
    expect(["online", "refused", "waiting", "stopped"], frame.slice(0, 500)).toContain(chat.state.state);
    if (chat.state.state === "waiting") expect(chat.state.problem?.message).toBeTruthy();
    chat.close();
    expect(clock.pending).toBe(0);
  }
});

const SENT = { nick: "bob", uid: "bob---------", at: 5 };
const LISTS: [what: string, events: unknown[], ids: number[]][] = [
  ["a type that is new", [messageOf(1), { type: "reacted", id: 2, at: 2 }, messageOf(3)], [1, 3]],
  ["an impossible time", [messageOf(1), { ...messageOf(2), at: 1e300 }, messageOf(3)], [1, 3]],
  ["a time before 1970", [messageOf(1), { ...messageOf(2), at: -1 }, messageOf(3)], [1, 3]],
  ["an addressee that can't be read, for it is private", [{ ...messageOf(1), to: "bob" }, messageOf(3)], [3]],
  ["a mark that is new", [{ ...messageOf(1), me: "loudly", edited: 3 }, messageOf(3)], [1, 3]],
  ["no event at all", [null, 7, "x", [], messageOf(3)], [3]],
];

test.for(LISTS)("§1 in a welcome, the rest is told beside %s", ([, events, ids]) => {
  const { told, send, chat } = trial();
  send(JSON.stringify([{ ...welcome({ cursor: 9 }), events }]));
  expect(told.flatMap((event) => (event.type === "message" ? [event.id] : []))).toEqual(ids);
  expect(chat.saved()).toMatchObject({ after: 9 });
});

test.for(LISTS)("§1 in a page of history, the rest is told beside %s", async ([, events, ids]) => {
  const { room, chat, send } = trial();
  room.tell(welcome());
  const page = chat.history();
  const [asked] = room.take().slice(-1);
  send(JSON.stringify([{ type: "history", cid: asked?.cid, events, more: false }]));
  expect(await page).toMatchObject({ events: ids.map((id) => ({ id })), more: false });
});

test("§1 a page of nothing but new types is gone on from", async () => {
  const { room, chat, send } = trial();
  room.tell(welcome());
  const page = lookBack(chat, { before: 100 });
  const befores: unknown[] = [];
  for (const ids of [[90, 91], [80], []]) {
    const [asked] = room.take().slice(-1);
    befores.push(asked?.before);
    const events = ids.map((id) => ({ type: "reacted", id, at: id }));
    send(JSON.stringify([{ type: "history", cid: asked?.cid, events, more: ids.length > 0 }]));
    await Promise.resolve();
    await Promise.resolve();
  }
  expect(befores).toEqual([100, 90, 80]);
  expect(await page).toMatchObject({ events: [], more: false });
});

test("§1 a newer room: roles, reasons and people that are new", () => {
  const { room, chat, told, send } = trial();
  const members = [
    { nick: "bob", uid: "bob---------", role: "emperor" },
    { nick: 7, uid: "eva---------", role: "member" },
  ];
  send(JSON.stringify([{ ...welcome(), members, limits: { nick: "any" }, topic: 5, slow: "a bit" }]));
  expect(chat.room.members).toMatchObject([{ nick: "bob", role: "member" }, { nick: "ana" }]);
  send(JSON.stringify([{ type: "role", ...SENT, by: "x", byUid: "y", role: "emperor" }]));
  expect(told.at(-1)).toMatchObject({ type: "role", role: "member" });
  send(JSON.stringify([{ type: "left", ...SENT, why: "abducted" }]));
  expect(told.at(-1)).toMatchObject({ type: "left", why: "left" });
  room.tell(messageOf(1));
  send(JSON.stringify([{ type: "reacted", id: 2, at: 20, emoji: "👍" }]));
  expect(chat.saved()).toMatchObject({ after: 2, afterAt: 20 });
});

test("§8 a refusal that can't be read in full is one all the same", () => {
  const { chat, told, send } = trial();
  send(JSON.stringify([welcome()]));
  chat.say({ text: "hi" });
  send(JSON.stringify([{ type: "error", code: "sealed", message: 7, of: "say", cid: 1, retryAfter: [] }]));
  expect(told.at(-1)).toMatchObject({ type: "failed", problem: { problem: "sealed", retryAfter: 0 } });
});
