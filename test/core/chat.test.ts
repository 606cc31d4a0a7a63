import { expect, test } from "vitest";
import type { ChatEvent } from "../../client/core/chat-event.ts";
import { createChat } from "../../client/core/create-chat.ts";
import type { ErrorCode } from "../../src/protocol/error.ts";
import type { RoomEvent, Welcome } from "../../src/protocol/event.ts";
import { FakeClock } from "../support/fake-clock.ts";
import { messageOf, ScriptedRoom, welcome } from "../support/room/scripted-room.ts";
import { Trial } from "../support/trial.ts";

/** Ana's chat, welcomed into a room that follows the test's script. */
function trial(given: Partial<Welcome> = {}) {
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
  chat.start();
  room.tell(welcome(given));
  room.take();
  chat.subscribe((event) => told.push(event));
  const pass = (ms: number) => {
    clock.advance(ms);
    room.network.run();
  };
  const refuse = (cid: number, code: ErrorCode, { of = "say", retryAfter = 0 } = {}) =>
    room.tell({ type: "error", code, message: "No.", of, cid, ...(retryAfter > 0 && { retryAfter }) });
  const sent = () => room.take().map(({ cid, text }) => `${cid} ${text}`);
  return { clock, room, chat, told, pass, refuse, sent };
}

test("§5 what is typed offline goes out once, in order", () => {
  const lobby = new Trial();
  const ana = lobby.chat("ana");
  const bob = lobby.chat("bob");
  lobby.settle();
  ana.chat.say({ text: "one" });
  lobby.settle();
  lobby.cut();
  ana.chat.say({ text: "two" });
  ana.chat.say({ text: "three" });
  lobby.settle(10_000);
  expect(lobby.room.messages.map(({ text }) => text)).toEqual(["one", "two", "three"]);
  expect(ana.texts).toEqual(["one", "two", "three"]);
  expect(bob.texts).toEqual(["one", "two", "three"]);
  expect(ana.chat.outbox).toEqual([]);
});

test("§5 an entry's way: pending, stored with its id, then its own message with its key", () => {
  const { room, chat, told } = trial();
  const entry = chat.say({ text: "text 7" });
  const { key } = entry as { key: number };
  room.tell({ type: "stored", cid: 1, id: 7 }, messageOf(7, "ana"));
  expect(told).toEqual([
    { type: "pending", entry },
    { type: "stored", entry: { ...entry, state: "sent", cid: 1 }, id: 7 },
    { ...messageOf(7, "ana"), own: true, replayed: false, entry: key },
  ]);
});

test("§8 at most a burst is unanswered, and the pace is the room's", () => {
  const { room, chat, pass, sent } = trial();
  for (let i = 1; i <= 14; i++) chat.say({ text: "x" });
  expect(sent()).toHaveLength(10);
  pass(10_000);
  expect(sent()).toEqual([]);
  room.tell({ type: "stored", cid: 10, id: 10 });
  expect(sent()).toEqual(["11 x", "12 x", "13 x", "14 x"]);
  expect(chat.outbox).toHaveLength(4);
});

test("§8 rate_limited is waited out, and nothing changes places", () => {
  const { chat, told, pass, refuse, sent } = trial();
  for (const text of ["a", "b"]) chat.say({ text });
  sent();
  refuse(1, "rate_limited", { retryAfter: 3_000 });
  refuse(2, "out_of_order");
  expect(told.at(-1)).toEqual({ type: "paused", until: 3_000 });
  pass(2_999);
  expect(sent()).toEqual([]);
  pass(1);
  expect(sent()).toEqual(["1 a", "2 b"]);
});

test("§7 slow mode: a member's messages go one by one, and questions meanwhile", () => {
  const { room, chat, pass, refuse, sent } = trial({ slow: 10 });
  for (const text of ["a", "b"]) chat.say({ text });
  expect(sent()).toEqual(["1 a"]);
  room.tell({ type: "stored", cid: 1, id: 1 });
  expect(sent()).toEqual(["2 b"]);
  refuse(2, "rate_limited", { retryAfter: 10_000 });
  void chat.history();
  pass(1_000);
  expect(room.take()).toMatchObject([{ type: "history" }]);
  pass(9_000);
  expect(sent()).toEqual(["2 b"]);
});

