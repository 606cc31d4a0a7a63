import { describe, expect, test } from "vitest";
import { isFewEmoji } from "../../client/web/text/emoji.ts";
import { cut, type Piece } from "../../client/web/text/pieces.ts";

const NAMES = { you: "ana", others: new Set(["bob", "ana"]) };

/** Tokens in short: texts as they are, others as `kind:text`. */
function short(pieces: Piece[]): string[] {
  return pieces.map((piece) => {
    if (piece.kind === "text") return piece.text;
    return `${piece.kind === "mention" && piece.self ? "self" : piece.kind}:${piece.text}`;
  });
}

test("a link that is written without a scheme leads by https", () => {
  expect(cut("www.a.example/ü", NAMES)).toEqual([
    { kind: "link", text: "www.a.example/ü", href: "https://www.a.example/ü" },
  ]);
});

describe("a message is cut into pieces", () => {
  test.each<[what: string, text: string, pieces: string[]]>([
    ["plain text", "hello", ["hello"]],
    ["nothing", "", []],
    ["a link", "see https://a.example/x?y=1#z now", ["see ", "link:https://a.example/x?y=1#z", " now"]],
    ["a link at the end of a sentence", "http://a.example.", ["link:http://a.example", "."]],
    ["a link in brackets", "(https://a.example)", ["(", "link:https://a.example", ")"]],
    ["a link that has brackets", "https://a.example/b_(c)", ["link:https://a.example/b_(c)"]],
    ["no other scheme", "javascript:alert(1) ftp://a.example", ["javascript:alert(1) ftp://a.example"]],
    ["no link in the middle of a word", "xhttps://a.example", ["xhttps://a.example"]],
    ["a link without a host", "https://", ["https://"]],
    ["code", "run `npm test` now", ["run ", "code:npm test", " now"]],
    ["no code over lines", "a ` b\nc ` d", ["a ` b\nc ` d"]],
    ["a link in code", "`https://a.example`", ["code:https://a.example"]],
    ["a block", "so:\n```ts\nlet a;\n  b;\n```\nyes", ["so:", "fence:let a;\n  b;", "yes"]],
    ["a block within a line", "```x```", ["fence:x"]],
    ["a block without an end", "```\nx", ["```\nx"]],
    ["a block in a block", "````md\n```js\nx\n```\n````", ["fence:```js\nx\n```"]],
    ["a block that more marks end", "```\nx\n`````\ny", ["fence:x", "y"]],
    ["marks within a block's line", "```\na ```b``` c\n```", ["fence:a ```b``` c"]],
    ["a block of tildes", "~~~sh\n```\nx\n```\n~~~\ny", ["fence:```\nx\n```", "y"]],
    ["a block that other marks don't end", "```\nx\n~~~\ny\n```", ["fence:x\n~~~\ny"]],
    ["two blocks", "```\na\n```\n```\nb\n```", ["fence:a", "fence:b"]],
    ["two blocks of tildes", "~~~\na\n~~~\n~~~\nb\n~~~\nz", ["fence:a", "fence:b", "z"]],
    ["three marks in two", "`` ```x``` `` and ```y```", ["code:```x```", " and ", "fence:y"]],
    ["marks in more of them", "```` ``` ```` and ``` `` ```", ["fence:```", " and ", "fence:``"]],
    [
      "code that begins and ends with marks",
      "`` `a` `` `` `b`` ``c` ``",
      ["code:`a`", " ", "code: `b", " ", "code:c` "],
    ],
    ["a block with an indented end", "so\n  ```\n  a\n   ```  \nz", ["so", "fence:  a", "z"]],
    ["what is no language, as code", "```let a = 1\nlet b```", ["fence:let a = 1\nlet b"]],
    ["code with a backtick", "``a ` b``", ["code:a ` b"]],
    ["code that is a backtick", "`` ` ``", ["code:`"]],
    ["code with its margin", "` a ` and `  `", ["code:a", " and ", "code:  "]],
    ["backticks that nothing ends", "``a` b", ["``a` b"]],
    ["code between others' marks", "`a`` b`", ["code:a`` b"]],
    ["one's own name, in any case", "hey ANA!", ["hey ", "self:ANA", "!"]],
    ["another's name, called", "bob: and @Bob", ["mention:bob", ": and ", "mention:@Bob"]],
    ["another's name, not called", "I saw bob", ["I saw bob"]],
    ["a name within a word", "banana anatomy", ["banana anatomy"]],
    ["a name in code", "`ana`", ["code:ana"]],
    ["a link in a Chinese sentence", "看https://a.example。谢谢", ["看", "link:https://a.example", "。谢谢"]],
    ["a link without a scheme", "www.a.example!", ["link:www.a.example", "!"]],
    ["a name with a particle behind it", "anaさん、@bob님", ["self:ana", "さん、", "mention:@bob", "님"]],
    ["markup", "<b>ana</b>", ["<b>", "self:ana", "</b>"]],
  ])("%s", (_, text, pieces) => {
    expect(short(cut(text, NAMES))).toEqual(pieces);
  });
});

test.each([
  ["🎉", true],
  ["👩‍👩‍👧‍👦 🇧🇷 ❤️ 👍🏽", true],
  ["🏴\u{e0067}\u{e0062}\u{e0065}\u{e006e}\u{e0067}\u{e007f} 🏴‍☠️", true],
  ["1️⃣ #️⃣ *⃣", true],
  ["1 2", false],
  ["#1", false],
  ["🎉 yes", false],
  [" ", false],
])("%j is shown large: %s", (text, large) => {
  expect(isFewEmoji(text)).toBe(large);
});
