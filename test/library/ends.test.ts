import { expect, test } from "vitest";
import { messageOf } from "../support/room/scripted-room.ts";
import { scripted } from "./library-trial.ts";

test.each([
  [4003, "kicked"],
  [4004, "banned"],
  [4010, "erased"],
  [4001, "replaced"],
  [4029, "flooding"],
  [1009, "too_big"],
])("a room that closes with %i ends it with %s: what waits is read first", async (close, code) => {
  const { joined, script, clock } = scripted();
  const room = await joined();
  script.tell(messageOf(1), { type: "kicked", by: "eva", byUid: "eva---------", reason: "spam" });
  const said = room.say("but");
  script.take();
  script.close(close);
  const iterator = room[Symbol.asyncIterator]();
  expect(await iterator.next()).toMatchObject({ value: { id: 1 } });
  await expect(iterator.next()).rejects.toMatchObject({ code });
  expect(await iterator.next()).toEqual({ done: true, value: undefined });
  expect(await room.ended).toMatchObject({ code });
  expect(await said).toMatchObject({ code: "unsure" });
  expect(await room.say("more")).toMatchObject({ code });
  await room.leave();
  expect(clock.pending).toBe(0);
});

test("who put somebody out, and why, is told", async () => {
  const { joined, script } = scripted();
  const room = await joined();
  script.tell({ type: "kicked", by: "eva", byUid: "eva---------", reason: "spam" });
  script.close(4003);
  expect(await room.ended).toMatchObject({
    code: "kicked",
    message: "You were kicked by eva.",
    params: { by: "eva", byUid: "eva---------", reason: "spam" },
  });
});

test("a refusal on the way back is the end: nobody can be asked", async () => {
  const { joined, script, pass, clock } = scripted();
  const room = await joined();
  const next = room[Symbol.asyncIterator]();
  script.network.cutAll();
  script.network.run();
  expect(await next.next()).toMatchObject({ value: { type: "offline" } });
  pass(10_000);
  script.tell({ type: "error", code: "nick_taken", message: "No.", of: "join" });
  await expect(next.next()).rejects.toMatchObject({ code: "nick_taken" });
  expect(await room.ended).toMatchObject({ code: "nick_taken" });
  script.network.run();
  expect(clock.pending).toBe(0);
});

test("it can be used and disposed of", async () => {
  const { joined, script } = scripted();
  const room = await joined();
  {
    await using here = room;
    expect(here.members).toMatchObject([{ nick: "ana" }]);
    queueMicrotask(() => {
      script.take();
      queueMicrotask(() => script.close(1000));
    });
  }
  expect(room.state).toBe("ended");
  expect(await room.ended).toBeUndefined();
});
