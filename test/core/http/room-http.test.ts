import { describe, expect, test } from "vitest";
import type { Delay } from "../../../client/core/http/asker.ts";
import type { HttpAnswer, HttpOutcome, HttpRequest } from "../../../client/core/http/exchange.ts";
import { RoomHttp } from "../../../client/core/http/room-http.ts";

const ADDRESS = {
  origin: "https://host",
  room: "lobby",
  apiUrl: "https://host/api/rooms/lobby",
  socketUrl: "wss://host/api/rooms/lobby/socket",
};

function answer(status: number, body: unknown, more: Partial<HttpAnswer> = {}): HttpOutcome {
  const contentType = "application/json; charset=utf-8";
  const text = typeof body === "string" ? body : JSON.stringify(body);
  return { type: "answer", status, contentType, retryAfter: undefined, body: text, ...more };
}

const refused = (code: string, detail?: string) => ({ error: { code, message: "No.", detail } });

const cut: HttpOutcome = { type: "failed", error: new Error("cut"), reached: true, isSilence: true };
const nobody: HttpOutcome = { type: "failed", error: new Error("nobody"), reached: false, isSilence: false };

/** A room that gives one outcome after the other, and then the last for ever. Time passes only while it is waited. */
function roomOf(outcomes: readonly HttpOutcome[], { key, token }: { key?: string; token?: string } = {}) {
  const asked: HttpRequest[] = [];
  const delays: Delay[] = [];
  let now = 0;
  const room = new RoomHttp({
    ...{ address: ADDRESS, key, token },
    exchange(request) {
      asked.push(request);
      return Promise.resolve(outcomes[Math.min(asked.length, outcomes.length) - 1] ?? nobody);
    },
    now: () => now,
    sleep(milliseconds) {
      now += milliseconds;
      return Promise.resolve();
    },
    waits: (delay) => delays.push(delay),
  });
  return { room, asked, delays };
}

const letter = { nick: "robot", text: "hello", to: "ana", re: 7, me: true };
const stored = answer(201, { id: 1, at: 5 });
const post = (room: RoomHttp) => room.post(letter, "k1");

describe("what is asked", () => {
  test("a post has every field, under its key, as who it is from", async () => {
    const { room, asked } = roomOf([stored], { key: "açúcar", token: "t".repeat(22) });
    expect(await post(room)).toBeUndefined();
    const [{ body = "", ...request } = { body: "" }] = asked;
    expect(JSON.parse(body)).toEqual(letter);
    expect(request).toEqual({
      url: "https://host/api/rooms/lobby/messages",
      method: "POST",
      headers: {
        "Idempotency-Key": "k1",
        "Content-Type": "application/json",
        // Bytes of UTF-8, a character each.
        "Papo-Key": "a\u00c3\u00a7\u00c3\u00bacar",
        Authorization: `Bearer ${"t".repeat(22)}`,
      },
    });
  });

  test("a page is asked for by its query", async () => {
    const { room, asked } = roomOf([answer(200, { events: [], more: false })]);
    expect(await room.messages({ before: 9, limit: 20 })).toEqual({ events: [], more: false });
    const url = "https://host/api/rooms/lobby/messages?before=9&limit=20";
    expect(asked).toEqual([{ url, method: "GET", headers: {}, body: undefined }]);
  });
});

describe("what is answered", () => {
  test("what this client does not know is left out", async () => {
    const message = { type: "message", id: 1, at: 5, nick: "ana", uid: "u", text: "one" };
    const events = [{ ...message, newer: true }, { type: "poll", id: 2, at: 6 }, "?"];
    const { room } = roomOf([answer(200, { events, more: false, newer: 1 })]);
    expect(await room.messages({ limit: 20 })).toEqual({ events: [message], more: false });
  });

  test.each<[string, HttpOutcome]>([
    ["a page of some proxy", answer(200, "<p>Welcome", { contentType: "text/html" })],
    ["JSON that is no roster", answer(200, { members: "all" })],
    ["JSON that is none", answer(200, "{")],
    ["another status", answer(206, { members: [] })],
  ])("%s is no roster", async (_, outcome) => {
    expect(await roomOf([outcome]).room.members()).toMatchObject({ unmet: "request", outcome });
  });

  test("a refusal is told with its code", async () => {
    const { room } = roomOf([answer(403, refused("locked"))]);
    const refusal = { problem: "locked", message: "No." };
    expect(await room.members()).toMatchObject({ refusal, isPost: false, mayBeStored: false });
  });
});

describe("tries again", () => {
  const paced = answer(429, refused("rate_limited"), { retryAfter: "7" });
  const asked: Delay = { why: "asked", milliseconds: 7_000 };

  test.each<[string, HttpOutcome[], Delay[]]>([
    ["where the room asks for patience, each time", [paced, paced, stored], [asked, asked]],
    [
      "where a full room says when",
      [answer(403, refused("room_full"), { retryAfter: "7" }), stored],
      [asked],
    ],
    [
      "where a server is in trouble, told once",
      [answer(502, ""), answer(500, ""), stored],
      [{ why: "trouble" }],
    ],
    ["where a connection broke", [cut, stored], [{ why: "silence" }]],
    ["where nobody is there who was before", [cut, nobody, stored], [{ why: "silence" }]],
  ])("%s", async (_, outcomes, delays) => {
    const trial = roomOf(outcomes);
    expect(await post(trial.room)).toBeUndefined();
    expect([trial.asked.length, trial.delays]).toEqual([outcomes.length, delays]);
    expect(new Set(trial.asked.map(({ headers }) => headers["Idempotency-Key"]))).toEqual(new Set(["k1"]));
    expect(trial.room.mayBeStored).toBe(true);
  });

  test.each<[string, HttpOutcome, { attempts: number; mayBeStored: boolean }]>([
    ["where nobody is there", nobody, { attempts: 1, mayBeStored: false }],
    [
      "where it is refused for good",
      answer(409, refused("bad_frame", "key_reused")),
      { attempts: 1, mayBeStored: false },
    ],
    [
      "where a full room does not say when",
      answer(403, refused("room_full")),
      { attempts: 1, mayBeStored: false },
    ],
    ["for ever where the connection breaks", cut, { attempts: 5, mayBeStored: true }],
    [
      "for ever where the server is in trouble",
      answer(503, refused("internal")),
      { attempts: 5, mayBeStored: true },
    ],
    [
      "where something else says 201",
      answer(201, "<p>", { contentType: "text/html" }),
      { attempts: 1, mayBeStored: true },
    ],
  ])("not %s; it is told whether it may be stored", async (_, outcome, { attempts, mayBeStored }) => {
    const { room, asked } = roomOf([outcome]);
    expect(await post(room)).toMatchObject({ unmet: "request", isPost: true, mayBeStored });
    expect([asked.length, room.mayBeStored]).toEqual([attempts, mayBeStored]);
  });
});
