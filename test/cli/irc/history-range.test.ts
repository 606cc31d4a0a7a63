import { expect, test } from "vitest";
import { type HistoryRange, isBefore, isBehind, rangeOf } from "../../../client/cli/irc/history-range.ts";
import type { DurableEvent } from "../../../src/protocol/event.ts";

const NOON = "2026-11-26T12:00:00.000Z";
const at = Date.parse(NOON);

test.each<[string, string[], HistoryRange | undefined]>([
  ["the latest", ["LATEST", "*"], { newest: true }],
  ["the latest since", ["LATEST", "msgid=dev.7"], { after: { id: 7 }, newest: true }],
  ["before a message", ["BEFORE", "msgid=dev.7"], { before: { id: 7 }, newest: true }],
  ["before a time", ["BEFORE", `timestamp=${NOON}`], { before: { at }, newest: true }],
  ["after a message", ["AFTER", "msgid=dev.7"], { after: { id: 7 }, newest: false }],
  [
    "between two",
    ["BETWEEN", "msgid=dev.2", "msgid=dev.7"],
    { after: { id: 2 }, before: { id: 7 }, newest: false },
  ],
  [
    "between two, backwards",
    ["BETWEEN", "msgid=dev.7", "msgid=dev.2"],
    { after: { id: 2 }, before: { id: 7 }, newest: true },
  ],
  ["a message of another room", ["BEFORE", "msgid=ops.7"], undefined],
  ["no id", ["BEFORE", "msgid=x"], undefined],
  ["no time", ["AFTER", "timestamp=yesterday"], undefined],
  ["nothing of the kind", ["AFTER", "7"], undefined],
  ["everything before", ["BEFORE", "*"], undefined],
  ["another verb", ["AROUND", "msgid=dev.7"], undefined],
])("CHATHISTORY for %s", (_name, [verb = "", criterion = "", second = ""], range) => {
  expect(rangeOf({ verb, room: "dev", criterion, second })).toEqual(range);
});

test("a point is no part of what lies before or behind it", () => {
  const event: DurableEvent = { type: "message", id: 7, at, nick: "ana", uid: "u", text: "x" };
  expect([isBehind(event, { id: 6 }), isBehind(event, { id: 7 }), isBehind(event, undefined)]).toEqual([
    true,
    false,
    true,
  ]);
  expect([isBefore(event, { at: at + 1 }), isBefore(event, { at }), isBefore(event, undefined)]).toEqual([
    true,
    false,
    true,
  ]);
});
