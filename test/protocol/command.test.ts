import { describe, expect, test } from "vitest";
import type { ErrorCode } from "../../src/protocol/error.ts";
import { isRefusal } from "../../src/protocol/error.ts";
import { parseCommand } from "../../src/protocol/frame.ts";

const TOKEN = "a".repeat(22);
/** A command as a test's title. */
const titled = <Case extends readonly [object, ...unknown[]]>(cases: readonly Case[]) =>
  cases.map((each) => [JSON.stringify(each[0]).slice(0, 90), ...each] as const);

const parse = (command: unknown) => parseCommand(JSON.stringify(command));

describe("commands that are as they should be", () => {
  const good: object[] = [
    { type: "join", nick: "ana" },
    { type: "join", nick: "ana", token: TOKEN, client: "k3f9x2", after: 0, epoch: 0, key: "", admin: "x" },
    { type: "join", nick: "ana", token: "_-".repeat(64), client: "A-_".repeat(10) },
    { type: "say", cid: 1, text: "oi!" },
    { type: "say", cid: 1, text: "x".repeat(4_000), to: "bob", re: 42, me: true },
    { type: "say", cid: Number.MAX_SAFE_INTEGER, text: "🦜".repeat(4_000) },
    { type: "edit", cid: 2, id: 1, text: "olá!" },
    { type: "delete", cid: 3, id: 1 },
    { type: "leave" },
    { type: "typing" },
    { type: "nick", nick: "anna" },
    { type: "history", limit: 1 },
    { type: "history", cid: -0.5, before: 0, limit: 200 },
    { type: "history", after: 0, limit: 50 },
    { type: "search", text: "%", limit: 200 },
    { type: "search", cid: 7, text: "x".repeat(200), before: 1, limit: 1 },
    { type: "kick", who: "bob" },
    { type: "kick", who: "bob---------", reason: "x".repeat(200) },
    { type: "ban", who: "bob", reason: "spam" },
    { type: "unban", who: "bob" },
    { type: "bans" },
    { type: "bans", cid: 0 },
    { type: "role", who: "bob", role: "member" },
    { type: "role", who: "bob", role: "mod" },
    { type: "role", who: "bob", role: "owner" },
    { type: "topic", text: "x".repeat(200) },
    { type: "lock", key: "1234" },
    { type: "lock", key: "abre-te, sésamo 芝麻" },
    { type: "lock", key: "🦜".repeat(64) },
    { type: "lock", key: null },
    { type: "slow", seconds: 0 },
    { type: "slow", seconds: 600 },
  ];
  test.each(titled(good.map((command) => [command] as const)))("%s", (_, command) => {
    expect(parse(command)).toEqual(command);
  });

  test("pages have 50 events where nobody says how many", () => {
    expect(parse({ type: "history" })).toEqual({ type: "history", limit: 50 });
    expect(parse({ type: "search", text: "a" })).toEqual({ type: "search", text: "a", limit: 50 });
  });
  test("nicknames come in NFC", () => {
    expect(parse({ type: "nick", nick: "jose\u0301" })).toEqual({ type: "nick", nick: "josé" });
  });
  test("unknown fields are dropped", () => {
    expect(parse({ type: "leave", uid: "someone", __proto__: 1 })).toEqual({ type: "leave" });
  });
});

