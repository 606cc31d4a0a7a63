import { setImmediate } from "node:timers/promises";
import { describe, expect, test } from "vitest";
import type { Saved } from "../../../client/core/chat.ts";
import { createChat } from "../../../client/core/create-chat.ts";
import type { Attached } from "../../../client/web/files/attached.ts";
import { keptJobs } from "../../../client/web/files/kept-jobs.ts";
import { SendingFiles } from "../../../client/web/files/sending-files.ts";
import type { UploadOutcome } from "../../../client/web/files/upload-outcome.ts";
import type { Failed } from "../../../client/web/session/kept.ts";
import type { Welcome } from "../../../src/protocol/event.ts";
import { FakeClock } from "../../support/fake-clock.ts";
import { ScriptedRoom, welcome } from "../../support/room/scripted-room.ts";

const HOUR = 3_600_000;

/** A browser: what lies in it outlives its pages. */
class Browser {
  readonly clock = new FakeClock();
  readonly bytes = new Map<string, Blob>();
  readonly shelf = new Map<string, string>();
  saved: Saved = {};
  /** What is on its way, and how it is answered. */
  readonly posts: { name: string; answer(posted: UploadOutcome): void; signal: AbortSignal }[] = [];

  attached(key: string): Attached {
    this.bytes.set(key, new Blob([key]));
    return { key, name: `${key}.png`, size: 4 };
  }

  /** The ids of what was taken back. */
  readonly withdrawn: string[] = [];

  open() {
    const { clock, bytes, shelf } = this;
    const room = new ScriptedRoom();
    const chat = createChat({
      ...{ connect: room.network.connect, clock, random: () => 0.5 },
      ...{ nick: "ana", token: "ana-------------------", client: "one", saved: this.saved },
    });
    let failed: readonly Failed[] = [];
    chat.subscribe((event) => {
      if (event.type === "failed") failed = [...failed, { entry: event.entry, why: event.problem.message }];
    });
    const over = new AbortController();
    const kept = keptJobs(
      { get: (key) => shelf.get(key), set: (key, value) => shelf.set(key, value ?? "") },
      { room: "lobby", client: "one" },
    );
    const sending = new SendingFiles({
      ...{ chat, clock, kept, over: over.signal, changed: () => {} },
      store: {
        get: async (key) => bytes.get(key),
        remove: async (keys) => {
          for (const key of keys) bytes.delete(key);
        },
        forget: () => {},
      },
      post: ({ name }, _, { signal }) => new Promise((answer) => this.posts.push({ name, answer, signal })),
      withdraw: (files) => this.withdrawn.push(...files.flatMap(({ there }) => there?.id ?? [])),
      failed: () => failed,
      discard: (gone) => {
        failed = failed.filter((each) => each !== gone);
      },
      keep: () => {
        const { after: _, afterAt: __, ...saved } = chat.saved();
        this.saved = saved;
      },
    });
    chat.start();
    return {
      ...{ room, chat, sending },
      failed: () => failed,
      come: async (given: Partial<Welcome> = {}) => {
        room.tell(welcome(given));
        await setImmediate();
      },
      /** The connection breaks, and another comes. */
      lose: async () => {
        room.close(1006);
        clock.advance(60_000);
        await setImmediate();
      },
      /** It is gone, with whatever it had not kept. */
      crash: () => {
        over.abort();
        chat.close();
      },
    };
  }

  /** The next post that is on its way is answered. */
  async answer(posted: UploadOutcome): Promise<void> {
    this.posts.shift()?.answer(posted);
    await setImmediate();
  }
}

const ID = (name: string) => name.padEnd(22, "-");
const there = (name: string): UploadOutcome => ({ id: ID(name) });

function job(browser: Browser, ...keys: string[]) {
  return { key: keys.join(), saying: { text: "look" }, files: keys.map((key) => browser.attached(key)) };
}

/** What the room was told to store. */
function said(page: ReturnType<Browser["open"]>) {
  return page.room.take().filter(({ type }) => type === "say");
}

