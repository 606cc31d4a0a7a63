import { expect, test } from "vitest";
import type { RoomEvent } from "../../client/library/types/event.ts";
import { modelled, read } from "./library-trial.ts";

const texts = (events: readonly RoomEvent[]) =>
  events.flatMap((event) =>
    event.type === "message" ? [event.text] : event.type === "break" ? [event.why] : [],
  );
const upTo = (count: number, from = 1) => Array.from({ length: count }, (_, index) => `${index + from}`);

function post(room: { post(text: string): void }, count: number, from = 1) {
  for (const text of upTo(count, from)) room.post(text);
}

test("what happens before the first iteration waits", async () => {
  const { joined, room, run } = modelled();
  const ana = await joined();
  post(room, 3);
  await run();
  expect(texts(await read(ana[Symbol.asyncIterator](), run))).toEqual(["1", "2", "3"]);
});

test("more than may wait comes from the room's history, in order and once", async () => {
  const { joined, room, run } = modelled();
  const ana = await joined();
  post(room, 2_345);
  await run();
  const iterator = ana[Symbol.asyncIterator]();
  const events = await read(iterator, run);
  expect(texts(events)).toEqual(upTo(2_345));
  expect(events.at(-1)).toEqual({ type: "caught_up" });
  post(room, 2, 2_346);
  expect(texts(await read(iterator, run))).toEqual(["2346", "2347"]);
});

test("who says something amid what they read, and awaits it, reads on", async () => {
  const { joined, room, run, clock } = modelled();
  const ana = await joined();
  post(room, 1_500);
  await run();
  const heard: string[] = [];
  const bot = (async () => {
    for await (const event of ana) {
      if (event.type !== "message" || event.own) continue;
      heard.push(event.text ?? "");
      if (event.text === "3") await ana.say("three!");
      if (event.text === "1500") return;
    }
  })();
  while (heard.length < 1_500) {
    await run();
    clock.advance(1_000);
  }
  await bot;
  expect(heard).toEqual(upTo(1_500));
  expect(room.messages.at(-1)?.text).toBe("three!");
});

test("what history has lost is told as a break", async () => {
  const { joined, room, run } = modelled();
  const ana = await joined();
  post(room, 1_500);
  await run();
  room.prune(100);
  expect(texts(await read(ana[Symbol.asyncIterator](), run))).toEqual([
    ...upTo(1_000),
    "retention",
    ...upTo(100, 1_401),
  ]);
});

test("so is what it loses while somebody reads", async () => {
  const { joined, room, run } = modelled();
  const ana = await joined();
  post(room, 3_000);
  await run();
  const iterator = ana[Symbol.asyncIterator]();
  // The first page is fetched for the last of these.
  for (let left = 1_001; left > 0; left--) {
    const next = iterator.next();
    if (left === 1) await run();
    await next;
  }
  room.prune(500);
  expect(texts(await read(iterator, run))).toEqual([...upTo(199, 1_002), "retention", ...upTo(500, 2_501)]);
});

test("a room that was erased meanwhile is read from its new beginning", async () => {
  const { joined, room, run, blink } = modelled();
  const ana = await joined();
  post(room, 1_500);
  await run();
  room.erase();
  post(room, 2, 5_001);
  await blink();
  expect(texts(await read(ana[Symbol.asyncIterator](), run))).toEqual([
    ...upTo(1_000),
    "erased",
    "5001",
    "5002",
  ]);
});

test("offline, what was skipped is fetched once it is back", async () => {
  const { joined, room, run, network, clock } = modelled();
  const ana = await joined();
  post(room, 1_100);
  await run();
  network.cutAll();
  await run();
  const iterator = ana[Symbol.asyncIterator]();
  expect(texts(await read(iterator, run))).toEqual(upTo(1_000));
  post(room, 1, 1_101);
  clock.advance(60_000);
  expect(texts(await read(iterator, run))).toEqual(upTo(101, 1_001));
});

test("several iterate, each at their own pace", async () => {
  const { joined, room, run } = modelled();
  const ana = await joined();
  const slow = ana[Symbol.asyncIterator]();
  const quick = ana[Symbol.asyncIterator]();
  post(room, 1_200);
  await run();
  expect(texts(await read(quick, run))).toEqual(upTo(1_200));
  expect(texts(await read(slow, run))).toEqual(upTo(1_200));
});

test("who stops and begins again misses nothing", async () => {
  const { joined, room, run } = modelled();
  const ana = await joined();
  post(room, 5);
  await run();
  for await (const event of ana) if (event.type === "message" && event.text === "2") break;
  post(room, 1, 6);
  await run();
  expect(texts(await read(ana[Symbol.asyncIterator](), run))).toEqual(["3", "4", "5", "6"]);
});

test("what is kept for the next run is what was read, and not what waits", async () => {
  const { joined, room, run } = modelled();
  const ana = await joined();
  post(room, 1_300);
  await run();
  expect(ana.saved().after).toBe(0);
  const iterator = ana[Symbol.asyncIterator]();
  for (let left = 5; left > 0; left--) await iterator.next();
  expect(ana.saved()).toMatchObject({ after: 5 });
  await read(iterator, run);
  expect(ana.saved()).toMatchObject({ after: 1_300 });
});

test("who only listens has heard all", async () => {
  const { joined, room, run } = modelled();
  const ana = await joined();
  ana.on("message", () => {});
  post(room, 7);
  await run();
  expect(ana.saved()).toMatchObject({ after: 7 });
});

test("a listener that fails harms nobody", async () => {
  const { joined, room, run, reported } = modelled();
  const ana = await joined();
  const heard: unknown[] = [];
  ana.on("message", () => {
    throw new Error("at once");
  });
  ana.on("message", async () => {
    await Promise.resolve();
    throw new Error("later");
  });
  const stop = ana.on("message", ({ text }) => heard.push(text));
  post(room, 2);
  await run();
  stop();
  post(room, 1, 3);
  await run();
  expect(heard).toEqual(["1", "2"]);
  expect(reported.map(String).toSorted()).toEqual([
    ...Array(3).fill("Error: at once"),
    ...Array(3).fill("Error: later"),
  ]);
  expect(ana.state).toBe("online");
});
