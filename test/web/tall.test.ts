import { expect, test } from "vitest";
import { formatted } from "../../client/web/text/formatted.ts";
import { cut } from "../../client/web/text/pieces.ts";
import { isTall } from "../../client/web/text/tall.ts";

const code = `\`\`\`\n${"line\n".repeat(300)}\`\`\``;

test.each<[what: string, text: string, tall: boolean]>([
  ["a word", "hello", false],
  ["forty lines", "a\n".repeat(39), false],
  ["a thousand line feeds", `a${"\n".repeat(1_000)}b`, true],
  ["what begins blocks that never end", "~~~a\n".repeat(800), true],
  ["quoted lines", "> a\n".repeat(400), true],
  ["a long block of code, which scrolls", code, false],
  ["many lines behind one", `${code}\n${"a\n".repeat(50)}`, true],
])("%s", (_, text, tall) => {
  expect(isTall(text, formatted(cut(text, { you: "ana", others: new Set() })))).toBe(tall);
});
