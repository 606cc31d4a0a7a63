import { describe, expect, test } from "vitest";
import type { ChatEvent } from "../../client/core/chat-event.ts";
import { createChat } from "../../client/core/create-chat.ts";
import type { Welcome } from "../../src/protocol/event.ts";
import { FakeClock } from "../support/fake-clock.ts";
import { ScriptedRoom, welcome } from "../support/room/scripted-room.ts";

/** Ana's chat in a room that follows the test's script, with `people` beside her. */
function trial(given: Partial<Welcome> = {}) {
  const clock = new FakeClock(0);
  const room = new ScriptedRoom();
  const told: ChatEvent[] = [];
  const { connect } = room.network;
  const chat = createChat({
    ...{ connect, clock, random: () => 0.5, nick: "ana", token: "ana-------------------", client: "one" },
  });
  chat.start();
  const come = (fields: Partial<Welcome> = {}) =>
    room.tell(welcome({ features: ["seen"], cursor: 100, cursorAt: 1, ...given, ...fields }));
  come();
  chat.subscribe((event) => told.push(event));
  /** What of this the room is told, of what it was sent. */
  const said = () => room.take().flatMap(({ type, id }) => (type === "seen" ? [id] : []));
  const pass = (ms: number) => {
    clock.advance(ms);
    return said();
  };
  const comeBack = (fields: Partial<Welcome> = {}) => {
    room.close(1006);
    clock.advance(500);
    room.take();
    come(fields);
    return said();
  };
  said();
  return { room, chat, told, said, pass, comeBack };
}

describe("§5.11 how far this person has read", () => {
  test("is said at once, and then the newest of about a second", () => {
    const { chat, said, pass } = trial();
    chat.seen(3);
    expect(said()).toEqual([3]);
    for (const id of [4, 6, 5]) chat.seen(id);
    expect(chat.room.seen).toBe(6);
    expect(pass(1_009)).toEqual([]);
    expect(pass(1)).toEqual([6]);
    expect(pass(9_000)).toEqual([]);
    chat.seen(7);
    expect(said()).toEqual([7]);
  });

  test("is said less often in a large room", () => {
    const members = Array.from({ length: 999 }, (_, nth) => {
      return { nick: `n${nth}`, uid: `n${nth}`.padEnd(12, "-"), role: "member" } as const;
    });
    const { chat, said, pass } = trial({ members });
    for (const id of [3, 4]) chat.seen(id);
    expect(said()).toEqual([3]);
    expect(pass(10_999)).toEqual([]);
    expect(pass(1)).toEqual([4]);
  });

  test.each(["what the room knew", "what was said", "what another client said"])(
    "is not said again: %s",
    (what) => {
      const { room, chat, told, said } = trial({ seen: what === "what the room knew" ? 5 : 0 });
      if (what === "what was said") chat.seen(5);
      if (what === "what another client said") room.tell({ type: "seen", id: 5 });
      said();
      expect(told).toEqual(what === "what another client said" ? [{ type: "seen", id: 5 }] : []);
      for (const id of [5, 4, 0]) chat.seen(id);
      expect(said()).toEqual([]);
      expect(chat.room.seen).toBe(5);
    },
  );

  test.each([
    ["a crash has lost it", {}, [5], 5],
    ["the room has it", { seen: 5 }, [], 5],
    ["another client has read more", { seen: 8 }, [], 8],
    ["the room was erased", { epoch: 2, seen: 1 }, [], 1],
    ["the room goes on from a backup", { reset: true, cursor: 3, seen: 2 }, [], 2],
    ["the room goes on from a backup, untold", { cursor: 3 }, [], 0],
    ["the room can't be told any more", { features: [] }, [], 5],
  ] as const)("on the way back, where %s", (_, fields, ...[said, seen]) => {
    const { chat, comeBack } = trial();
    chat.seen(5);
    expect(comeBack(JSON.parse(JSON.stringify(fields)))).toEqual(said);
    expect(chat.room.seen).toBe(seen);
  });

  test("what was read offline is said on the way back", () => {
    const { room, chat, comeBack } = trial();
    room.close(1006);
    chat.seen(5);
    expect(comeBack()).toEqual([5]);
  });

  test("is not said where the room can't be told", () => {
    const { room, chat, told } = trial({ features: ["telepathy"] });
    chat.seen(5);
    expect([room.take(), told, chat.room.features]).toEqual([[], [], ["telepathy"]]);
  });

  test.each(["leave", "close"] as const)("what waits is said before a %s", (end) => {
    const { room, chat, said } = trial();
    for (const id of [3, 4]) chat.seen(id);
    expect(said()).toEqual([3]);
    void chat[end]();
    expect(room.take()[0]).toEqual({ type: "seen", id: 4 });
  });
});

test("a room that says nothing of features has none", () => {
  const { features: _, seen: __, ...old } = welcome();
  const room = new ScriptedRoom();
  const { connect } = room.network;
  const clock = new FakeClock(0);
  const chat = createChat({
    connect,
    clock,
    random: () => 0.5,
    nick: "ana",
    token: "a".repeat(22),
    client: "one",
  });
  chat.start();
  room.network.run();
  room.end.send(JSON.stringify([old]));
  room.network.run();
  expect(chat.state.state).toBe("online");
  expect([chat.room.features, chat.room.seen]).toEqual([[], 0]);
});
