import { describe, expect, test } from "vitest";
import { textWidth } from "../../../client/cli/text/width.ts";
import { excerpt } from "../../../client/cli/view/excerpts.ts";
import { label } from "../../../client/cli/view/label.ts";
import { duration } from "../../../client/cli/words/english/units.ts";
import type { Entry } from "../../../client/core/sending/entry.ts";

describe("the prompt's label", () => {
  const room = { name: "lobby", you: { nick: "ana", uid: "u", role: "member" }, members: [] } as const;
  const view = { ...room, topic: "", locked: false, slow: 0, seen: 0, features: [], limits: {}, at: 0 };
  const entry = (at: number): Entry => ({ key: at, draft: { type: "say", text: "x" }, at, state: "waiting" });

  test.each([
    { name: "in the room", offlineSince: undefined, outbox: [], text: "ana@lobby> " },
    { name: "offline", offlineSince: 96_000, outbox: [], text: "[offline 4s] ana@lobby> " },
    {
      name: "offline with lines",
      offlineSince: 99_000,
      outbox: [entry(99_999)],
      text: "[offline 1s, 1 waiting] ana@lobby> ",
    },
    { name: "a line on its way", offlineSince: undefined, outbox: [entry(99_500)], text: "ana@lobby> " },
    {
      name: "a line that takes long",
      offlineSince: undefined,
      outbox: [entry(98_000)],
      text: "[1 waiting] ana@lobby> ",
    },
  ])("$name", ({ offlineSince, outbox, text }) => {
    expect(
      label(
        { state: { state: "online" }, room: view, outbox },
        { now: 100_000, offlineSince, nick: "", room: "lobby" },
      ),
    ).toBe(text);
  });

  test("a file on its way is told there", () => {
    const facts = { now: 0, offlineSince: undefined, nick: "", room: "lobby" };
    const shown = label(
      { state: { state: "online" }, room: view, outbox: [] },
      { ...facts, doing: "sending shot.png 42 %" },
    );
    expect(shown).toBe("[sending shot.png 42 %] ana@lobby> ");
  });

  test("a nickname from right to left stays before its room", () => {
    const you = { ...room.you, nick: "דוד" };
    const facts = { now: 0, offlineSince: undefined, nick: "", room: "lobby" };
    const shown = label({ state: { state: "online" }, room: { ...view, you }, outbox: [] }, facts);
    expect(shown).toBe("\u2068דוד\u2069@lobby> ");
    expect(textWidth(shown)).toBe("דוד@lobby> ".length);
  });

  test.each([
    [0, "0s"],
    [119_999, "119s"],
    [120_000, "2m"],
    [7_200_000, "2h"],
    [-5, "0s"],
  ])("%d ms: %s", (ms, text) => {
    expect(duration(ms)).toBe(text);
  });
});

test.each([
  { text: "short", shown: "short" },
  { text: "two\nlines", shown: "two lines" },
  { text: "\x1b[31mred", shown: "red" },
  { text: "x".repeat(25), shown: `${"x".repeat(23)}…` },
  { text: "👩‍👩‍👧".repeat(25), shown: `${"👩‍👩‍👧".repeat(23)}…` },
])("an excerpt of $text", ({ text, shown }) => {
  expect(excerpt(text)).toBe(shown);
});
