import { expect, test } from "vitest";
import {
  commandsFor,
  emojiFor,
  insertion,
  MOST_OPTIONS,
  type Option,
  peopleFor,
  type Token,
  tokenAt,
} from "../../client/web/model/completion.ts";

/** Where `|` stands, the cursor is. */
function tokenIn(marked: string): Token | undefined {
  const cursor = marked.indexOf("|");
  return tokenAt(marked.replace("|", ""), cursor);
}

test.each<[marked: string, token: Token | undefined]>([
  ["@|", { kind: "person", start: 0, typed: "" }],
  ["hi @bo|", { kind: "person", start: 3, typed: "bo" }],
  ["(@bo|)", { kind: "person", start: 1, typed: "bo" }],
  ["＠田|", { kind: "person", start: 0, typed: "田" }],
  ["今日 @田|", { kind: "person", start: 3, typed: "田" }],
  ["@ира|", { kind: "person", start: 0, typed: "ира" }],
  ["ana@exa|", undefined],
  ["@bo| and", { kind: "person", start: 0, typed: "bo" }],
  ["@b|o", undefined],
  ["@bo x|", undefined],
  [":th|", { kind: "emoji", start: 0, typed: "th" }],
  ["so :+1|", { kind: "emoji", start: 3, typed: "+1" }],
  ["+:tad|", { kind: "emoji", start: 1, typed: "tad" }],
  [":t|", undefined],
  [":D|", undefined],
  [":-)|", undefined],
  ["note:this|", undefined],
  ["12:30|", undefined],
  ["https://x|", undefined],
  ["`:th|", undefined],
  ["`a` :th|", { kind: "emoji", start: 4, typed: "th" }],
  ["```\n@bo|", undefined],
  ["```\nx\n```\n@bo|", { kind: "person", start: 10, typed: "bo" }],
  ["/|", { kind: "command", start: 0, typed: "" }],
  ["/to|", { kind: "command", start: 0, typed: "to" }],
  ["//to|", undefined],
  ["/topic x|", undefined],
  ["so /to|", undefined],
  ["/kick @bo|", { kind: "person", start: 6, typed: "bo" }],
  ["|@bo", undefined],
  ["", undefined],
])("%s is completed as %o", (marked, token) => {
  expect(tokenIn(marked)).toEqual(token);
});

test("a token is looked for near the cursor alone", () => {
  expect(tokenAt(`@${"x".repeat(100)}`, 101)).toBeUndefined();
  expect(tokenAt(`${"x ".repeat(5_000)}@bo`, 10_003)).toEqual({ kind: "person", start: 10_000, typed: "bo" });
});

const MEMBERS = [
  { uid: "a", nick: "ana" },
  { uid: "b", nick: "bob" },
  { uid: "c", nick: "Bobby" },
  { uid: "d", nick: "İstanbul" },
  { uid: "e", nick: "田中" },
];
const names = (options: readonly Option[]) => options.map(({ name }) => name);

test.each<[typed: string, speakers: string[], names: string[]]>([
  ["", [], ["bob", "Bobby", "İstanbul", "田中"]],
  ["", ["e", "c", "gone", "c", "a"], ["Bobby", "田中", "bob", "İstanbul"]],
  ["BO", ["c"], ["Bobby", "bob"]],
  // Who is called just so comes before whoever spoke.
  ["bob", ["c"], ["bob", "Bobby"]],
  ["ob", [], ["bob", "Bobby"]],
  ["istan", [], ["İstanbul"]],
  ["田", [], ["田中"]],
  ["ana", [], []],
  ["zz", [], []],
])("@%s after %j spoke calls %j", (typed, speakers, expected) => {
  expect(names(peopleFor(typed, { members: MEMBERS, speakers, you: "a" }))).toEqual(expected);
});

test("a name that is typed whole is whole, in whichever case", () => {
  const options = peopleFor("BOB", { members: MEMBERS, speakers: [], you: "a" });
  expect(options.map(({ isWhole }) => isWhole)).toEqual([true, false]);
  expect(options[0]?.text).toBe("@bob");
});

test("a crowd is not shown whole", () => {
  const members = Array.from({ length: 5_000 }, (_, n) => ({ uid: String(n), nick: `user${n}` }));
  expect(peopleFor("user", { members, speakers: ["77"], you: "" })).toHaveLength(MOST_OPTIONS);
  expect(peopleFor("user", { members, speakers: ["77"], you: "" })[0]?.name).toBe("user77");
});

const COMMANDS = [
  { name: "topic", usage: "[text]", help: "The topic." },
  { name: "untopic", usage: "", help: "No topic." },
  { name: "close", aliases: ["quit", "exit"], usage: "[reason]", help: "Leave." },
];

test.each<[typed: string, names: string[], whole: boolean]>([
  ["to", ["/topic [text]", "/untopic"], false],
  ["TOPIC", ["/topic [text]", "/untopic"], true],
  ["qui", ["/close [reason]"], false],
  ["quit", ["/close [reason]"], true],
  ["zz", [], false],
])("/%s offers %j", (typed, expected, whole) => {
  const options = commandsFor(typed, COMMANDS);
  expect(names(options)).toEqual(expected);
  expect(options[0]?.isWhole ?? false).toBe(whole);
});

test("an emoji is shown by the shortcode that was begun", () => {
  const found = [{ emoji: "👍", codes: ["+1", "thumbsup"] }];
  expect(emojiFor(found, "thu")[0]).toMatchObject({ text: "👍", name: ":thumbsup:", isWhole: false });
  expect(emojiFor(found, "approve")[0]).toMatchObject({ name: ":+1:" });
});

test.each<[text: string, cursor: number, written: string]>([
  ["@bo", 3, "@bob "],
  ["@bo and", 3, "@bob"],
  ["@bo\n", 3, "@bob"],
  ["@bo, and", 3, "@bob "],
])("in %j at %i, %j is written", (text, cursor, written) => {
  const [option] = peopleFor("bo", { members: MEMBERS, speakers: [], you: "a" });
  expect(option && insertion(text, cursor, option)).toBe(written);
});
