import { describe, expect, test } from "vitest";
import { findMentions, mentions } from "../../src/protocol/mention.ts";

describe("§5.10 a name calls", () => {
  test.each([
    ["ana", "ana"],
    ["hey ANA!", "ana"],
    ["ANA's", "ana"],
    ["(ana)", "ana"],
    ["@Ana, look", "ana"],
    ["김철수님 안녕", "김철수"],
    ["안녕, 김철수씨!", "김철수"],
    ["田中さん", "田中"],
    ["今日田中さんは", "田中"],
    ["请问王小明在吗", "王小明"],
    ["สวัสดีสมชายครับ", "สมชาย"],
    ["anaさん", "ana"],
    ["ana님", "ana"],
    ["สวัสดีanaครับ", "ana"],
    ["@田中さん", "田中"],
    ["Will you come?", "Will"],
    ["Ｗｉｌｌ!", "Will"],
    ["ask WILL", "Will"],
    ["@will", "Will"],
    ["will: hi", "Will"],
    ["  will, hi", "Will"],
    ["田中、元気？", "田中"],
    ["дима, ты?", "Дима"],
    ["jose\u0301 oi", "josé"],
    ["Weiss!", "Weiß"],
    ["ΝΙΚΟΣ!", "νικος"],
    ["می\u200cنا سلام", "می\u200cنا"],
    ["מה נשמע דוד?", "דוד"],
  ])("%s calls %s", (text, nick) => {
    expect(mentions(text, nick)).toBe(true);
  });

  test.each([
    ["banana anatomy", "ana"],
    ["ana-b ana_ ana2", "ana"],
    ["i will", "Will"],
    ["will you come?", "Will"],
    ["ask дима", "Дима"],
    ["박김철수", "김철수"],
    ["李明2", "李明"],
    ["anything", ""],
  ])("%s does not call %s", (text, nick) => {
    expect(mentions(text, nick)).toBe(false);
  });
});

test("others are called by @ and at the start alone", () => {
  const text = "bob: and @Bob, @田中さん; ana saw bob and 田中";
  const found = findMentions(text, { you: "ana", others: new Set(["bob", "田中"]) });
  expect(found.map(({ start, end, self }) => [text.slice(start, end), self])).toEqual([
    ["bob", false],
    ["@Bob", false],
    ["@田中", false],
    ["ana", true],
  ]);
});
