import { describe, expect, test } from "vitest";
import { type NumberedLine, readLines } from "../../../client/cli/pipe/lines.ts";
import { idBefore, readBack } from "../../../client/cli/read/read-back.ts";
import { readAhead } from "../../../client/cli/send/read-ahead.ts";
import { assertSendable, readable, sendable } from "../../../client/cli/send/sendable.ts";
import { parseSince, type Since } from "../../../client/cli/shell/since.ts";
import { jsonLine } from "../../../client/cli/text/json-line.ts";
import type { PageSource } from "../../../client/core/http/pages-back.ts";
import type { PageQuery } from "../../../client/core/http/room-http.ts";
import type { DurableEvent } from "../../../src/protocol/event.ts";
import type { MessagePage } from "../../../src/protocol/http-answer.ts";

const all = Number.POSITIVE_INFINITY;

async function* chunks(...all: (string | Uint8Array)[]): AsyncGenerator<string | Uint8Array> {
  yield* all;
}

describe("lines", () => {
  const euro = Buffer.from("€\n");
  const mark = Buffer.from("\ufeff");
  const utf16 = (text: string) => Buffer.from(`\ufeff${text}`, "utf16le");
  test.each([
    { name: "none", input: [], lines: [] },
    { name: "one without its end", input: ["one"], lines: ["one"] },
    { name: "of any end", input: ["one\r\ntwo\nthree"], lines: ["one", "two", "three"] },
    { name: "cut anywhere", input: ["o", "ne\nt", "wo\n"], lines: ["one", "two"] },
    { name: "cut in a character", input: [euro.subarray(0, 1), euro.subarray(1)], lines: ["€"] },
    { name: "empty ones", input: ["\n\none"], lines: ["", "", "one"] },
    { name: "one character", input: ["a"], lines: ["a"] },
    { name: "with a mark before each file", input: ["\ufeffone\n\ufefftwo"], lines: ["one", "two"] },
    { name: "with a mark in pieces", input: [mark.subarray(0, 1), mark.subarray(1), "one"], lines: ["one"] },
    { name: "UTF-16, as Windows has it", input: [utf16("one\r\n€😀\n上\n")], lines: ["one", "€😀", "上"] },
    {
      name: "UTF-16 in pieces",
      input: [...utf16("h€\n😀")].map((byte) => Buffer.of(byte)),
      lines: ["h€", "😀"],
    },
    { name: "UTF-16, the other end first", input: [utf16("a€\nb").swap16()], lines: ["a€", "b"] },
  ])("$name", async ({ input, lines }) => {
    const read: NumberedLine[] = [];
    for await (const line of readLines(chunks(...input))) read.push(line);
    expect(read).toEqual(lines.map((text, index) => ({ number: index + 1, text })));
  });

  test.each([
    {
      name: "not UTF-8",
      input: [Buffer.from("fine\nol\xe9\nfine\n", "latin1")],
      at: 2,
      why: "utf8",
    },
    { name: "cut off", input: [euro.subarray(0, 2)], at: 1, why: "utf8" },
    {
      name: "half a pair",
      input: [Buffer.from("\ufeffa\nb\ud800c", "utf16le")],
      at: 2,
      why: "utf16",
    },
    { name: "unmarked UTF-16", input: [Buffer.from("hi\n", "utf16le")], at: 1, why: "unmarked" },
    {
      name: "unmarked UTF-16, the other end first",
      input: [Buffer.from("hi\n", "utf16le").swap16()],
      at: 1,
      why: "unmarked",
    },
    {
      name: "unmarked UTF-16 in pieces",
      input: [...Buffer.from("hi\n", "utf16le")].map((byte) => Buffer.of(byte)),
      at: 1,
      why: "unmarked",
    },
    { name: "one NUL", input: ["a\0b\n"], at: 1, why: "nul" },
    { name: "a NUL first", input: ["\0ab\n"], at: 1, why: "nul" },
    { name: "NULs first", input: ["\0\0ab\n"], at: 1, why: "nul" },
    { name: "NULs alone", input: ["\0\0"], at: 1, why: "nul" },
    { name: "a NUL behind", input: ["a\0\nb\n"], at: 1, why: "nul" },
    { name: "a NUL further on", input: ["fine\nab\0c\n"], at: 2, why: "nul" },
    { name: "the names of find -print0", input: ["a.txt\0b.txt\0"], at: 1, why: "nul" },
    { name: "unmarked UTF-32", input: [Buffer.from([0x61, 0, 0, 0, 0x62, 0, 0, 0])], at: 1, why: "utf32" },
    { name: "UTF-32", input: [Buffer.from([0xff, 0xfe, 0, 0, 0x61, 0, 0, 0])], at: 1, why: "utf32" },
  ])("that are $name say so by their number, and are never taken for text", async ({ input, at, why }) => {
    const troubles: object[] = [];
    for await (const line of readLines(chunks(...input))) if ("trouble" in line) troubles.push(line);
    expect(troubles).toEqual([{ number: at, trouble: why }]);
  });

  test("of two bytes are told at once, for more may come late", async () => {
    async function* typed() {
      yield "a\n";
      throw new Error("It has asked for more.");
    }
    expect((await readLines(typed()).next()).value).toEqual({ number: 1, text: "a" });
  });

  test("are not kept beyond what any message may have", async () => {
    const endless = Array.from({ length: 100 }, () => "€".repeat(10_000));
    for await (const line of readLines(chunks(...endless))) {
      expect("text" in line && line.text.length).toBeLessThan(100_000);
    }
  });
});

