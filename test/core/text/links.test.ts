import { describe, expect, test } from "vitest";
import { findLinks, trimLink } from "../../../client/core/text/links.ts";

/** The links of a text, as they stand there. */
const found = (text: string) => findLinks(text).map(({ start, end }) => text.slice(start, end));

describe("a link ends where the sentence around it goes on", () => {
  test.each([
    ["see https://a.example/x?y=1#z now", "https://a.example/x?y=1#z"],
    ["(https://a.example)", "https://a.example"],
    ["(https://a.example/b)谢谢", "https://a.example/b"],
    ["https://a.example/b_(c)", "https://a.example/b_(c)"],
    ["“https://a.example/b”", "https://a.example/b"],
    ["‘https://a.example/b’", "https://a.example/b"],
    ["„https://a.example/b“", "https://a.example/b"],
    ["«https://a.example/b»", "https://a.example/b"],
    ["https://a.example/b…", "https://a.example/b"],
    ["https://a.example/b—and", "https://a.example/b"],
    ["https://a.example/b，谢谢", "https://a.example/b"],
    ["https://a.example/b。谢谢", "https://a.example/b"],
    ["https://a.example/b！", "https://a.example/b"],
    ["https://a.example/b？", "https://a.example/b"],
    ["https://a.example/b；", "https://a.example/b"],
    ["https://a.example/b：", "https://a.example/b"],
    ["https://a.example/b、次", "https://a.example/b"],
    ["（https://a.example/b）", "https://a.example/b"],
    ["「https://a.example/日本」です", "https://a.example/日本"],
    ["《https://a.example/b》", "https://a.example/b"],
    ["【https://a.example/b】", "https://a.example/b"],
    ["https://a.example/b　次", "https://a.example/b"],
    ["看https://a.example的页面", "https://a.example"],
    ["https://a.example:8080ข้อความ", "https://a.example:8080"],
    ["https://a.example\u200bข้อความ", "https://a.example"],
    ["https://a.example🙂", "https://a.example"],
    ["انظر https://a.example/x، ثم", "https://a.example/x"],
    ["https://a.example/x؛", "https://a.example/x"],
    ["https://a.example/x؟", "https://a.example/x"],
    ["https://a.example/x۔", "https://a.example/x"],
    ["देखो https://a.example/क।", "https://a.example/क"],
    ["https://a.example/क॥", "https://a.example/क"],
    ["https://a.example/x։", "https://a.example/x"],
    ["https://a.example/x።", "https://a.example/x"],
    ["https://a.example/x។", "https://a.example/x"],
    ["https://a.example/x၊", "https://a.example/x"],
    ["https://a.example/\u200f, x", "https://a.example/"],
    ["https://a.example/\u202eabc", "https://a.example/"],
    ["www.a.example, ok", "www.a.example"],
    ["www.münchen.example。", "www.münchen.example"],
    ["https://example.com입니다.", "https://example.com"],
    ["https://example.comです.", "https://example.com"],
    ["https://example.comपर.", "https://example.com"],
    ["https://example.com입니다.그리고", "https://example.com"],
    ["www.example.com에서.", "www.example.com"],
    ["https://example.com:8080입니다.", "https://example.com:8080"],
    ["https://1.2.3.4에서", "https://1.2.3.4"],
    ["https://1.2.3.4:80에서.", "https://1.2.3.4:80"],
    ["https://localhost에서", "https://localhost"],
    ["https://한국.kr입니다.", "https://한국.kr"],
    ["＜https://example.com/a＞", "https://example.com/a"],
    ...[..."～｜｀´→❞👈🎉ฯ׳״\u2800\u3164＞⇒"].map((sign) => [
      `https://a.example/b${sign}`,
      "https://a.example/b",
    ]),
    ["https://a.example/b👈🏽", "https://a.example/b"],
    ["https://a.example/b❤\ufe0f!", "https://a.example/b"],
    ["https://a.example/b\u2800c", "https://a.example/b"],
    ["https://a.example/b\u3164c", "https://a.example/b"],
    ["https://a.example/🎉.🎉", "https://a.example/🎉"],
  ])("%s", (text, link) => {
    expect(found(text)).toEqual([link]);
  });
});

describe("a link has all that belongs to it", () => {
  test.each([
    "https://zh.wikipedia.org/wiki/中文",
    "https://he.wikipedia.org/wiki/צה״ל",
    "https://ja.wikipedia.org/wiki/レオナルド・ダ・ヴィンチ",
    "https://en.wikipedia.org/wiki/Foo–Bar",
    "https://fa.wikipedia.org/wiki/می\u200cخواهم",
    "https://km.wikipedia.org/wiki/ភាសា\u200bខ្មែរ",
    "https://a.example/so\u00adft",
    "https://a.example/🎉",
    "https://пример.рф/путь",
    "https://例え.テスト/あ",
    "https://日本語.jp",
    "https://例え.テスト/x",
    "https://пример.рф",
    "https://한국.kr",
    "https://www.abc한국.kr/x",
    "https://localhost:8080/x",
    "https://th.wikipedia.org/wiki/กรุงเทพฯ",
    "https://a.example/👍🏽",
    "https://a.example/👩\u200d💻",
    "https://a.example/I❤U",
    "https://web.archive.org/web/2020/https://a.example/b",
    "https://a.example/?to=https://b.example",
    "https://xn--r8jz45g.example/",
    "http://[::1]:8080/x",
    "HTTPS://A.EXAMPLE",
  ])("%s", (link) => {
    expect(found(link)).toEqual([link]);
  });
});

test.each([
  ["https://a.example/b;https://c.example/d", ["https://a.example/b", "https://c.example/d"]],
  ["https://a.example/bhttps://c.example/d", ["https://a.example/b", "https://c.example/d"]],
  ["www.a.com,www.b.com", ["www.a.com", "www.b.com"]],
  ["https://a.example,www.b.com", ["https://a.example", "www.b.com"]],
  ["https://a.example(https://b.example)", ["https://a.example", "https://b.example"]],
  ["[https://a.example](https://b.example)", ["https://a.example", "https://b.example"]],
])("%s has two links", (text, links) => {
  expect(found(text)).toEqual(links);
});

test.each([
  ["another scheme", "javascript:alert(1) ftp://a.example data:text/html,x"],
  ["the middle of a word", "xhttps://a.example xwww.a.example"],
  ["an address of mail", "ana@www.a.example"],
  ["no host", "https:// https://。"],
  ["one name alone", "www.a www."],
])("no link: %s", (_, text) => {
  expect(found(text)).toEqual([]);
});

test("pictures and joiners without end cost no more than their length", () => {
  for (const part of ["\u200d", "❤\u200d", "/🎉", ".🎉", "🎉\ufe0f"]) {
    expect(found(`https://a.example/${part.repeat(1_300)}x`)).toHaveLength(1);
  }
});

test("www leads by https, and all else where it is written to lead", () => {
  expect(findLinks("WWW.a.example http://a.example/ü").map(({ href }) => href)).toEqual([
    "https://WWW.a.example",
    "http://a.example/ü",
  ]);
});

test.each([
  ["https://a.example/),", "https://a.example/"],
  ["https://a.example/(b)", "https://a.example/(b)"],
  ["https://a.example/?q='x'", "https://a.example/?q='x"],
  ["https://a.example/[b](c", "https://a.example/[b](c"],
  ["https://a.example/([)]", "https://a.example/(["],
])("%s ends with %s", (text, link) => {
  expect(trimLink(text)).toBe(link);
});