test.each<{ name: string; event: RoomEvent }>([
  { name: "slow mode ends", event: { type: "slow", seconds: 0, by: "bob", byUid: "bob---------", at: 0 } },
  {
    name: "one is made a mod",
    event: { type: "role", nick: "ana", uid: "ana---------", role: "mod", by: "bob", byUid: "b", at: 0 },
  },
])("§7 what waits goes out once $name", ({ event }) => {
  const { room, chat, pass, refuse, sent } = trial({ slow: 60 });
  chat.say({ text: "a" });
  sent();
  refuse(1, "rate_limited", { retryAfter: 60_000 });
  room.tell(event);
  pass(1_000);
  expect(sent()).toEqual(["1 a"]);
});

test("§5 a refusal fails one entry; the rest follows under its number", () => {
  const { chat, told, refuse, sent, pass } = trial();
  for (const text of ["a", "b", "c"]) chat.say({ text });
  sent();
  refuse(1, "no_such_nick");
  refuse(2, "out_of_order");
  refuse(3, "out_of_order");
  expect(told.filter(({ type }) => type === "failed")).toMatchObject([
    { entry: { draft: { text: "a" } }, problem: { problem: "no_such_nick", message: "No." } },
  ]);
  pass(1_000);
  expect(sent()).toEqual(["1 b", "2 c"]);
});

test("§5 a number that the room does not follow leads to a new welcome", () => {
  const { room, chat, refuse, sent, pass } = trial();
  chat.say({ text: "a" });
  sent();
  refuse(1, "out_of_order");
  pass(500);
  expect(room.take()).toMatchObject([{ type: "join" }]);
  room.tell(welcome({ sent: 6 }));
  expect(sent()).toEqual(["7 a"]);
});

test("§5 a room that says nothing of what it was sent for 30 s is told it again, by another connection", () => {
  const { room, chat, sent, pass } = trial();
  chat.say({ text: "a" });
  chat.say({ text: "b" });
  expect(sent()).toEqual(["1 a", "2 b"]);
  const live = (seconds: number) => {
    for (let second = 0; second < seconds; second++) {
      pass(1_000);
      room.end.send("pong");
      room.network.run();
    }
  };
  live(20);
  room.tell({ type: "stored", cid: 1, id: 1 });
  live(29);
  expect(chat.state.state).toBe("online");
  live(1);
  expect(chat.state).toMatchObject({ state: "waiting", problem: { problem: "no_answer" } });
  pass(500);
  room.take();
  room.tell(welcome({ sent: 1, cursor: 1 }));
  expect(sent()).toEqual(["2 b"]);
});

test("§5 forgotten by retention: the person is asked before anything is sent again", () => {
  const { room, chat, told, sent, pass } = trial({ sent: 4 });
  chat.say({ text: "a" });
  sent();
  room.close(1006);
  chat.say({ text: "b" });
  pass(500);
  room.take();
  room.tell(welcome({ sent: 0 }));
  expect(told).toContainEqual({ type: "unsure", entries: [expect.objectContaining({ state: "unsure" })] });
  expect(sent()).toEqual(["1 b"]);
  const [unsure] = chat.outbox;
  chat.resend(unsure?.key ?? 0);
  expect(sent()).toEqual(["2 a"]);
});

const REFUSED: [what: string, text: string, problem: string][] = [
  ["white space", " \n", "bad_text"],
  ["a control character", "a\u0007", "bad_text"],
  ["half a surrogate pair", "a\ud800", "bad_text"],
  ["4,001 code points", "😀".repeat(4_001), "too_long"],
  ["more than 16 KiB", "😀".repeat(4_000), "too_big"],
];

test.for(REFUSED)("§5 %s is refused before it is sent", ([, text, problem]) => {
  const { chat, told, room } = trial();
  // The name makes the largest text a little larger than a frame.
  expect(chat.say({ text, to: "é".repeat(200) })).toMatchObject({ problem });
  expect(told).toEqual([]);
  expect(room.take()).toEqual([]);
});

test("the fifty-first waiting entry is refused", () => {
  const { chat, room } = trial();
  room.close(1006);
  for (let i = 0; i < 50; i++) expect(chat.say({ text: "x" })).toMatchObject({ state: "waiting" });
  expect(chat.say({ text: "x" })).toMatchObject({ problem: "outbox_full" });
});

