import { describe, expect, test } from "vitest";
import { jsonLine } from "../../client/cli/json-line.ts";
import { type NumberedLine, readLines } from "../../client/cli/pipe/lines.ts";
import { readAhead } from "../../client/cli/pipe/read-ahead.ts";
import { idBefore, readBack } from "../../client/cli/pipe/read-back.ts";
import { assertSendable, sendable } from "../../client/cli/pipe/sendable.ts";
import { parseSince, type Since } from "../../client/cli/since.ts";
import type { DurableEvent } from "../../src/protocol/event.ts";

async function* chunks(...all: (string | Uint8Array)[]): AsyncGenerator<string | Uint8Array> {
  yield* all;
}

describe("lines", () => {
  const euro = Buffer.from("€\n");
  test.each([
    { name: "none", input: [], lines: [] },
    { name: "one without its end", input: ["one"], lines: ["one"] },
    { name: "of any end", input: ["one\r\ntwo\nthree"], lines: ["one", "two", "three"] },
    { name: "cut anywhere", input: ["o", "ne\nt", "wo\n"], lines: ["one", "two"] },
    { name: "cut in a character", input: [euro.subarray(0, 1), euro.subarray(1)], lines: ["€"] },
    { name: "empty ones", input: ["\n\none"], lines: ["", "", "one"] },
  ])("$name", async ({ input, lines }) => {
    const read: NumberedLine[] = [];
    for await (const line of readLines(chunks(...input))) read.push(line);
    expect(read).toEqual(lines.map((text, index) => ({ number: index + 1, text })));
  });

  test("are not kept beyond what any message may have", async () => {
    const endless = Array.from({ length: 100 }, () => "x".repeat(10_000));
    for await (const { text } of readLines(chunks(...endless))) expect(text.length).toBeLessThan(100_000);
  });
});

describe("C15: what is read before anything is sent", () => {
  async function* lines(...texts: string[]): AsyncGenerator<NumberedLine> {
    for (const [index, text] of texts.entries()) yield { number: index + 1, text };
  }

  test("is all of an input that ends", async () => {
    const { first, rest } = await readAhead(lines("a", "b"));
    expect(first.map(({ text }) => text)).toEqual(["a", "b"]);
    expect(rest).toBeUndefined();
  });

  test("is what has come of one that pauses; the rest follows", async () => {
    let goOn = () => {};
    const pause = new Promise<void>((resolve) => {
      goOn = resolve;
    });
    async function* pausing(): AsyncGenerator<NumberedLine> {
      yield { number: 1, text: "a" };
      await pause;
      yield { number: 2, text: "b" };
      yield { number: 3, text: "c" };
    }
    const { first, rest } = await readAhead(pausing());
    expect(first.map(({ text }) => text)).toEqual(["a"]);
    goOn();
    const later: string[] = [];
    for await (const { text } of rest ?? []) later.push(text);
    expect(later).toEqual(["b", "c"]);
  });
});

describe("what can be sent", () => {
  test.each([
    { text: "plain", sent: "plain" },
    { text: "\x1b[1;31mred\x1b[0m", sent: "red" },
    { text: "\x1b]0;title\x07text", sent: "text" },
    { text: "a\x00b\x07c\x9bd", sent: "abc" },
    { text: "tab\tstays", sent: "tab\tstays" },
  ])("$text", ({ text, sent }) => {
    expect(sendable(text).startsWith(sent.slice(0, 3))).toBe(true);
    expect(sendable(text)).not.toMatch(/(?![\t\n])\p{Cc}/u);
  });

  test("a line too long is refused by its name", () => {
    expect(() => assertSendable("😀".repeat(4_000), "Line 7")).not.toThrow();
    expect(() => assertSendable("x".repeat(4_001), "Line 7")).toThrow("Line 7 cannot be sent");
  });
});

describe("--since", () => {
  test.each<{ written: string; since: Since }>([
    { written: "57", since: { id: 57 } },
    { written: "90s", since: { at: 1_000_000 - 90_000 } },
    { written: "2m", since: { at: 1_000_000 - 120_000 } },
    { written: "1h", since: { at: 1_000_000 - 3_600_000 } },
    { written: "1d", since: { at: 1_000_000 - 86_400_000 } },
  ])("$written", ({ written, since }) => {
    expect(parseSince(written, 1_000_000)).toEqual(since);
  });

  test.each(["", "h", "1w", "-1", "1.5h", "yesterday"])("%j is refused", (written) => {
    expect(() => parseSince(written, 0)).toThrow("--since");
  });
});

describe("reading back", () => {
  const all = Array.from({ length: 450 }, (_, index): DurableEvent => {
    return { type: "message", id: index + 1, at: (index + 1) * 10, nick: "ana", uid: "u", text: "x" };
  });
  const api = {
    messages({ before = Number.POSITIVE_INFINITY, limit }: { before?: number; limit: number }) {
      const older = all.filter(({ id }) => id < before);
      return Promise.resolve({ events: older.slice(-limit), more: older.length > limit });
    },
  };
  const all_ = Number.POSITIVE_INFINITY;

  test.each<{ name: string; limit: number; since?: Since; first: number; count: number }>([
    { name: "the newest", limit: 50, first: 401, count: 50 },
    { name: "more than a page", limit: 250, first: 201, count: 250 },
    { name: "all", limit: all_, first: 1, count: 450 },
    { name: "behind an id", limit: all_, since: { id: 440 }, first: 441, count: 10 },
    { name: "since a time", limit: all_, since: { at: 1_000 }, first: 100, count: 351 },
    { name: "both", limit: 5, since: { at: 1_000 }, first: 446, count: 5 },
  ])("$name", async ({ limit, since, first, count }) => {
    const events = await readBack(api, { limit, since });
    expect([events[0]?.id, events.length]).toEqual([first, count]);
  });

  test.each<{ since: Since; id: number }>([
    { since: { id: 7 }, id: 7 },
    { since: { at: 1_000 }, id: 99 },
    { since: { at: 0 }, id: 0 },
    { since: { at: 1_000_000 }, id: 450 },
  ])("behind what to follow: $since", async ({ since, id }) => {
    expect(await idBefore(api, since)).toBe(id);
  });
});

test("C14: an object is one line, and changes nothing on a terminal", () => {
  const text = "a\nb\u009b31m\u202e\u200d\u{e0041}é";
  const line = jsonLine({ text });
  expect(line).toMatch(/^[^\p{Cc}\p{Cf}]+\n$/u);
  expect(JSON.parse(line)).toEqual({ text });
});
