import { expect, test } from "vitest";
import { msgidOf, readMsgid } from "../../../client/cli/irc/channel/said-lines.ts";
import { LineReader } from "../../../client/cli/irc/wire/line-reader.ts";
import { modeChange, readModes, whoOfMask } from "../../../client/cli/irc/wire/modes.ts";
import { saidIn } from "../../../client/cli/irc/wire/plain-text.ts";
import { splitText } from "../../../client/cli/irc/wire/split-text.ts";

const LONG = "x".repeat(9_000);

test.each<[string, string[], unknown[]]>([
  ["lines", ["A\r\nB\n"], [{ text: "A" }, { text: "B" }]],
  ["a line in pieces", ["A", "B\r", "\nC"], [{ text: "AB" }]],
  ["half a character", ["\xc3", "\xa1\n"], [{ text: "á" }]],
  ["no UTF-8", ["\xff\nB\n"], [{ trouble: "no_utf8", seen: "\ufffd" }, { text: "B" }]],
  ["a NUL and a return mean nothing", ["A\0B\rC\n"], [{ text: "ABC" }]],
  ["as much as a line may have", [`PING ${"x".repeat(505)}\r\n`], [{ text: `PING ${"x".repeat(505)}` }]],
  ["one byte more", [`PING ${"x".repeat(506)}\r\n`], [{ trouble: "too_long" }]],
  [
    "tags beside that",
    [`@+a=${"x".repeat(4_091)} ${"y".repeat(510)}\n`],
    [{ text: expect.stringMatching(/y{510}$/) }],
  ],
  ["a byte more of tags", [`@+a=${"x".repeat(4_092)} PING y\n`], [{ trouble: "too_long" }]],
  ["a line that is too long, and the next", [LONG, LONG, "\nB\n"], [{ trouble: "too_long" }, { text: "B" }]],
])("reads %s", (_name, ...[packets, lines]) => {
  const reader = new LineReader();
  expect(packets.flatMap((packet) => reader.read(Buffer.from(packet, "latin1")))).toEqual(lines);
});

test.each<[string, string, number, string[], number[]?]>([
  ["what fits", "hello", 10, ["hello"]],
  ["lines", "a\n\nb\r\nc", 10, ["a", "", "b", "c"]],
  ["behind words", "hello there", 8, ["hello ", "there"], [1]],
  ["a long word", "abcdefghij", 4, ["abcd", "efgh", "ij"], [1, 2]],
  ["bytes, not letters", "ááá", 4, ["áá", "á"], [1]],
  ["no picture", "👨‍👩‍👧👋", 20, ["👨‍👩‍👧", "👋"], [1]],
])("parts %s", (_name, ...[text, most, lines, goingOn = []]) => {
  const parts = splitText(text, most);
  expect(parts.map((part) => part.text)).toEqual(lines);
  expect(parts.flatMap(({ goesOn }, at) => (goesOn ? [at] : []))).toEqual(goingOn);
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
  expect(modeChange("member", "owner")).toBe("+qo");
  expect(modeChange("mod", "mod")).toBeUndefined();
});

test.each<[string, string | undefined]>([
  ["bob", "bob"],
  ["bob!*@*", "bob"],
  ["bob!bob@*", "bob"],
  ["bob!Wg8rdI7ztI3-@*", "Wg8rdI7ztI3-"],
  ["*!Wg8rdI7ztI3-@*", "Wg8rdI7ztI3-"],
  ["*!*8rdI7ztI3-@localhost", "Wg8rdI7ztI3-"],
  ["*!*carl@localhost", "Wg8rdI7ztI3-"],
  ["*!carl@localhost", "Wg8rdI7ztI3-"],
  ["*!*root@localhost", undefined],
  ["*!*same-end@*.example.org", undefined],
  ["*!*nobody-at-all@*", undefined],
  ["*!*ztI3-@*", undefined],
  ["*!*8rd*@*", undefined],
  ["*!*@host", undefined],
  ["b*!*@*", undefined],
])("a ban of %s is one of %s", (mask, who) => {
  const people = [
    { uid: "Wg8rdI7ztI3-", users: ["Wg8rdI7ztI3-", "carl"] },
    { uid: "one-same-end", users: ["one-same-end", "root"] },
    { uid: "two-same-end", users: ["two-same-end", "root"] },
  ];
  expect(whoOfMask(mask, people)).toBe(who);
});

test("a message has an id that tells its room and its number", () => {
  expect(readMsgid(msgidOf("my-room", 58))).toEqual({ room: "my-room", id: 58 });
  expect(readMsgid("nonsense")).toBeUndefined();
});