test("§6 answers find their questions, in whatever order", async () => {
  const { chat, room } = trial();
  const asked = [chat.history({ before: 9 }), chat.search({ text: "x" }), chat.bans()] as const;
  const [history, search, bans] = room.take().map(({ cid }) => Number(cid));
  room.tell(
    { type: "bans", cid: bans ?? 0, list: [] },
    { type: "found", cid: search ?? 0, events: [], more: true, before: 3 },
    { type: "history", cid: history ?? 0, events: [messageOf(1)], more: false },
  );
  expect(await Promise.all(asked)).toMatchObject([
    { events: [{ id: 1 }], more: false },
    { events: [], more: true, before: 3 },
    { list: [] },
  ]);
});

test("§6 a question that is refused or cut off is answered with a problem; rate_limited is asked again", async () => {
  const { chat, room, refuse, pass } = trial();
  const forbidden = chat.bans();
  const later = chat.search({ text: "x" });
  room.take();
  refuse(1, "forbidden", { of: "bans" });
  refuse(2, "rate_limited", { of: "search", retryAfter: 500 });
  expect(await forbidden).toEqual({ problem: "forbidden", message: "No." });
  pass(500);
  expect(room.take()).toMatchObject([{ type: "search", cid: 2 }]);
  room.close(1006);
  expect(await later).toMatchObject({ problem: "offline" });
  expect(await chat.history()).toMatchObject({ problem: "offline" });
});

test("§7 other commands are sent as they are; their refusal is told", () => {
  const { chat, room, told } = trial();
  expect(chat.kick("bob---------", "spam")).toBeUndefined();
  expect(room.take()).toEqual([{ type: "kick", who: "bob---------", reason: "spam" }]);
  room.tell({ type: "error", code: "forbidden", message: "No.", of: "kick" });
  expect(told.at(-1)).toEqual({
    type: "error",
    of: "kick",
    problem: { problem: "forbidden", message: "No." },
  });
  expect(chat.topic("x".repeat(17_000))).toMatchObject({ problem: "too_big" });
  room.close(1006);
  expect(chat.kick("bob")).toMatchObject({ problem: "offline" });
});

test("§5 typing is told every 3 s at most, and never offline", () => {
  const { chat, room, pass } = trial();
  for (let i = 0; i < 6; i++) {
    chat.typing();
    pass(1_000);
  }
  expect(room.take()).toEqual([{ type: "typing" }, { type: "typing" }]);
  room.close(1006);
  chat.typing();
});

test("the room's view follows what the room tells", () => {
  const { chat, room } = trial();
  const by = { by: "bob", byUid: "bob---------", at: 1 };
  const bob = { nick: "bob", uid: "bob---------" };
  room.tell(
    { type: "joined", ...bob, role: "owner", at: 1 },
    { type: "topic", text: "tea", ...by },
    { type: "locked", locked: true, ...by },
    { type: "slow", seconds: 5, ...by },
    { type: "role", nick: "ana", uid: "ana---------", role: "mod", ...by },
    { type: "renamed", uid: bob.uid, from: "bob", nick: "robert", at: 2 },
  );
  expect(chat.room).toMatchObject({ name: "lobby", topic: "tea", locked: true, slow: 5 });
  expect(chat.room.you).toMatchObject({ nick: "ana", role: "mod" });
  expect(chat.room.members.map(({ nick }) => nick)).toEqual(["ana", "robert"]);
  room.tell({ type: "left", ...bob, why: "lost", at: 3 });
  expect(chat.room.members.map(({ nick }) => nick)).toEqual(["ana"]);
});

test("recent messages are kept in their present form", () => {
  const { chat, room } = trial();
  const by = { by: "bob", byUid: "bob---------", at: 1 };
  room.tell(
    messageOf(1),
    messageOf(2),
    { type: "edited", id: 3, target: 1, text: "better", ...by },
    { type: "deleted", id: 4, target: 2, ...by },
  );
  const { text: _, ...two } = messageOf(2);
  expect(chat.recent).toEqual([
    { ...messageOf(1), text: "better", edited: true },
    { ...two, deleted: true },
  ]);
});