describe("§8 commands that are not", () => {
  const say = { type: "say", cid: 1, text: "oi!" };
  const join = { type: "join", nick: "ana" };
  const cases: [object, ErrorCode][] = [
    [{}, "bad_frame"],
    [{ type: 1 }, "bad_frame"],
    [{ type: "shout" }, "bad_frame"],
    [{ type: "toString" }, "bad_frame"],
    [{ type: "join" }, "bad_frame"],
    [{ ...join, nick: 7 }, "bad_frame"],
    [{ ...join, nick: "" }, "bad_nick"],
    [{ ...join, token: "short" }, "bad_frame"],
    [{ ...join, token: "a".repeat(21) }, "bad_frame"],
    [{ ...join, token: "a".repeat(129) }, "bad_frame"],
    [{ ...join, token: `${TOKEN}+` }, "bad_frame"],
    [{ ...join, token: null }, "bad_frame"],
    [{ ...join, client: "" }, "bad_frame"],
    [{ ...join, client: "a".repeat(33) }, "bad_frame"],
    [{ ...join, client: "a b" }, "bad_frame"],
    [{ ...join, after: -1 }, "bad_frame"],
    [{ ...join, after: 1.5 }, "bad_frame"],
    [{ ...join, after: "1" }, "bad_frame"],
    [{ ...join, epoch: 2 ** 53 }, "bad_frame"],
    [{ ...join, key: 7 }, "bad_frame"],
    [{ ...join, admin: true }, "bad_frame"],
    [{ ...say, cid: undefined }, "bad_frame"],
    [{ ...say, cid: 0 }, "bad_frame"],
    [{ ...say, cid: 1.5 }, "bad_frame"],
    [{ ...say, cid: "1" }, "bad_frame"],
    [{ ...say, text: undefined }, "bad_frame"],
    [{ ...say, text: 1 }, "bad_frame"],
    [{ ...say, text: "" }, "bad_text"],
    [{ ...say, text: " \n\t" }, "bad_text"],
    [{ ...say, text: "a\r\n" }, "bad_text"],
    [{ ...say, text: "\ud800" }, "bad_text"],
    [{ ...say, text: "x".repeat(4_001) }, "too_long"],
    [{ ...say, text: "🦜".repeat(4_001) }, "too_long"],
    [{ ...say, text: " ".repeat(4_001) }, "too_long"],
    [{ ...say, to: "" }, "bad_frame"],
    [{ ...say, to: 1 }, "bad_frame"],
    [{ ...say, re: 0 }, "bad_frame"],
    [{ ...say, re: null }, "bad_frame"],
    [{ ...say, me: "yes" }, "bad_frame"],
    [{ type: "edit", cid: 1, id: 1 }, "bad_frame"],
    [{ type: "edit", cid: 1, text: "a" }, "bad_frame"],
    [{ type: "edit", id: 1, text: "a" }, "bad_frame"],
    [{ type: "edit", cid: 1, id: 1, text: " " }, "bad_text"],
    [{ type: "say", cid: 1, text: "", files: [] }, "bad_frame"],
    [{ type: "say", cid: 1, text: "a", files: "file" }, "bad_frame"],
    [{ type: "say", cid: 1, text: "a", files: [1] }, "bad_frame"],
    [{ type: "say", cid: 1, text: "a", files: ["a", "b", "c", "d", "e"] }, "bad_frame"],
    [{ type: "edit", cid: 1, id: 1, text: "x".repeat(4_001) }, "too_long"],
    [{ type: "delete", cid: 1 }, "bad_frame"],
    [{ type: "delete", id: 1 }, "bad_frame"],
    [{ type: "nick" }, "bad_frame"],
    [{ type: "nick", nick: "no spaces" }, "bad_nick"],
    [{ type: "history", limit: 0 }, "bad_frame"],
    [{ type: "history", limit: 201 }, "bad_frame"],
    [{ type: "history", before: -1 }, "bad_frame"],
    [{ type: "history", cid: "1" }, "bad_frame"],
    [{ type: "search" }, "bad_frame"],
    [{ type: "search", text: "" }, "bad_text"],
    [{ type: "search", text: "x".repeat(201) }, "too_long"],
    [{ type: "search", text: "a", limit: 201 }, "bad_frame"],
    [{ type: "kick" }, "bad_frame"],
    [{ type: "kick", who: "" }, "bad_frame"],
    [{ type: "kick", who: "bob", reason: "x".repeat(201) }, "too_long"],
    [{ type: "kick", who: "bob", reason: 7 }, "bad_frame"],
    [{ type: "ban", who: "bob", reason: "\0" }, "bad_text"],
    [{ type: "unban" }, "bad_frame"],
    [{ type: "bans", cid: "x" }, "bad_frame"],
    [{ type: "role", who: "bob" }, "bad_frame"],
    [{ type: "role", who: "bob", role: "admin" }, "bad_frame"],
    [{ type: "topic" }, "bad_frame"],
    [{ type: "topic", text: "x".repeat(201) }, "too_long"],
    [{ type: "topic", text: "a\x07" }, "bad_text"],
    [{ type: "lock" }, "bad_frame"],
    [{ type: "lock", key: "123" }, "bad_frame"],
    [{ type: "lock", key: "open\nsesame" }, "bad_frame"],
    [{ type: "lock", key: "open\u0000sesame" }, "bad_frame"],
    [{ type: "lock", key: " sesame" }, "bad_frame"],
    [{ type: "lock", key: "sesame\t" }, "bad_frame"],
    [{ type: "lock", key: "sesame\u3000" }, "bad_frame"],
    [{ type: "lock", key: "sesame\ud800" }, "bad_frame"],
    [{ type: "lock", key: "🦜🦜🦜" }, "bad_frame"],
    [{ type: "lock", key: "x".repeat(65) }, "bad_frame"],
    [{ type: "slow", seconds: -1 }, "bad_frame"],
    [{ type: "slow", seconds: 601 }, "bad_frame"],
    [{ type: "slow", seconds: 0.5 }, "bad_frame"],
  ];
  test.each(titled(cases))("%s is refused", (_, ...[command, code]) => {
    expect(parse(command)).toMatchObject({ refused: code });
  });

  test.each(["", "ping", "{", "null", "7", '"join"', "[]", '[{"type":"leave"}]', "\0"])(
    "the frame %j is bad_frame",
    (frame) => {
      expect(parseCommand(frame)).toMatchObject({ refused: "bad_frame" });
    },
  );

  test("a frame that goes deep is bad_frame", () => {
    expect(parseCommand("[".repeat(16_000))).toMatchObject({ refused: "bad_frame" });
  });
});

