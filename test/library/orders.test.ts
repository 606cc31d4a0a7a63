import { expect, test } from "vitest";
import { scripted } from "./library-trial.ts";

const idle = () => new Promise(setImmediate);
const answer = (cid: unknown) => ({ type: "history" as const, cid: Number(cid), events: [], more: false });

test("an order is done when the room has gone past it", async () => {
  const { joined, script } = scripted();
  const room = await joined();
  const done = room.kick("bob", "spam");
  await idle();
  const [kick, barrier] = script.take();
  expect([kick, barrier]).toMatchObject([
    { type: "kick", who: "bob", reason: "spam" },
    { type: "history", limit: 1 },
  ]);
  script.tell(answer(barrier?.cid));
  expect(await done).toBeUndefined();
});

test("a refusal is of the order that it came for", async () => {
  const { joined, script } = scripted();
  const room = await joined();
  const both = [room.kick("bob"), room.kick("eva")];
  await idle();
  const [, first] = script.take();
  script.tell({ type: "error", code: "no_such_nick", message: "No.", of: "kick" }, answer(first?.cid));
  expect(await both[0]).toEqual({ code: "no_such_nick", message: "No." });
  await idle();
  const [kick, second] = script.take();
  expect(kick).toMatchObject({ who: "eva" });
  script.tell(answer(second?.cid));
  expect(await both[1]).toBeUndefined();
});

test("what comes too early is given again; what would be too late is told", async () => {
  const { joined, script, pass } = scripted();
  const room = await joined();
  const done = room.lock("opensesame");
  const early = async (retryAfter: number) => {
    await idle();
    const [lock, barrier] = script.take();
    expect(lock).toMatchObject({ type: "lock" });
    const error = { type: "error", code: "rate_limited", message: "No.", of: "lock", retryAfter } as const;
    script.tell(error, answer(barrier?.cid));
    await idle();
  };
  await early(1_000);
  expect(script.take()).toEqual([]);
  pass(2_000);
  await early(86_400_000);
  expect(await done).toMatchObject({ code: "rate_limited", retryAfter: 86_400_000 });
});

test("with the connection lost, nobody knows; offline, nothing is done", async () => {
  const { joined, script } = scripted();
  const room = await joined();
  const done = room.setTopic("news");
  await idle();
  script.take();
  script.network.cutAll();
  script.network.run();
  expect(await done).toMatchObject({ code: "unsure" });
  expect(await room.setSlow(10)).toMatchObject({ code: "offline" });
});

test.each([
  ["setSlow", [601]],
  ["lock", ["abc"]],
  ["setRole", ["bob", "king"]],
  ["rename", ["no spaces"]],
  ["ban", ["bob", { hours: 0 }]],
] as const)("%s %j is refused before it is sent", async (method, args) => {
  const { joined, script } = scripted();
  const room = await joined();
  expect(await Reflect.apply(room[method], room, args)).toMatchObject({
    code: expect.stringMatching(/^bad_/),
  });
  expect(script.take()).toEqual([]);
});

test("an answer has what there is to know, and nothing of the wire", async () => {
  const { joined, script } = scripted();
  const room = await joined();
  const page = room.history({ limit: 3 });
  const [asked] = script.take();
  expect(asked).toMatchObject({ type: "history", limit: 3 });
  script.tell({ ...answer(asked?.cid), more: true, before: 7 });
  expect(await page).toEqual({ events: [], more: true, before: 7 });
});