test("§5.12 a reaction is sent like a message: numbered, kept until it is stored, and once", () => {
  const lobby = new Trial();
  const ana = lobby.chat("ana");
  const bob = lobby.chat("bob");
  lobby.settle();
  bob.chat.say({ text: "one" });
  lobby.settle();
  ana.chat.react(1, "👍");
  lobby.settle();
  expect(ana.chat.recent).toMatchObject([{ reactions: [{ emoji: "👍", count: 1, me: true }] }]);
  expect(bob.chat.recent[0]?.reactions).toEqual([{ emoji: "👍", count: 1, who: ["ana---------"] }]);
  lobby.cut();
  ana.chat.react(1, "👍", false);
  const saved = JSON.parse(JSON.stringify(ana.chat.saved()));
  expect(saved.outbox).toMatchObject([{ draft: { type: "react", id: 1, emoji: "👍", on: false } }]);
  ana.chat.close();
  const again = lobby.chat("ana", { saved });
  lobby.settle(1_000);
  expect(lobby.room.log.filter(({ type }) => type === "reacted")).toHaveLength(2);
  expect(again.of("stored", "reacted")).toMatchObject([
    { type: "stored", entry: { draft: { type: "react" } } },
    { type: "reacted", on: false, own: true, replayed: false, entry: expect.any(Number) },
  ]);
  expect([again.chat.outbox, bob.chat.recent[0]?.reactions]).toEqual([[], []]);
});

test("a reaction that the room refuses is told as failed", () => {
  const { chat, room, told } = trial();
  chat.react(1, "👍");
  room.tell({ type: "error", code: "no_such_message", message: "Gone.", of: "react", cid: 1 });
  expect(told.at(-1)).toMatchObject({
    type: "failed",
    entry: { draft: { type: "react", id: 1 } },
    problem: { problem: "no_such_message" },
  });
  expect(chat.outbox).toEqual([]);
});

test("what a listener says is told to all after what it heard", () => {
  const { chat, room, told } = trial();
  const end = chat.subscribe((event) => {
    if (event.type === "message") chat.say({ text: "echo" });
  });
  room.tell(messageOf(1));
  end();
  expect(told.map(({ type }) => type)).toEqual(["message", "pending"]);
});

test("saved and restored, nothing is lost or doubled", () => {
  const lobby = new Trial();
  const before = lobby.chat("ana");
  lobby.settle();
  before.chat.say({ text: "one" });
  lobby.settle();
  lobby.cut();
  before.chat.say({ text: "two" });
  const saved = JSON.parse(JSON.stringify(before.chat.saved()));
  before.chat.close();
  const after = lobby.chat("ana", { saved });
  lobby.settle(1_000);
  expect(lobby.room.messages.map(({ text }) => text)).toEqual(["one", "two"]);
  expect(after.texts).toEqual(["two"]);
});

test("§5.13 the room's view follows who is away", () => {
  const { chat, room, told } = trial();
  const bob = { nick: "bob", uid: "bob---------" };
  room.tell(
    { type: "joined", ...bob, role: "mod", bot: true, at: 1 },
    { type: "away", ...bob, text: "lunch" },
  );
  expect(chat.room.members[1]).toEqual({ ...bob, role: "mod", bot: true, away: "lunch" });
  expect(told.at(-1)).toEqual({ type: "away", ...bob, text: "lunch" });
  room.tell(
    { type: "away", ...bob, text: null },
    { type: "away", nick: "zoe", uid: "zoe---------", text: "tea" },
  );
  expect(chat.room.members.slice(1)).toEqual([{ ...bob, role: "mod", bot: true }]);
});

test("§5.13 away is sent, and not offline", () => {
  const { chat, room } = trial();
  for (const text of ["lunch", null]) expect(chat.away(text)).toBeUndefined();
  expect(room.take()).toEqual([
    { type: "away", text: "lunch" },
    { type: "away", text: null },
  ]);
  room.close(1006);
  expect(chat.away("lunch")).toMatchObject({ problem: "offline" });
});

test("§5.14 visible is said where anybody is pushed to, and again on each way back", () => {
  const { chat, room, pass } = trial({ features: ["push"] });
  chat.visible(true);
  chat.visible(false);
  expect(room.take()).toEqual([
    { type: "visible", on: true },
    { type: "visible", on: false },
  ]);
  room.close(1006);
  chat.visible(true);
  pass(500);
  room.take();
  room.tell(welcome({ features: ["push"] }));
  expect(room.take()).toEqual([{ type: "visible", on: true }]);
  room.close(1006);
  pass(500);
  room.take();
  room.tell(welcome());
  chat.visible(false);
  expect(room.take()).toEqual([]);
});

test("§3.6 a program says that it is one", () => {
  const lobby = new Trial();
  lobby.chat("robot", { bot: true });
  lobby.chat("ana");
  lobby.settle();
  expect(lobby.room.joins.map(({ nick, bot }) => [nick, bot])).toEqual([
    ["robot", true],
    ["ana", undefined],
  ]);
});
