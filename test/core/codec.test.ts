import { expect, test } from "vitest";
import { type Codec, decoded, plainCodec, readFrame } from "../../client/core/codec.ts";
import { isProblem } from "../../client/core/problem.ts";
import { Trial } from "../support/trial.ts";

/** Turns a text around, and marks it as such. */
const backwards: Codec = {
  encode: (text) => `<${[...text].toReversed().join("")}`,
  decode: (text) => (text.startsWith("<") ? [...text.slice(1)].toReversed().join("") : "(can't be read)"),
};

function texts(events: readonly { text?: string }[] | undefined): unknown[] {
  return (events ?? []).map(({ text }) => text);
}

test("all that is said goes out through the codec, and all that is heard comes in through it", async () => {
  const lobby = new Trial({ page: 3 });
  const ana = lobby.chat("ana", { codec: backwards });
  const bob = lobby.chat("bob", { codec: backwards });
  lobby.settle();
  ana.chat.say({ text: "abc" });
  ana.chat.say({ text: "to bob", to: "bob---------" });
  ana.chat.say({ text: "reply", re: 1 });
  lobby.settle();
  ana.chat.edit(1, "def");
  lobby.settle();
  expect(texts(lobby.room.log.flatMap((event) => ("text" in event ? [event] : [])))).toEqual([
    "<cba",
    "<bob ot",
    "<ylper",
    "<fed",
  ]);
  expect(bob.texts).toEqual(["abc", "to bob", "reply"]);
  expect(texts(bob.of("edited"))).toEqual(["def"]);
  expect(texts(bob.chat.recent)).toEqual(["def", "to bob", "reply"]);

  const page = bob.chat.history({ before: 4, limit: 3 });
  lobby.settle(1_000);
  const history = await page;
  expect(isProblem(history) || texts(history.events.filter((event) => event.type === "message"))).toEqual([
    "abc",
    "to bob",
    "reply",
  ]);
});

test("what is missed, and what waits, goes through it too", () => {
  const lobby = new Trial();
  const ana = lobby.chat("ana", { codec: backwards });
  const bob = lobby.chat("bob", { codec: backwards });
  lobby.settle();
  bob.chat.close();
  ana.chat.say({ text: "meanwhile" });
  lobby.settle();
  lobby.cut();
  ana.chat.say({ text: "later" });
  expect(texts(ana.chat.outbox.flatMap(({ draft }) => (draft.type === "say" ? [draft] : [])))).toEqual([
    "later",
  ]);
  lobby.settle(10_000);
  expect(lobby.room.messages.map(({ text }) => text)).toEqual(["<elihwnaem", "<retal"]);
  const eve = lobby.chat("eve", { codec: backwards });
  lobby.settle(1_000);
  expect(eve.texts).toEqual(["meanwhile", "later"]);
});

test("a text is measured as it is sent", () => {
  const lobby = new Trial();
  const long: Codec = { ...backwards, encode: (text) => text.repeat(3_000) };
  const ana = lobby.chat("ana", { codec: long });
  lobby.settle();
  expect(ana.chat.say({ text: "ab" })).toMatchObject({ problem: "too_long" });
  expect(isProblem(ana.chat.say({ text: "a" }))).toBe(false);
});

test("found messages come in through it", () => {
  const message = { type: "message", id: 1, at: 0, nick: "bob", uid: "b", text: "<cba" };
  const [found] = readFrame(
    JSON.stringify([{ type: "found", cid: 1, events: [message], more: false }]),
    backwards,
  );
  expect(found).toMatchObject({ events: [{ text: "abc" }] });
});

test("a deleted message has nothing to decode", () => {
  const gone = { type: "message", id: 1, at: 0, nick: "bob", uid: "b", deleted: true } as const;
  expect(decoded(gone, backwards)).toEqual(gone);
  expect(decoded({ ...gone, text: "as it is" }, plainCodec)).toMatchObject({ text: "as it is" });
});
