import headless from "@xterm/headless";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { stylesFor } from "../../../client/cli/text/styles.ts";
import { textWidth, widestOf } from "../../../client/cli/text/width.ts";
import { type LogLine, listed, sentence } from "../../../client/cli/view/log-line.ts";
import { messageLine } from "../../../client/cli/view/message-line.ts";
import { wrap } from "../../../client/cli/view/wrap.ts";
import { safeText } from "../../../client/core/text/safe-text.ts";
import { times } from "../../support/chance.ts";
import { hostileText } from "../../support/hostile-text.ts";

const bob = { type: "message", id: 1, at: 0, uid: "bbbbbbbbbbbb", nick: "bob" } as const;

function said(text: string, { time = "07:31", depth = "none" as "none" | "256" } = {}): LogLine {
  return messageLine({ ...bob, text }, { styles: stylesFor(depth), time, highlighted: false });
}

const URL_70 = `https://example.org/${"a".repeat(50)}`;

describe("a message is broken between words, under its text", () => {
  test.each<{ name: string; line: LogLine; columns: number | undefined; rows: string[] }>([
    { name: "one that fits", line: said("hi there"), columns: 19, rows: ["07:31 bob: hi there"] },
    {
      name: "one cell more than fits",
      line: said("one two three"),
      columns: 23,
      rows: ["07:31 bob: one two", "           three"],
    },
    {
      name: "padded so that another line would begin at the left",
      line: said(`hello${" ".repeat(24)}07:31 ana: yes, fire him`),
      columns: 40,
      rows: ["07:31 bob: hello", "           07:31 ana: yes, fire him"],
    },
    {
      name: "newlines, which are set in as far",
      line: said("one\n07:31 ana: two\n\nthree"),
      columns: 40,
      rows: ["07:31 bob: one", "           07:31 ana: two", "           ", "           three"],
    },
    {
      name: "a word longer than a row",
      line: said("x".repeat(25)),
      columns: 22,
      rows: ["07:31 bob: xxxxxxxxxxx", "           xxxxxxxxxxx", "           xxx"],
    },
    {
      name: "an address that fits into a row of its own",
      line: said(`see https://example.org/a/b for more`),
      columns: 36,
      rows: ["07:31 bob: see", "           https://example.org/a/b", "           for more"],
    },
    {
      name: "an address that fits if it is set in less",
      line: said(`see ${URL_70} now`),
      columns: 80,
      rows: ["07:31 bob: see", `  ${URL_70} now`],
    },
    {
      name: "an address longer than any row",
      line: said("https://example.org/abcdefghijkl"),
      columns: 24,
      rows: ["07:31 bob: https://examp", "           le.org/abcdef", "           ghijkl"],
    },
    {
      name: "Chinese, without a space, and none of its stops at the left",
      line: said("今天天气很好。我们出去走走"),
      columns: 23,
      rows: ["07:31 bob: 今天天气很", "           好。我们出去", "           走走"],
    },
    {
      name: "emoji, counted as wide as any terminal draws them",
      line: said("👨‍👩‍👧‍👦 👍🏽"),
      columns: 22,
      rows: ["07:31 bob: 👨‍👩‍👧‍👦", "           👍🏽"],
    },
    {
      name: "a joiner that would join what the next row begins with",
      line: said("aaaaaaaaa\u200d bb\u200d"),
      columns: 22,
      rows: ["07:31 bob: aaaaaaaaa", "           bb"],
    },
    {
      name: "right to left, each row behind its indent",
      line: said("שלום עולם טוב"),
      columns: 23,
      rows: ["\u200e07:31 bob: \u200eשלום עולם", "\u200e           \u200eטוב"],
    },
    {
      name: "Khmer, where it has spaces that can't be seen",
      line: said(safeText("ភាសា\u200bខ្មែរ\u200bភាសា")),
      columns: 22,
      rows: ["07:31 bob: ភាសាខ្មែរ", "           ភាសា"],
    },
    {
      name: "an address in Hebrew, isolated",
      line: said("ראו https://a.example/א/ב שם"),
      columns: 80,
      rows: ["\u200e07:31 bob: \u200eראו \u2066https://a.example/א/ב\u2069 שם"],
    },
    {
      name: "an address in Chinese, in one piece as far as it goes",
      line: said("请看https://a.example/天气，我们出去走走"),
      columns: 36,
      rows: ["07:31 bob: 请看", "           https://a.example/天气，", "           我们出去走走"],
    },
    {
      name: "tabs, as the spaces that they are",
      line: said(safeText("a\tb")),
      columns: 40,
      rows: ["07:31 bob: a    b"],
    },
    {
      name: "a narrow terminal, where the indent gives way",
      line: said("one two three"),
      columns: 20,
      rows: ["07:31 bob: one two", "  three"],
    },
    {
      name: "ten columns",
      line: said("07:31 ana: hi"),
      columns: 10,
      rows: ["07:31 bob:", "  07:31", "  ana: hi"],
    },
    { name: "three columns", line: said("abc", { time: "" }), columns: 3, rows: ["bob", " : ", " ab", " c"] },
    {
      name: "no terminal",
      line: said("x ".repeat(99)),
      columns: undefined,
      rows: [`07:31 bob: ${"x ".repeat(99)}`],
    },
  ])("$name", ({ line, columns, rows }) => {
    expect(wrap(line, columns)).toEqual(rows);
  });

  test("each row with its style, and nothing of it left on", () => {
    const line = { head: "a ", text: "\x1b[7mone two\x1b[0m \x1b[2m(edited)\x1b[0m", indent: 2 };
    expect(wrap(line, 6)).toEqual([
      "a \x1b[7mone\x1b[0m",
      "  \x1b[7mtwo\x1b[0m",
      "  \x1b[2m(edi\x1b[0m",
      "  \x1b[2mted)\x1b[0m",
    ]);
  });
});

