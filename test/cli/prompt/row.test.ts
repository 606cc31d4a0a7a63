import fc from "fast-check";
import { expect, test } from "vitest";
import { renderRow } from "../../../client/cli/prompt/row.ts";
import { textWidth } from "../../../client/cli/text/width.ts";
import { hostileText } from "../../support/hostile-text.ts";

interface Case {
  name: string;
  label?: string;
  /** With `|` for the cursor. */
  text: string;
  columns?: number;
  mask?: string;
  longest?: number;
  aside?: string;
  row: string;
}

test.each<Case>([
  { name: "a text that fits", text: "hel|lo", row: "> hel|lo" },
  { name: "a text that just fits", text: "12345|", columns: 8, row: "> 12345|" },
  { name: "a long text, the cursor at its end", text: "0123456789|", columns: 8, row: "> <789|" },
  { name: "a long text, the cursor at its start", text: "|0123456789", columns: 10, row: "> |01234>" },
  { name: "a text long on both sides", text: "01234567|89012345", columns: 13, row: "> <234567|89>" },
  { name: "wide characters, none cut in half", text: "日本語日本語|", columns: 10, row: "> <本語|" },
  { name: "newlines and tabs", text: "a\nb\tc|", row: "> a⏎b c|" },
  { name: "a secret", text: "pass|word", mask: "•", row: "> ••••|••••" },
  { name: "hostile text of one's own", text: "\x1b\u202ea|", row: "> \ufffda|" },
  { name: "what can't be seen", text: "a\u200b\u00ad\u3164\u2066|\u200fb", row: "> a|b" },
  {
    name: "a flag of tags",
    text: "🏴\u{e0067}\u{e0062}\u{e0065}\u{e006e}\u{e0067}\u{e007f}|",
    row: "> 🏴\u{e0067}\u{e0062}\u{e0065}\u{e006e}\u{e0067}\u{e007f}|",
  },
  { name: "a picture with a tag that is not shown", text: "🌷\u{e0041}|", columns: 6, row: "> 🌷|" },
  { name: "a control of eight bits", text: "\x9ba|", row: "> \ufffda|" },
  { name: "a mark of its own", text: "\u0301|", row: "> \ufffd|" },
  { name: "a label too long", label: "anastasia@lobby> ", text: "hi|", columns: 12, row: "anasthi|" },
  {
    name: "beside a short text",
    label: "Again? “hello”",
    text: "ye|",
    columns: 14,
    longest: 3,
    row: "Again? “heye|",
  },
  { name: "a label that joins what follows", label: "👨\u200d", text: "👩|", row: "👨\u200d👩|" },
  { name: "something at the right end", text: "a|b", columns: 12, aside: "bob!", row: "> a|b   bob!" },
  { name: "as close as that", text: "abc|", columns: 12, aside: "bob!", row: "> abc|  bob!" },
  { name: "and where it does not fit", text: "abcd|", columns: 12, aside: "bob!", row: "> abcd|" },
  {
    name: "something wide at the right end",
    text: "|",
    columns: 12,
    aside: "日\u202e!",
    row: "> |      日!",
  },
  { name: "one column", text: "hi|", columns: 1, row: "|" },
])("$name", ({ label = "> ", text, columns = 20, mask, longest, aside, row }) => {
  const content = {
    label,
    text: text.replace("|", ""),
    cursor: text.indexOf("|"),
    ...(longest !== undefined && { longest }),
    ...(aside !== undefined && { aside }),
  };
  const { head, tail } = renderRow(mask === undefined ? content : { ...content, mask }, columns);
  expect(`${head}|${tail}`).toBe(row);
});

test("a row never fills the last column, whatever the text, and the cursor is on it", () => {
  const arbitrary = fc.record({
    label: hostileText(),
    before: hostileText(),
    after: hostileText(),
    columns: fc.integer({ min: 1, max: 120 }),
  });
  fc.assert(
    fc.property(arbitrary, ({ label, before, after, columns }) => {
      const { head, tail, column } = renderRow(
        { label, text: before + after, cursor: before.length },
        columns,
      );
      expect(textWidth(head) + textWidth(tail)).toBeLessThan(columns);
      expect(column).toBe(textWidth(head));
      expect(head + tail).not.toMatch(/\p{Cc}/u);
    }),
  );
});
