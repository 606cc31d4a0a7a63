import { expect, test } from "vitest";
import { createChat } from "../../../client/core/create-chat.ts";
import type { ErrorCode } from "../../../src/protocol/error.ts";
import { FakeClock } from "../../support/fake-clock.ts";
import { messageOf, ScriptedRoom, welcome } from "../../support/room/scripted-room.ts";

function trial() {
  const clock = new FakeClock(0);
  const room = new ScriptedRoom();
  const chat = createChat({
    connect: room.network.connect,
    clock,
    random: () => 0.5,
    nick: "ana",
    token: "ana-------------------",
    client: "one",
  });
  chat.start();
  room.network.run();
  const refuse = (code: ErrorCode, retryAfter?: number) =>
    room.tell({
      type: "error",
      code,
      message: "No.",
      of: "join",
      ...(retryAfter !== undefined && { retryAfter }),
    });
  const pass = (ms: number) => {
    clock.advance(ms);
    room.network.run();
  };
  return { clock, room, chat, refuse, pass };
}

const JOIN = { type: "join", nick: "ana", token: "ana-------------------", client: "one" };

test("§3 it joins as soon as the socket opens, and says nothing before the welcome", () => {
  const { room, chat } = trial();
  chat.say({ text: "early" });
  expect(room.take()).toEqual([JOIN]);
  expect(chat.state.state).toBe("connecting");
  room.tell(welcome());
  expect(chat.state).toEqual({ state: "online" });
  expect(room.take()).toEqual([{ type: "say", text: "early", cid: 1 }]);
});

test("§3 it comes back as the same client, from where it was, under the nickname it has", () => {
  const { room, chat, pass } = trial();
  room.tell(welcome({ epoch: 7 }));
  room.tell(messageOf(3), { type: "renamed", uid: "ana---------", from: "ana", nick: "anna", at: 1 });
  expect(chat.room.you?.nick).toBe("anna");
  room.take();
  room.close(1006);
  pass(500);
  expect(room.take()).toEqual([{ ...JOIN, nick: "anna", after: 3, afterAt: 3, epoch: 7 }]);
});

test.for(["nick_taken", "bad_nick", "locked", "bad_key", "bad_frame"] as const)(
  "§3 refused with %s, it asks its person, and tries again on the same socket",
  (code) => {
    const { room, chat, refuse } = trial();
    room.take();
    refuse(code);
    expect(chat.state).toEqual({ state: "refused", problem: { problem: code, message: "No." } });
    chat.rejoin({ nick: "anna", key: "sesame" });
    expect(room.take()).toEqual([{ ...JOIN, nick: "anna", key: "sesame" }]);
    expect(room.ends).toHaveLength(1);
  },
);

test("§3 while it asks, it does not knock again, and keeps what waits; the answer opens a new socket", () => {
  const { room, chat, refuse, pass } = trial();
  chat.say({ text: "kept" });
  refuse("nick_taken");
  room.close(4008);
  pass(3_600_000);
  expect(room.ends).toHaveLength(1);
  expect(chat.state.state).toBe("refused");
  room.take();
  chat.rejoin({ nick: "anna" });
  expect(room.take()).toEqual([{ ...JOIN, nick: "anna" }]);
  room.tell(welcome());
  expect(room.take()).toMatchObject([{ type: "say", text: "kept" }]);
});

/** A server that does not open its door, and says why by other means. */
function closedDoor(problem: ErrorCode) {
  const clock = new FakeClock(0);
  let opened = 0;
  const refusal = { problem, message: "No." };
  const chat = createChat({
    connect: (listener) => {
      opened += 1;
      clock.setTimer(1, () => listener({ type: "closed", code: 1006, reason: "", refusal }));
      return { send() {}, close() {} };
    },
    clock,
    random: () => 0.5,
    ...{ nick: "ana", token: "ana-------------------", client: "one" },
  });
  chat.start();
  chat.say({ text: "kept" });
  clock.advance(1);
  return { clock, chat, refusal, opened: () => opened };
}