test.each([
  { line: listed("short"), rows: ["short"] },
  { line: listed("one two three four five"), rows: ["one two three four", "  five"] },
  { line: listed("/me  does this and that now"), rows: ["/me  does this and", "     that now"] },
  { line: sentence("bob made ana a mod", "12:00 "), rows: ["12:00 bob made ana a", "        mod"] },
])("our own line $line.text is broken between words", ({ line, rows }) => {
  expect(wrap(line, 20)).toEqual(rows);
});

const SCRIPTS = fc.oneof(
  hostileText(),
  fc.constantFrom(
    "日本語テキスト",
    "한국어 텍스트",
    "हिन्दी में",
    "שלום",
    "👨‍👩‍👧‍👦",
    "🇩🇪",
    "e\u0301",
    "https://example.org/a",
    " ",
    "      ",
  ),
  fc.constantFrom("ᄀ".repeat(50), "👨\u200d".repeat(50), "क्".repeat(50)),
);
const TEXT = fc.array(SCRIPTS, { maxLength: 8 }).map((parts) => safeText(parts.join("")));
const blank = (text: string) => text.replace(/\s|[\u200d\u200b\u200e\u2066\u2069]/g, "");

describe("whatever is said, at every width", () => {
  const lines = fc.record({
    text: TEXT,
    time: fc.constantFrom("", "07:31", "2026-11-23T07:31:00.000Z"),
    columns: fc.integer({ min: 2, max: 120 }),
  });

  test("no row is wider than the terminal, and none behind the first begins at its left", () => {
    fc.assert(
      fc.property(lines, ({ text, time, columns }) => {
        const [first = "", ...rest] = wrap(said(text, { time }), columns);
        expect(first).toMatch(time === "" ? /^\u200e?b/ : /^\u200e?[02]/);
        for (const row of [first, ...rest]) expect(textWidth(row)).toBeLessThanOrEqual(columns);
        for (const row of rest) expect(row).toMatch(columns < 5 ? /^\u200e? / : /^\u200e? {2}/);
      }),
      { numRuns: times(1_000) },
    );
  });

  test("nothing but blanks is lost", () => {
    fc.assert(
      fc.property(lines, ({ text, time, columns }) => {
        fc.pre(columns > 3);
        const line = said(text, { time });
        expect(blank(wrap(line, columns).join(""))).toBe(blank(line.head + line.text));
      }),
      { numRuns: times(1_000) },
    );
  });

  test("a terminal that wraps by itself has nothing to wrap", async () => {
    await fc.assert(
      fc.asyncProperty(lines, async ({ text, time, columns }) => {
        fc.pre(columns > 3);
        const rows = wrap(said(text, { time }), columns);
        const terminal = new headless.Terminal({
          cols: columns,
          rows: 8,
          scrollback: 10_000,
          allowProposedApi: true,
        });
        await new Promise<void>((resolve) =>
          terminal.write(rows.map((row) => `${row}\r\n`).join(""), resolve),
        );
        const { active } = terminal.buffer;
        for (let at = 0; at < active.length; at++) expect(active.getLine(at)?.isWrapped).toBe(false);
      }),
      { numRuns: times(300) },
    );
  });
});

test("a terminal of one column is no reason to fail", () => {
  expect(blank(wrap(said("日a"), 1).join(""))).toBe("07:31bob:\ufffda");
});

test.each([
  ["a family, as its members", "👨‍👩‍👧‍👦", 8],
  ["a hand with its skin", "👍🏽", 4],
  ["a heart that is a picture", "❤\ufe0f", 2],
  ["a vowel that stands beside its letter", "का", 2],
  ["a flag of tags", "🏴\u{e0067}\u{e0062}\u{e0065}\u{e006e}\u{e0067}\u{e007f}", 2],
  ["a letter with an accent", "e\u0301", 1],
])("at its widest is %s", (_name, grapheme, cells) => {
  expect(widestOf(grapheme)).toBe(cells);
});
