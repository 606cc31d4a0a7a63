import { expect, test } from "vitest";
import { emojiData } from "../../client/core/emoji/emoji-data.ts";
import { EmojiTable } from "../../client/core/emoji/emoji-table.ts";
import { movedBy, type Spot, sectionOf } from "../../client/web/emoji/grid.ts";
import { TONES, toned } from "../../client/web/emoji/skin-tone.ts";
import { atHand, MOST_OWN, readOwn, USUAL, withOwn, writtenOwn } from "../../client/web/model/own-emoji.ts";
import { panelWords } from "../../client/web/words/panel-words.ts";
import { isEmoji } from "../../src/protocol/text/emoji.ts";

const table = new EmojiTable(emojiData);
const [, , MEDIUM] = TONES;

test("has every group of Unicode, of emoji that rooms take", () => {
  const all = table.groups.flat();
  expect(table.groups).toHaveLength(panelWords.emoji.groups.length);
  expect(all.length).toBeGreaterThan(1_800);
  expect(all.filter(({ emoji }) => !isEmoji(emoji))).toEqual([]);
  expect(all.filter(({ codes, name }) => codes.length === 0 || name === "")).toEqual([]);
});

test.each([
  ["thumbsup", "👍"],
  ["+1", "👍"],
  ["THUMBSUP", "👍"],
  ["tada", "🎉"],
  ["heart", "❤️"],
  ["phoenix", "🐦‍🔥"],
  ["constructor", undefined],
  ["", undefined],
])(":%s: is %s", (code, emoji) => {
  expect(table.named(code)).toBe(emoji);
});

test.each<[typed: string, first: string | undefined]>([
  ["tad", "🎉"],
  ["party", "🥳"],
  ["hooray", "🙌"],
  ["red heart", "❤️"],
  ["Heart red", "❤️"],
  ["thumbs_up", "👍"],
  ["ＴＡＤＡ", "🎉"],
  ["  ", undefined],
  ["qqq", undefined],
])("%j finds %s first", (typed, first) => {
  expect(table.find(typed, 8)[0]?.emoji).toBe(first);
});

test("finds no more than are wanted", () => {
  expect(table.find("a", 8)).toHaveLength(8);
});

test("says what an emoji is called, in whichever skin tone", () => {
  expect(table.nameOf("👍")).toBe("thumbs up");
  expect(table.nameOf("👍🏽")).toBe("thumbs up");
  expect(table.nameOf("❤")).toBe("red heart");
  expect(table.nameOf("x")).toBe("x");
});

test.each([
  ["👍", "👍🏽"],
  ["✌️", "✌🏽"],
  ["🚶‍♀️‍➡️", "🚶🏽‍♀️‍➡️"],
  ["🧑‍🤝‍🧑", "🧑🏽‍🤝‍🧑🏽"],
  ["🤝", "🤝🏽"],
  // Families and things have none.
  ["👪", "👪"],
  ["👨‍👩‍👧", "👨‍👩‍👧"],
  ["🎉", "🎉"],
])("%s in a medium skin tone is %s", (emoji, expected) => {
  expect(toned(emoji, MEDIUM)).toBe(expected);
  expect(toned(emoji, undefined)).toBe(emoji);
});

test("one's own come first, the last used before the others, and none twice", () => {
  expect(atHand([])).toEqual(USUAL);
  expect(atHand(withOwn(withOwn([], "🎈"), "👍🏽"))).toEqual(["👍🏽", "🎈", "👍", "❤️", "😂", "🎉"]);
  expect(withOwn(["🎈", "👍"], "👍")).toEqual(["👍", "🎈"]);
  const many = table.groups.flat().reduce<string[]>((own, { emoji }) => withOwn(own, emoji), []);
  expect(many).toHaveLength(MOST_OWN);
});

test.each<[kept: string, own: string[]]>([
  ["", []],
  ["👍 🎉", ["👍", "🎉"]],
  ["👍 <b> 👍 x ❤ 🎉", ["👍", "🎉"]],
])("of %j on the shelf, %j are believed", (kept, own) => {
  expect(readOwn(kept)).toEqual(own);
  expect(readOwn(writtenOwn(own))).toEqual(own);
});

test("many are bounded when they are read", () => {
  const all = table.groups.flat().map(({ emoji }) => emoji);
  expect(readOwn(writtenOwn(all))).toHaveLength(MOST_OWN);
});

const LENGTHS = [7, 2, 7, 3];

test.each<[key: string, from: [number, number], to: [number, number] | undefined]>([
  ["ArrowRight", [0, 0], [0, 1]],
  ["ArrowRight", [0, 6], [1, 0]],
  ["ArrowRight", [3, 2], [3, 2]],
  ["ArrowLeft", [1, 0], [0, 6]],
  ["ArrowLeft", [0, 0], [0, 0]],
  ["ArrowDown", [0, 5], [1, 1]],
  ["ArrowDown", [3, 1], [3, 1]],
  ["ArrowUp", [2, 6], [1, 1]],
  ["ArrowUp", [0, 3], [0, 3]],
  ["Home", [2, 4], [2, 0]],
  ["End", [2, 4], [2, 6]],
  ["a", [2, 4], undefined],
])("%s leads from %j to %j", (key, [row, column], to) => {
  const spot = to && ({ row: to[0], column: to[1] } satisfies Spot);
  expect(movedBy(key, { row, column }, LENGTHS)).toEqual(spot);
});

test("stands in rows", () => {
  expect(sectionOf("x", [..."abcdefghi"]).rows.map((row) => row.join(""))).toEqual(["abcdefg", "hi"]);
  expect(sectionOf("x", []).rows).toEqual([]);
  expect(movedBy("ArrowDown", { row: 0, column: 0 }, [])).toEqual({ row: 0, column: 0 });
});
