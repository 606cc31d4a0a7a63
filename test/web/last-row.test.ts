import { expect, test } from "vitest";
import {
  type LastRow,
  MOST_LAST_MESSAGES,
  MOST_LAST_ROOMS,
  outdated,
  readLast,
} from "../../client/web/rooms/last-row.ts";
import { messageOf } from "../support/room/scripted-room.ts";

const row = (change: object = {}): object => ({
  ...{ key: "lobby", at: 1, you: "ana---------", messages: [messageOf(1), messageOf(2)] },
  ...change,
});
const textsOf = (read: LastRow | undefined) => read?.messages.map(({ text }) => text);

test("what one person has seen, another one of the same browser does not", () => {
  expect(textsOf(readLast(row(), "ana---------"))).toEqual(["text 1", "text 2"]);
  expect(readLast(row(), "bob---------")).toBeUndefined();
});

test.each([[undefined], ["lobby"], [row({ at: "now" })], [row({ messages: "all" })], [row({ you: 5 })]])(
  "of %j nothing is read",
  (damaged) => {
    expect(readLast(damaged, "ana---------")).toBeUndefined();
  },
);

test("a damaged message hides none of the others, and no more are read than are kept", () => {
  expect(
    textsOf(readLast(row({ messages: [messageOf(1), { id: -1 }, messageOf(3)] }), "ana---------")),
  ).toEqual(["text 1", "text 3"]);
  const many = Array.from({ length: MOST_LAST_MESSAGES + 9 }, (_, index) => messageOf(index + 1));
  expect(readLast(row({ messages: many }), "ana---------")?.messages).toHaveLength(MOST_LAST_MESSAGES);
});

test("rooms that are none of the person's go, and of too many those that were seen longest ago", () => {
  const keys = Array.from({ length: MOST_LAST_ROOMS + 2 }, (_, index) => `room-${index}`);
  const rows = keys.map((key, at) => ({ key, at }));
  expect(outdated(rows, keys).toSorted()).toEqual(["room-0", "room-1"]);
  expect(outdated(rows.slice(0, 3), ["room-1"]).toSorted()).toEqual(["room-0", "room-2"]);
});
