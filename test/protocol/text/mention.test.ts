import fc from "fast-check";
import { afterEach, describe, expect, test, vi } from "vitest";
import { fold } from "../../../src/protocol/text/fold.ts";
import { findMentions, mentions } from "../../../src/protocol/text/mention.ts";

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
    ["＠will", "Will"],
    ["﹫will", "Will"],
    ["ask Wi\u00adll", "Will"],
    ["ask Wi\u200bll", "Will"],
    ["@\u2060wi\u200bll", "Will"],
    ["สวัสดี\u200bana", "ana"],
    ["ask _Will_", "Will"],
    ["ask __Will__", "Will"],
    ["_@will_", "Will"],
    ["_will_: hi", "Will"],
    ["*Will*", "Will"],
    ["_ana_", "ana_"],
    ["ｶﾞﾝﾀﾞさん", "ガンダ"],
    ["@ג׳ורג׳ בוא", "ג׳ורג׳"],
    ["שלום ג׳ורג׳, מה נשמע?", "ג׳ורג׳"],
    ["אמר רמב״ם כך", "רמב״ם"],
    ["׳דוד׳", "דוד"],
    ["״דוד״", "דוד"],
    ["@བསོད་ནམས་ལགས།", "བསོད་ནམས"],
    ["བསོད་ནམས་ ཕེབས།", "བསོད་ནམས"],
    ["ང་བསོད་ནམས་ལ་ཟེར།", "བསོད་ནམས"],
    ["hola Gal·la!", "Gal·la"],
    ["hola Gaŀla!", "Gal·la"],
    ["@gal·la", "Gal·la"],
    ["山田・太郎さん", "山田・太郎"],
    ["山田･太郎さん", "山田・太郎"],
    ["田中・佐藤さん", "田中"],
    ["田中・佐藤さん", "佐藤"],
    ["ジョン・スミスは", "ジョン・スミス"],
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
    ["@Gal·la", "Gal"],
    ["צה״ל", "צה"],
    ["ג׳ורג׳", "ורג"],
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

test("a name has its place in the text, with all that can't be seen within it", () => {
  const text = "a\u00adsk Wi\u200bll\u00ad!";
  expect(findMentions(text, { you: "Will", others: new Set() })).toEqual([{ start: 5, end: 10, self: true }]);
});

describe("a long text without spaces", () => {
  afterEach(() => vi.restoreAllMocks());

  test.each([
    ["田田中", "田田田"],
    ["สส", "สมส"],
    ["가", "가가나"],
  ])("of %s is folded letter by letter, and each letter once", (part, you) => {
    const normalize = vi.spyOn(String.prototype, "normalize");
    findMentions(part.repeat(1_331) + you, { you, others: new Set() });
    expect(normalize.mock.calls.length).toBeLessThan(40);
  });

  test("asks no more of others' names than the longest has letters", () => {
    const others = new Set(["x"]);
    const has = vi.spyOn(others, "has");
    findMentions(`@${"田".repeat(4_000)}`, { you: "田中", others });
    expect(has.mock.calls.length).toBeLessThanOrEqual(64);
  });

  /** The rule as it reads: the longest stretch of Han that is the name, from the left. */
  function naive(text: string, name: string): number[] {
    const found: number[] = [];
    for (let from = 0; from < text.length; from++) {
      for (let end = text.length; end > from; end--) {
        if (fold(text.slice(from, end)) !== fold(name)) continue;
        found.push(from);
        from = end - 1;
        break;
      }
    }
    return found;
  }

  test("has the names that the rule gives it", () => {
    const han = (maxLength: number) =>
      fc.array(fc.constantFrom("田", "中", "小"), { minLength: 1, maxLength });
    fc.assert(
      fc.property(han(40), han(4), (letters, name) => {
        const [text, you] = [letters.join(""), name.join("")];
        const found = findMentions(text, { you, others: new Set() });
        expect(found.map(({ start }) => start)).toEqual(naive(text, you));
      }),
    );
  });
});