test.each(["", "  ", "\u200b", "\u2800\n"])("§7.3 a reason of %j is none", (reason) => {
  expect(parse({ type: "kick", who: "bob", reason })).toEqual({ type: "kick", who: "bob" });
  expect(parse({ type: "ban", who: "bob", reason })).toEqual({ type: "ban", who: "bob" });
});

describe("§8.1 what is wrong with a text has an id, and its numbers", () => {
  const say = { type: "say", cid: 1, text: "oi!" };
  const most = (most: number, length: number) => ({ detail: "text_too_long", params: { most, length } });
  test.each<[what: string, command: object, told: object]>([
    ["a message", { ...say, text: "🦜".repeat(4_001) }, most(4_000, 4_001)],
    ["an edit", { type: "edit", cid: 1, id: 1, text: "x".repeat(5_000) }, most(4_000, 5_000)],
    ["a topic", { type: "topic", text: "x".repeat(201) }, most(200, 201)],
    ["a search", { type: "search", text: "x".repeat(201) }, most(200, 201)],
    ["a kick", { type: "kick", who: "bob", reason: "x".repeat(201) }, most(200, 201)],
    ["a ban", { type: "ban", who: "bob", reason: "x".repeat(201) }, most(200, 201)],
    ["what shows nothing", { ...say, text: "\u200b" }, { detail: "text_shows_nothing" }],
    ["controls", { ...say, text: "a\u0007" }, { detail: "text_has_controls" }],
    [
      "a control in a reason",
      { type: "kick", who: "bob", reason: "\u0007" },
      { detail: "text_has_controls" },
    ],
  ])("%s", (_, command, told) => {
    expect(parse(command)).toMatchObject(told);
  });

  test.each([
    ["abcdefghijkl", 12, 12],
    ["éééééééééééé", 12, 24],
    ["x".repeat(300), 300, 300],
  ])("the nickname %s has %i characters, and %i bytes", (nick, length, size) => {
    const told = parse({ type: "nick", nick });
    expect(told).toMatchObject({ detail: "nick_too_long", params: { most: 10, bytes: 64, length, size } });
    expect(told).toMatchObject({ message: expect.stringContaining(`has ${length}, and ${size}.`) });
  });
});

describe("§8 what an error tells of its command", () => {
  test.each([
    ["its type and number", '{"type":"say","cid":13,"text":""}', { of: "say", cid: 13 }],
    ["its type alone", '{"type":"join","nick":"7a"}', { of: "join", cid: undefined }],
    ["a wrong number too", '{"type":"say","cid":-0.5,"text":"a"}', { of: "say", cid: -0.5 }],
    ["no number that JSON can't say", '{"type":"bans","cid":1e999}', { of: "bans", cid: undefined }],
    ["no number that is none", '{"type":"say","cid":"13"}', { of: "say", cid: undefined }],
    ["no type that is none", '{"type":"shout","cid":13}', { of: undefined, cid: 13 }],
    ["nothing of what is no object", '[{"type":"say","cid":13}]', { of: undefined, cid: undefined }],
  ])("%s", (_, frame, { of, cid }) => {
    const bad = parseCommand(frame);
    expect(isRefusal(bad)).toBe(true);
    expect([bad].map((each) => ({ of: undefined, cid: undefined, ...each }))).toMatchObject([{ of, cid }]);
  });
});