test.for(["no_pass", "no_such_room", "closed"] as const)(
  "§11 not let in at all (%s): it stays away, keeps what waits, and tries again when its person does",
  async (code) => {
    const { clock, chat, refusal, opened } = closedDoor(code);
    expect(chat.state).toEqual({ state: "refused", problem: refusal });
    clock.advance(3_600_000);
    expect(opened()).toBe(1);
    expect(clock.pending).toBe(0);
    chat.rejoin();
    expect(opened()).toBe(2);
    clock.advance(1);
    expect(chat.state.state).toBe("refused");
    expect(chat.outbox).toHaveLength(1);
    await chat.leave();
    expect(chat.state).toMatchObject({ state: "stopped", code: 1000 });
  },
);

test("§8 too many refusals: stopped, until the person tries again", () => {
  const { room, chat, refuse } = trial();
  refuse("bad_key");
  room.close(4029);
  expect(chat.state).toEqual({ state: "stopped", code: 4029, reason: "" });
  chat.rejoin({ key: "sesame" });
  room.network.run();
  expect(room.ends).toHaveLength(2);
});

test("§7 banned: stopped at once, with the reason", () => {
  const { chat, refuse, clock } = trial();
  refuse("banned");
  const problem = { problem: "banned", message: "No." };
  expect(chat.state).toEqual({ state: "stopped", code: 4004, reason: "No.", problem });
  expect(clock.pending).toBe(0);
});

test("§8 room full: comes back by itself, and says why it waits", () => {
  const { chat, refuse, room, pass } = trial();
  refuse("room_full");
  expect(chat.state).toMatchObject({ state: "waiting", until: 500, problem: { problem: "room_full" } });
  room.take();
  pass(500);
  expect(room.take()).toEqual([JOIN]);
});

test.for(["room_full", "rate_limited", "internal"] as const)(
  "§8 %s with a time: comes back no earlier, nor when it is woken, and a little later than others",
  (code) => {
    const { chat, refuse, room, pass } = trial();
    refuse(code, 9_000);
    expect(chat.state).toMatchObject({ state: "waiting", until: 9_500, problem: { problem: code } });
    room.take();
    pass(8_999);
    chat.wake();
    chat.rejoin();
    expect(room.take()).toEqual([]);
    pass(501);
    expect(room.take()).toEqual([JOIN]);
  },
);

test("§8 once the time is up, a wake-up tries at once", () => {
  const { chat, refuse, room, pass } = trial();
  refuse("room_full", 9_000);
  room.take();
  pass(9_001);
  chat.wake();
  expect(room.take()).toEqual([JOIN]);
});

/** Refusals of a server that wants its clients to go round in a circle, or never to come back. */
const WAITS: [retryAfter: unknown, joins: number][] = [
  [undefined, 15],
  [0, 15],
  [-1, 15],
  [-1e300, 15],
  ["soon", 15],
  [null, 15],
  [0.001, 15],
  [1e300, 1],
];

test.for(WAITS)(
  "§8 a server that says retryAfter %s to each join gets few in a minute",
  ([retryAfter, most]) => {
    const { room, pass } = trial();
    let joins = 0;
    for (let ms = 0; ms < 60_000; ms += 10) {
      for (const { type } of room.take()) {
        if (type === "join") joins++;
        room.end.send(JSON.stringify([{ type: "error", code: "rate_limited", message: "No.", retryAfter }]));
        room.network.run();
      }
      pass(10);
    }
    expect(joins).toBeGreaterThan(0);
    expect(joins).toBeLessThanOrEqual(most);
  },
);

test("§8 the longest that a server can send somebody away is a day", () => {
  const { refuse, room, pass } = trial();
  refuse("room_full", 1e300);
  room.take();
  pass(86_400_500);
  expect(room.take()).toEqual([JOIN]);
});

test("§8 a server that welcomes and closes is not run at, but comes to be met ever more seldom", () => {
  const { room, pass } = trial();
  let joins = 0;
  for (let ms = 0; ms < 60_000; ms += 10) {
    for (const { type } of room.take()) {
      if (type !== "join") continue;
      joins++;
      room.tell(welcome());
      room.close(1006);
    }
    pass(10);
  }
  expect(joins).toBeLessThanOrEqual(15);
});

test("§8 a room that welcomes again and again changes nothing", () => {
  const { room, chat } = trial();
  room.tell(welcome({ topic: "first" }));
  for (let i = 0; i < 10; i++) room.tell(welcome({ topic: "again", cursor: i, sent: i }));
  expect(chat.state).toEqual({ state: "online" });
  expect(chat.room.topic).toBe("first");
});