describe("what is read before anything is sent", () => {
  async function* lines(...texts: string[]): AsyncGenerator<NumberedLine> {
    for (const [index, text] of texts.entries()) yield { number: index + 1, text };
  }

  test("is all of an input that ends", async () => {
    const { first, rest } = await readAhead(lines("a", "b"));
    expect(first.map(readable)).toEqual(["a", "b"]);
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
    expect(first.map(readable)).toEqual(["a"]);
    goOn();
    const later: string[] = [];
    for await (const line of rest ?? []) later.push(readable(line));
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
    expect(() => assertSendable({ number: 7, text: "😀".repeat(4_000) })).not.toThrow();
    expect(() => assertSendable({ number: 7, text: "x".repeat(4_001) })).toThrow("Line 7 cannot be sent");
    expect(() => assertSendable({ number: 7, trouble: "utf8" })).toThrow("it is not UTF-8");
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

  test.each(["", "h", "1y", "-1", "1.5h", "yesterday"])("%j is refused", (written) => {
    expect(() => parseSince(written, 0)).toThrow("--since");
  });
});

describe("reading back", () => {
  const messages = Array.from({ length: 450 }, (_, index): DurableEvent => {
    return { type: "message", id: index + 1, at: (index + 1) * 10, nick: "ana", uid: "u", text: "x" };
  });
  const api = {
    summary: () => Promise.resolve({ room: "lobby", topic: "", locked: false, members: 0, cursor: 450 }),
    messages({ before = Number.POSITIVE_INFINITY, limit }: { before?: number; limit: number }) {
      const older = messages.filter(({ id }) => id < before);
      const events = older.slice(-limit);
      return Promise.resolve({ events, more: older.length > limit, before: events[0]?.id ?? 1 });
    },
  };
  test.each<{ name: string; limit: number; since?: Since; first: number; count: number }>([
    { name: "the newest", limit: 50, first: 401, count: 50 },
    { name: "more than a page", limit: 250, first: 201, count: 250 },
    { name: "all", limit: all, first: 1, count: 450 },
    { name: "behind an id", limit: all, since: { id: 440 }, first: 441, count: 10 },
    { name: "since a time", limit: all, since: { at: 1_000 }, first: 100, count: 351 },
    { name: "both", limit: 5, since: { at: 1_000 }, first: 446, count: 5 },
  ])("$name", async ({ limit, since, first, count }) => {
    const events = await readBack(api, { limit, since });
    expect([events[0]?.id, events.length]).toEqual([first, count]);
  });

  test.each<{ since: Since; id: number }>([
    { since: { id: 7 }, id: 7 },
    { since: { id: 999_999 }, id: 450 },
    { since: { at: 1_000 }, id: 99 },
    { since: { at: 0 }, id: 0 },
    { since: { at: 1_000_000 }, id: 450 },
  ])("behind what to follow: $since", async ({ since, id }) => {
    expect(await idBefore(api, since)).toBe(id);
  });
});

describe("reading back from a server that", () => {
  const event = (id: number): DurableEvent => ({
    type: "message",
    id,
    at: id,
    nick: "ana",
    uid: "u",
    text: "x",
  });

  test("has met other people's private messages goes on where it says", async () => {
    const pages: MessagePage[] = [
      { events: [event(9_000)], more: true, before: 8_000 },
      { events: [], more: true, before: 4_000 },
      { events: [event(7)], more: false },
    ];
    const asked: unknown[] = [];
    const messages = ({ before }: PageQuery) => {
      asked.push(before);
      return Promise.resolve(pages[asked.length - 1] ?? { events: [], more: false });
    };
    const events = await readBack({ messages }, { limit: all });
    expect(events.map(({ id }) => id)).toEqual([7, 9_000]);
    expect(asked).toEqual([undefined, 8_000, 4_000]);
  });

  test("does not say where to go on is asked behind its oldest", async () => {
    const messages = ({ before }: PageQuery) =>
      Promise.resolve<MessagePage>(
        before === undefined ? { events: [event(70)], more: true } : { events: [event(7)], more: false },
      );
    expect((await readBack({ messages }, { limit: all })).map(({ id }) => id)).toEqual([7, 70]);
  });

  const most = Number.MAX_SAFE_INTEGER;
  test.each<{ name: string; page: (before: number) => MessagePage; requests: number }>([
    {
      name: "gives the same page for ever",
      page: () => ({ events: [event(5)], more: true, before: 5 }),
      requests: 2,
    },
    { name: "goes on where it was", page: () => ({ events: [], more: true, before: 9 }), requests: 2 },
    { name: "names no place", page: () => ({ events: [], more: true }), requests: 1 },
    {
      name: "creeps through nothing",
      page: (before) => ({ events: [], more: true, before: before - 1 }),
      requests: 2,
    },
    {
      name: "creeps a page at a time through nothing",
      page: (before) => ({ events: [], more: true, before: before - 200 }),
      requests: 102,
    },
    {
      name: "creeps from message to message",
      page: (before) => ({ events: [event(before - 1)], more: true, before: before - 1 }),
      requests: 2,
    },
    {
      name: "goes far through nothing",
      page: (before) => ({ events: [], more: true, before: before - 2_000 }),
      requests: 1_001,
    },
    {
      name: "has a message now and then",
      page: (before) => ({ events: [event(before - 1)], more: true, before: before - 2_000 }),
      requests: 10_000,
    },
  ])("$name is left", async ({ page, requests }) => {
    for (const read of [
      (api: PageSource) => readBack(api, { limit: all }),
      (api: PageSource) =>
        idBefore({ ...api, summary: () => Promise.reject(new Error("Nobody asks.")) }, { at: 0 }),
    ]) {
      let met = 0;
      const messages = ({ before = most }: PageQuery) => {
        met++;
        return Promise.resolve(page(before));
      };
      await expect(read({ messages })).rejects.toThrow("lead nowhere");
      expect(met).toBeLessThanOrEqual(requests);
    }
  });

  test("is the largest that there may be is read, with nothing but others' private messages", async () => {
    const messages = ({ before = 1_000_001 }: PageQuery) =>
      Promise.resolve<MessagePage>(
        before > 2_000
          ? { events: [], more: true, before: before - 2_000 }
          : { events: [event(1)], more: false },
      );
    expect(await readBack({ messages }, { limit: all })).toHaveLength(1);
  });
});

test("an object is one line, and changes nothing on a terminal", () => {
  const text = "a\nb\u009b31m\u202e\u200d\u{e0041}é";
  const line = jsonLine({ text });
  expect(line).toMatch(/^[^\p{Cc}\p{Cf}]+\n$/u);
  expect(JSON.parse(line)).toEqual({ text });
});
