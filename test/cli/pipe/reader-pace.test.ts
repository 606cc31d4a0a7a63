import { expect, test } from "vitest";
import { ReaderPace } from "../../../client/cli/pipe/reader-pace.ts";
import { createChat } from "../../../client/core/create-chat.ts";
import { FakeClock } from "../../support/fake-clock.ts";
import { messageOf, ScriptedRoom, welcome } from "../../support/room/scripted-room.ts";

const MIB = 1024 * 1024;

function listen() {
  const clock = new FakeClock();
  const room = new ScriptedRoom();
  const identity = { nick: "ana", token: "a".repeat(22), client: "one" };
  const chat = createChat({ connect: room.network.connect, clock, random: () => 0, ...identity });
  const read: (() => void)[] = [];
  const output = { waiting: 0, onceRead: (fn: () => void) => void read.push(fn) };
  const pace = new ReaderPace(chat, output);
  const told: number[] = [];
  chat.subscribe((event) => {
    if (event.type === "message") told.push(event.id);
    pace.keep();
  });
  chat.start();
  const drain = () => {
    output.waiting = 0;
    for (const fn of read.splice(0)) fn();
  };
  return { chat, room, output, pace, told, drain };
}

test("who does not read is out of the room until they have, and misses nothing", async () => {
  const { room, output, pace, told, drain } = listen();
  room.take();
  room.tell(welcome({ cursor: 10 }));
  output.waiting = MIB + 1;
  room.tell(messageOf(11), messageOf(12));
  await Promise.resolve();
  expect(pace.isWaiting).toBe(true);
  room.network.run();
  expect(room.closed).toHaveLength(1);
  // All of the frame was told, so that the next join goes on behind it.
  expect(told).toEqual([11, 12]);

  drain();
  expect(pace.isWaiting).toBe(false);
  expect(room.take()).toMatchObject([{ type: "join", after: 12 }]);
  room.tell(welcome({ cursor: 13, events: [messageOf(13)] }));
  expect(told).toEqual([11, 12, 13]);
});

test("as long as it is read, nothing is interrupted", async () => {
  const { room, output, pace, told } = listen();
  room.take();
  room.tell(welcome({ cursor: 10 }));
  output.waiting = MIB;
  room.tell(messageOf(11));
  await Promise.resolve();
  expect([pace.isWaiting, room.closed, told]).toEqual([false, [], [11]]);
});

test("who leaves while nobody reads does not come back", async () => {
  const { room, output, pace, drain } = listen();
  room.take();
  output.waiting = MIB + 1;
  room.tell(welcome());
  await Promise.resolve();
  pace.stop();
  room.take();
  drain();
  expect(room.take()).toEqual([]);
});
