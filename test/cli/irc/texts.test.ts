import { expect, test } from "vitest";
import { LineReader } from "../../../client/cli/irc/line-reader.ts";
import { modeChange, readModes, whoOfMask } from "../../../client/cli/irc/modes.ts";
import { saidIn } from "../../../client/cli/irc/plain-text.ts";
import { msgidOf, readMsgid } from "../../../client/cli/irc/said-lines.ts";
import { splitText } from "../../../client/cli/irc/split-text.ts";

const LONG = "x".repeat(9_000);

test.each<[string, string[], unknown[]]>([
  ["lines", ["A\r\nB\n"], [{ text: "A" }, { text: "B" }]],
  ["a line in pieces", ["A", "B\r", "\nC"], [{ text: "AB" }]],
  ["half a character", ["\xc3", "\xa1\n"], [{ text: "á" }]],
  ["no UTF-8", ["\xff\nB\n"], [{ trouble: "no_utf8" }, { text: "B" }]],
  ["a NUL and a return mean nothing", ["A\0B\rC\n"], [{ text: "ABC" }]],
  ["a line that is too long, and the next", [LONG, LONG, "\nB\n"], [{ trouble: "too_long" }, { text: "B" }]],
])("reads %s", (_name, ...[packets, lines]) => {
  const reader = new LineReader();
  expect(packets.flatMap((packet) => reader.read(Buffer.from(packet, "latin1")))).toEqual(lines);
});

test.each<[string, string, number, string[]]>([
  ["what fits", "hello", 10, ["hello"]],
  ["lines", "a\n\nb\r\nc", 10, ["a", "b", "c"]],
  ["between words", "hello there", 8, ["hello", "there"]],
  ["a long word", "abcdefghij", 4, ["abcd", "efgh", "ij"]],
  ["bytes, not letters", "ááá", 4, ["áá", "á"]],
  ["no picture", "👨‍👩‍👧👋", 20, ["👨‍👩‍👧", "👋"]],
])("parts %s", (_name, ...[text, most, lines]) => {
  expect(splitText(text, most)).toEqual(lines);
});

test.each<[string, string, { text: string; me: boolean } | undefined]>([
  ["a text", "hi", { text: "hi", me: false }],
  ["an action", "\x01ACTION waves\x01", { text: "waves", me: true }],
  ["one without an end", "\x01action waves", { text: "waves", me: true }],
  ["no other CTCP", "\x01VERSION\x01", undefined],
  ["no colours", "\x02bold\x02 \x0304,12red\x0f 5", { text: "bold red 5", me: false }],
])("says %s", (_name, written, said) => {
  expect(saidIn(written)).toEqual(said);
});

test("modes are read in their order, each with its word", () => {
  expect(readModes(["+ob-kx", "ana", "bob!*@*"])).toEqual([
    { on: true, mode: "o", param: "ana" },
    { on: true, mode: "b", param: "bob!*@*" },
    { on: false, mode: "k", param: undefined },
    { on: false, mode: "x", param: undefined },
  ]);
  expect(modeChange("member", "mod")).toBe("+o");
  expect(modeChange("owner", "mod")).toBe("-q");
  expect(modeChange("mod", "owner")).toBe("+q");
  expect(modeChange("member", "owner")).toBe("+oq");
  expect(modeChange("mod", "mod")).toBeUndefined();
});

test.each<[string, string | undefined]>([
  ["bob", "bob"],
  ["bob!*@*", "bob"],
  ["*!Wg8rdI7ztI3-@*", "Wg8rdI7ztI3-"],
  ["*!*@host", undefined],
  ["b*!*@*", undefined],
])("a ban of %s is one of %s", (mask, who) => {
  expect(whoOfMask(mask)).toBe(who);
});

test("a message has an id that tells its room and its number", () => {
  expect(readMsgid(msgidOf("my-room", 58))).toEqual({ room: "my-room", id: 58 });
  expect(readMsgid("nonsense")).toBeUndefined();
});