test("§1 a refusal with a code that is new to this client is told with its own words", () => {
  const { room, chat } = trial();
  room.tell({
    type: "error",
    code: "no_pass",
    message: "You need a pass.",
    detail: "pass_expired",
    of: "join",
  });
  const problem = { problem: "no_pass", message: "You need a pass.", detail: "pass_expired" };
  expect(chat.state).toEqual({ state: "refused", problem });
});

test("§1 a welcome that can't be read is told as such, and another one is asked for", () => {
  const { room, chat, pass } = trial();
  room.take();
  room.end.send(JSON.stringify([{ ...welcome(), epoch: "yesterday" }]));
  room.network.run();
  expect(chat.state).toMatchObject({ state: "waiting", problem: { problem: "unreadable" } });
  pass(500);
  expect(room.take()).toEqual([JOIN]);
  room.tell(welcome());
  expect(chat.state).toEqual({ state: "online" });
});

test("a room that never answers a join is given up", () => {
  const { chat, room, clock } = trial();
  for (let i = 0; i < 29; i++) {
    clock.advance(1_000);
    room.end.send("pong");
    room.network.run();
  }
  expect(chat.state.state).toBe("connecting");
  clock.advance(1_000);
  expect(chat.state).toMatchObject({ state: "waiting", problem: { problem: "no_answer" } });
});

test("§8 a room that says not_joined gets a new join", () => {
  const { chat, room, pass } = trial();
  room.tell(welcome());
  chat.say({ text: "lost?" });
  room.take();
  room.tell({ type: "error", code: "not_joined", message: "No.", of: "say", cid: 1 });
  pass(500);
  expect(room.take()).toMatchObject([{ type: "join" }]);
  room.tell(welcome());
  expect(room.take()).toMatchObject([{ type: "say", text: "lost?", cid: 1 }]);
});

test("§3 replaced by another client: stopped", () => {
  const { chat, room } = trial();
  room.tell(welcome());
  room.close(4001);
  expect(chat.state).toMatchObject({ state: "stopped", code: 4001 });
});

test("§3 replaced by its own ghost, a join that the room heard late: comes back, once", () => {
  const { chat, room, pass } = trial();
  pass(40_000);
  expect(room.ends).toHaveLength(2);
  room.tell(welcome());
  room.close(4001);
  expect(chat.state.state).toBe("waiting");
  pass(1_000);
  room.tell(welcome());
  room.close(4001);
  expect(chat.state.state).toBe("stopped");
});

test("§4 leaving: says so, and resolves with the close", async () => {
  const { chat, room, clock } = trial();
  room.tell(welcome());
  room.take();
  const left = chat.leave();
  expect(room.take()).toEqual([{ type: "leave" }]);
  room.close(1000);
  await left;
  expect(chat.state).toMatchObject({ state: "stopped", code: 1000 });
  expect(clock.pending).toBe(0);
});

test("leaving takes a second at most", async () => {
  const { chat, room, clock } = trial();
  room.tell(welcome());
  const left = chat.leave();
  clock.advance(1_000);
  await left;
  expect(chat.state).toMatchObject({ state: "stopped", code: 1000 });
});

test("§3 an impatient person does not join twice on one socket", () => {
  const { chat, room, refuse } = trial();
  room.take();
  chat.rejoin({ nick: "anna" });
  expect(room.take()).toEqual([]);
  refuse("nick_taken");
  chat.rejoin();
  chat.rejoin();
  expect(room.take()).toEqual([{ ...JOIN, nick: "anna" }]);
});

test("leaving twice resolves twice", async () => {
  const { chat, room } = trial();
  room.tell(welcome());
  const left = [chat.leave(), chat.leave()];
  room.close(1000);
  await Promise.all(left);
});

test("§4 leaving behind a join that is not answered yet", () => {
  const { chat, room } = trial();
  void chat.leave();
  expect(room.take()).toEqual([JOIN, { type: "leave" }]);
});

test.for(["refused", "offline"])("leaving while there is no room to tell: %s", async (when) => {
  const { chat, room, refuse, clock } = trial();
  if (when === "refused") refuse("nick_taken");
  if (when === "offline") room.close(1006);
  await chat.leave();
  expect(chat.state).toMatchObject({ state: "stopped", code: 1000 });
  expect(clock.pending).toBe(0);
});