describe("a message with files", () => {
  test("is said once all of them are there, and lets go of their bytes once it is stored", async () => {
    const browser = new Browser();
    const page = browser.open();
    await page.come();
    page.sending.add(job(browser, "a", "b"));
    await setImmediate();
    expect(browser.posts.map(({ name }) => name)).toEqual(["a.png"]);
    await browser.answer(there("a"));
    expect(said(page)).toEqual([]);
    await browser.answer(there("b"));
    expect(said(page)).toEqual([{ type: "say", cid: 1, text: "look", files: [ID("a"), ID("b")] }]);
    expect(page.sending.waiting).toEqual([]);
    expect(browser.bytes.size).toBe(2);
    page.room.tell({ type: "stored", cid: 1, id: 1 });
    expect(page.sending.jobs).toEqual([]);
    expect(browser.bytes.size).toBe(0);
    expect(page.sending.keyOf(ID("b"))).toBe("b");
  });

  test("waits for the connection, and lets others go before", async () => {
    const browser = new Browser();
    const page = browser.open();
    page.sending.add(job(browser, "a"));
    await setImmediate();
    expect(browser.posts).toEqual([]);
    await page.come();
    page.chat.say({ text: "first" });
    expect(said(page)).toMatchObject([{ text: "first", cid: 1 }]);
    await browser.answer(there("a"));
    expect(said(page)).toMatchObject([{ text: "look", cid: 2 }]);
  });

  test.each([
    ["before its file is there", { pause: 0, isThere: false, goesUp: true }],
    ["when its file is there", { pause: 0, isThere: true, goesUp: false }],
    ["when its file has been forgotten", { pause: HOUR, isThere: true, goesUp: true }],
  ])("goes on after a crash %s", async (_, { pause, isThere, goesUp }) => {
    const browser = new Browser();
    const page = browser.open();
    await page.come();
    page.sending.add(job(browser, "a", "b"));
    await setImmediate();
    if (isThere) await browser.answer(there("a"));
    page.crash();
    browser.posts.splice(0);
    browser.clock.advance(pause);
    const next = browser.open();
    await next.come();
    if (goesUp) await browser.answer(there("again"));
    await browser.answer(there("b"));
    const first = goesUp ? ID("again") : ID("a");
    expect(said(next)).toEqual([{ type: "say", cid: 1, text: "look", files: [first, ID("b")] }]);
  });

  test("is not said twice where the page ends while the outbox has it already", async () => {
    const browser = new Browser();
    const page = browser.open();
    await page.come();
    page.sending.add(job(browser, "a"));
    await setImmediate();
    const before = browser.shelf.get("files:lobby") ?? "";
    await browser.answer(there("a"));
    expect(said(page)).toHaveLength(1);
    // The outbox has been kept, and that it has the message has not.
    const [kept] = JSON.parse(before).jobs;
    kept.files[0].there = { id: ID("a"), until: browser.clock.now() + HOUR };
    browser.shelf.set("files:lobby", JSON.stringify({ client: "one", jobs: [kept] }));
    page.crash();
    const next = browser.open();
    await next.come({ sent: 1 });
    await setImmediate();
    expect(said(next)).toEqual([]);
    expect(browser.posts).toEqual([]);
    expect(next.sending.jobs).toEqual([]);
    expect(browser.bytes.size).toBe(0);
  });

  test("goes up once more where the room has forgotten its files, and only once", async () => {
    const browser = new Browser();
    const page = browser.open();
    await page.come();
    page.sending.add(job(browser, "a"));
    await setImmediate();
    await browser.answer(there("a"));
    const refusal = { type: "error", code: "no_such_file", message: "No.", of: "say" } as const;
    page.room.tell({ ...refusal, cid: 1 });
    await setImmediate();
    expect(page.failed()).toEqual([]);
    await browser.answer(there("b"));
    expect(said(page)).toMatchObject([{ cid: 1 }, { cid: 1, files: [ID("b")] }]);
    page.room.tell({ ...refusal, cid: 1 });
    await setImmediate();
    expect(page.failed()).toMatchObject([{ why: "No." }]);
    expect(browser.posts).toEqual([]);
    // Who changes it has its files again.
    expect(page.sending.release([ID("b")])).toMatchObject([{ key: "a" }]);
    expect(browser.bytes.size).toBe(1);
  });

  test("does not go up by itself where nobody knows whether it has arrived", async () => {
    const browser = new Browser();
    const page = browser.open();
    await page.come({ sent: 4, cursor: 9 });
    page.sending.add(job(browser, "a"));
    await setImmediate();
    await browser.answer(there("a"));
    expect(said(page)).toMatchObject([{ cid: 5 }]);
    // The room has forgotten what it knew of this client.
    await page.lose();
    await page.come({ sent: 0, cursor: 9, gap: true });
    const [entry] = page.chat.outbox;
    expect(entry?.state).toBe("unsure");
    page.chat.resend(entry?.key ?? 0);
    expect(said(page)).toMatchObject([{ files: [ID("a")] }]);
    page.room.tell({ type: "error", code: "no_such_file", message: "No.", of: "say", cid: 1 });
    await setImmediate();
    expect(page.failed()).toMatchObject([{ why: "No." }]);
    expect(browser.posts).toEqual([]);
  });

  test.each<[what: string, posted: UploadOutcome, why: RegExp]>([
    ["it is too large", { refused: { problem: "too_long", message: "Too large." } }, /Too large/],
    [
      "the day is over",
      { refused: { problem: "over_budget", message: "Enough.", retryAfter: HOUR } },
      /Enough/,
    ],
    ["a proxy does not take it", { status: 413 }, /does not take/],
  ])("says why where %s, and tries again when asked", async (_, posted, why) => {
    const browser = new Browser();
    const page = browser.open();
    await page.come();
    page.sending.add(job(browser, "a"));
    page.sending.add(job(browser, "b"));
    await setImmediate();
    await browser.answer(posted);
    expect(page.sending.waiting[0]?.why).toMatch(why);
    // The next is not kept waiting.
    await browser.answer(there("b"));
    expect(said(page)).toMatchObject([{ files: [ID("b")] }]);
    const [first] = page.sending.waiting;
    if (first) page.sending.retry(first);
    await setImmediate();
    await browser.answer(there("a"));
    expect(said(page)).toMatchObject([{ files: [ID("a")] }]);
  });

  test.each<[what: string, posted: UploadOutcome, wait: number]>([
    ["nobody answered", { status: 0 }, 1_000],
    ["the server was in trouble", { status: 502 }, 1_000],
    [
      "the room asks for patience",
      { refused: { problem: "rate_limited", message: "", retryAfter: 5_000 } },
      5_000,
    ],
  ])("goes up by itself where %s", async (_, posted, wait) => {
    const browser = new Browser();
    const page = browser.open();
    await page.come();
    page.sending.add(job(browser, "a"));
    await setImmediate();
    await browser.answer(posted);
    expect(browser.posts).toEqual([]);
    browser.clock.advance(wait - 1);
    await setImmediate();
    expect(browser.posts).toEqual([]);
    browser.clock.advance(1);
    await setImmediate();
    await browser.answer(there("a"));
    expect(said(page)).toHaveLength(1);
  });

  test("says so where the browser has lost its bytes", async () => {
    const browser = new Browser();
    const page = browser.open();
    page.sending.add(job(browser, "a"));
    browser.bytes.clear();
    await page.come();
    expect(page.sending.waiting[0]?.why).toMatch(/a\.png is no longer kept/);
  });

  test("that somebody drops gives back what has gone up of it", async () => {
    const browser = new Browser();
    const page = browser.open();
    await page.come();
    page.sending.add(job(browser, "a", "b"));
    await setImmediate();
    await browser.answer(there("a"));
    const [first] = page.sending.waiting;
    if (first) page.sending.drop(first);
    expect(browser.withdrawn).toEqual([ID("a")]);
  });

  test("ends on its way where somebody wants that, and is never said", async () => {
    const browser = new Browser();
    const page = browser.open();
    await page.come();
    page.sending.add(job(browser, "a"));
    await setImmediate();
    const [first] = page.sending.waiting;
    if (first) page.sending.drop(first);
    expect(browser.posts[0]?.signal.aborted).toBe(true);
    await browser.answer(there("a"));
    expect(said(page)).toEqual([]);
    expect(browser.bytes.size).toBe(0);
  });

  test("is nobody else's: another client finds none, and no other form is read", async () => {
    const browser = new Browser();
    browser.open().sending.add(job(browser, "a"));
    const shelf = { get: (key: string) => browser.shelf.get(key), set: () => {} };
    expect(keptJobs(shelf, { room: "lobby", client: "one" }).read()).toHaveLength(1);
    expect(keptJobs(shelf, { room: "lobby", client: "two" }).read()).toEqual([]);
    for (const json of [
      "",
      "null",
      "[]",
      '{"client":"one","jobs":{}}',
      '{"client":"one","jobs":[{"key":1}]}',
    ]) {
      browser.shelf.set("files:lobby", json);
      expect(keptJobs(shelf, { room: "lobby", client: "one" }).read()).toEqual([]);
    }
  });
});
