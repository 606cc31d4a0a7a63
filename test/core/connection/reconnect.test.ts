import { expect, test } from "vitest";
import type { ConnectionEvent } from "../../../client/core/connection/connection.ts";
import { type Lifecycle, Reconnecting } from "../../../client/core/connection/reconnect.ts";
import { isFinal } from "../../../src/protocol/close-code.ts";
import { FakeClock } from "../../support/fake-clock.ts";
import { ScriptedRoom } from "../../support/room/scripted-room.ts";

function trial() {
  const clock = new FakeClock(0);
  const room = new ScriptedRoom();
  const states: Lifecycle[] = [];
  const frames: string[] = [];
  const connection = new Reconnecting({
    connect: room.network.connect,
    clock,
    random: () => 0.5,
    isFinal,
    changed: (lifecycle) => states.push(lifecycle),
    frame: (text) => frames.push(text),
  });
  connection.start();
  room.network.run();
  const pass = (ms: number) => {
    clock.advance(ms);
    room.network.run();
  };
  return { clock, room, states, frames, connection, pass };
}

test.for([1009, 4001, 4003, 4004, 4029])("§8 close code %i is final", (code) => {
  const { room, connection, clock } = trial();
  room.close(code);
  expect(connection.lifecycle).toEqual({ state: "stopped", code, reason: "" });
  expect(clock.pending).toBe(0);
});

test.for([1000, 1001, 1006, 1011, 1012, 4005, 4008])(
  "§8 after close code %i it comes back by itself",
  (code) => {
    const { room, connection, pass } = trial();
    room.close(code);
    expect(connection.lifecycle).toEqual({ state: "waiting", attempt: 1, until: 500 });
    pass(500);
    expect(connection.lifecycle).toEqual({ state: "online" });
  },
);

test("attempts space out until a connection has held for ten seconds after the welcome", () => {
  const { room, connection, pass, clock } = trial();
  const waits: number[] = [];
  const fail = () => {
    room.close(1006);
    const { lifecycle } = connection;
    const wait = lifecycle.state === "waiting" ? lifecycle.until - clock.now() : Number.NaN;
    waits.push(wait);
    pass(wait);
  };
  for (let i = 0; i < 5; i++) fail();
  connection.settled();
  pass(9_999);
  fail();
  connection.settled();
  pass(10_000);
  fail();
  expect(waits).toEqual([500, 1_000, 2_000, 4_000, 5_000, 5_000, 500]);
});

test("§8 a close that says when to come back is obeyed, with jitter, and by a wake-up too", () => {
  const clock = new FakeClock(0);
  let tell: (event: ConnectionEvent) => void = () => {};
  let opened = 0;
  const connection = new Reconnecting({
    connect: (listener) => {
      opened++;
      tell = listener;
      return { send() {}, close() {} };
    },
    clock,
    random: () => 0.5,
    isFinal,
    changed: () => {},
    frame: () => {},
  });
  connection.start();
  tell({ type: "closed", code: 1006, reason: "", retryAfter: 60_000 });
  expect(connection.lifecycle).toEqual({ state: "waiting", attempt: 1, until: 60_500 });
  clock.advance(59_999);
  connection.wake();
  expect(opened).toBe(1);
  clock.advance(501);
  expect(opened).toBe(2);
});

test("a wake-up tries at once", () => {
  const { room, connection } = trial();
  room.close(1006);
  connection.wake();
  room.network.run();
  expect(connection.lifecycle).toEqual({ state: "online" });
});

test("a connection that does not open in 20 s is given up", () => {
  const { room, connection, clock } = trial();
  room.close(1006);
  clock.advance(500);
  expect(connection.lifecycle.state).toBe("connecting");
  clock.advance(20_000);
  expect(connection.lifecycle.state).toBe("waiting");
});

test("§1 pings every 25 s, and a pong is nobody's business", () => {
  const { room, frames, pass } = trial();
  for (let i = 0; i < 3; i++) {
    pass(24_999);
    expect(room.frames).toHaveLength(i);
    pass(1);
    expect(room.frames).toHaveLength(i + 1);
    room.end.send("pong");
    room.network.run();
  }
  expect(room.frames).toEqual(["ping", "ping", "ping"]);
  expect(frames).toEqual([]);
});

test("§1 pings after each 512 KiB received, counted in UTF-8", () => {
  const { room } = trial();
  const frame = "é".repeat(64 * 1024);
  for (let i = 0; i < 8; i++) {
    room.end.send(frame);
    room.network.run();
    expect(room.frames).toHaveLength(i < 3 ? 0 : i < 7 ? 1 : 2);
  }
});

test("a room that answers nothing for 15 s is gone; any frame is an answer", () => {
  const { room, connection, pass } = trial();
  pass(25_000);
  pass(14_999);
  room.end.send("[]");
  room.network.run();
  pass(10_001);
  expect(connection.lifecycle.state).toBe("online");
  pass(15_000);
  expect(connection.lifecycle.state).toBe("waiting");
});

test("after a wake-up, 5 s without an answer are enough", () => {
  const { connection, pass } = trial();
  connection.wake();
  pass(4_999);
  expect(connection.lifecycle.state).toBe("online");
  pass(1);
  expect(connection.lifecycle.state).toBe("waiting");
});

test("what an abandoned connection still says counts no more", () => {
  const clock = new FakeClock();
  const listeners: ((event: ConnectionEvent) => void)[] = [];
  const frames: string[] = [];
  const connection = new Reconnecting({
    connect: (listener) => {
      listeners.push(listener);
      return { send() {}, close() {} };
    },
    clock,
    random: () => 0,
    isFinal,
    changed: () => {},
    frame: (text) => frames.push(text),
  });
  connection.start();
  listeners[0]?.({ type: "open" });
  connection.drop();
  clock.advance(0);
  listeners[1]?.({ type: "open" });
  listeners[0]?.({ type: "frame", text: "late" });
  listeners[0]?.({ type: "closed", code: 4001, reason: "" });
  listeners[1]?.({ type: "frame", text: "new" });
  expect(frames).toEqual(["new"]);
  expect(connection.lifecycle).toEqual({ state: "online" });
});

test("stopped, it is quiet until it is started again", () => {
  const { room, connection, clock } = trial();
  connection.stop();
  room.network.run();
  expect(room.closed).toEqual([1000]);
  expect(clock.pending).toBe(0);
  connection.wake();
  expect(connection.lifecycle.state).toBe("stopped");
  connection.start();
  room.network.run();
  expect(connection.lifecycle.state).toBe("online");
});
