import { exports } from "cloudflare:workers";
import { Hono } from "hono";
import { describe, expect, test } from "vitest";
import { limitRequests } from "../../src/worker/limit-requests.ts";
import { tokenOf } from "../support/token-of.ts";
import { Site, stopTime } from "./site.ts";

const jsonBody = (body: unknown, headers: Record<string, string> = {}): RequestInit => ({
  method: "POST",
  body: JSON.stringify(body),
  headers: { "Content-Type": "application/json", ...headers },
});

const textBody = (body: string, headers: Record<string, string> = {}): RequestInit => ({
  method: "POST",
  body,
  headers: { "Content-Type": "text/plain", ...headers },
});

/** "olá", as other encodings have it. */
const latin1 = (parameters = ""): RequestInit => ({
  method: "POST",
  body: new Uint8Array([0x6f, 0x6c, 0xe1]),
  headers: { "Content-Type": `text/plain${parameters}` },
});

/** A post of a text, written with as many escapes as JSON allows. */
function escaped(text: string): string {
  const units = Array.from({ length: text.length }, (_, at) => text.charCodeAt(at));
  const escapes = units.map((unit) => `\\u${unit.toString(16).padStart(4, "0")}`);
  return `{"nick":"robot","text":"${escapes.join("")}"}`;
}

const bearer = (name: string) => ({ Authorization: `Bearer ${tokenOf(name)}` });

/** The status and the error code of an answer, for tables. */
async function outcome(response: Response): Promise<[number, string | undefined]> {
  const body = (await response.json()) as { error?: { code: string } };
  return [response.status, body.error?.code];
}

describe("§9 reading", () => {
  test("an unknown room is empty, and asking stores nothing", async () => {
    const site = new Site();
    expect(await (await site.fetch()).json()).toEqual({
      ...{ room: site.name, topic: "", locked: false, members: 0, cursor: 0 },
    });
    expect(await (await site.fetch("/members")).json()).toEqual({ members: [] });
    expect(await (await site.fetch("/messages")).json()).toEqual({ events: [], more: false });
    expect(await site.tables()).toEqual([]);
    expect(await site.inside(({ storage }) => storage.getAlarm())).toBeNull();
  });

  test("who is here, what was said in public, and how far it goes", async () => {
    const site = new Site();
    const ana = await site.join("ana");
    const bob = await site.join("bob");
    ana.wire.send(
      { type: "topic", text: "tea" },
      { type: "say", cid: 1, text: "one" },
      { type: "say", cid: 2, text: "for bob", to: "bob" },
      { type: "say", cid: 3, text: "two" },
      { type: "edit", cid: 4, id: 1, text: "uno" },
    );
    await ana.wire.next("edited");
    const summary = { room: site.name, topic: "tea", locked: false, members: 2, cursor: 4 };
    expect(await (await site.fetch()).json()).toEqual(summary);
    expect(await (await site.fetch("/members")).json()).toEqual({ members: bob.welcome.members });

    const read = async (query: string) =>
      (await site.fetch(`/messages${query}`, { headers: bearer("bob") })).json();
    const one = { type: "message", id: 1, text: "uno", edited: true };
    const two = { type: "message", id: 3, text: "two" };
    const edited = { type: "edited", id: 4, target: 1, text: "uno" };
    expect(await read("")).toMatchObject({ events: [one, two], more: false });
    expect(await read("?limit=1")).toMatchObject({ events: [two], more: true });
    expect(await read("?before=3")).toMatchObject({ events: [one], more: false });
    expect(await read("?after=1")).toMatchObject({ events: [two, edited], more: false });
    expect(await read("?after=0&limit=2")).toMatchObject({ events: [one, two], more: true });
  });

  test.each(["?limit=0", "?limit=201", "?limit=x", "?before=-1", "?after=1.5", "?after=1&before=2"])(
    "%s is refused",
    async (query) => {
      expect(await outcome(await new Site().fetch(`/messages${query}`))).toEqual([400, "bad_frame"]);
    },
  );

  test("a locked room tells strangers only that it is", async () => {
    const site = new Site();
    const { wire } = await site.join("ana");
    wire.send({ type: "lock", key: "açúcar" });
    await wire.next("locked");
    const key = (value: string) => ({ headers: { "Papo-Key": value } });
    expect(await (await site.fetch()).json()).toEqual({ room: site.name, locked: true });
    expect(await outcome(await site.fetch("/members"))).toEqual([403, "locked"]);
    expect(await outcome(await site.fetch("/messages"))).toEqual([403, "locked"]);
    expect(await outcome(await site.fetch("/messages", jsonBody({ nick: "ci2", text: "x" })))).toEqual([
      403,
      "locked",
    ]);
    expect(await outcome(await site.fetch("", key("wrong")))).toEqual([403, "bad_key"]);
    expect(await outcome(await site.fetch("/members", { headers: bearer("ana") }))).toEqual([200, undefined]);
    for (const _ of Array(9)) await site.fetch("/members", key("wrong"));
    const tired = await site.fetch("/members", key("wrong"));
    expect(Number(tired.headers.get("Retry-After"))).toBeGreaterThan(0);
    expect(await outcome(tired)).toEqual([429, "rate_limited"]);
  });

  test("the passphrase of a header opens a locked room", async () => {
    const site = new Site();
    const { wire } = await site.join("ana");
    wire.send({ type: "lock", key: "sesame" });
    await wire.next("locked");
    const init = { headers: { "Papo-Key": "sesame" } };
    expect(await (await site.fetch("", init)).json()).toMatchObject({ locked: true, members: 1, cursor: 0 });
    expect(await outcome(await site.fetch("/messages", init))).toEqual([200, undefined]);
  });

  test("a ban holds for reading and posting", async () => {
    const site = new Site();
    const ana = await site.join("ana");
    const bob = await site.join("bob");
    ana.wire.send({ type: "ban", who: "bob" });
    await bob.wire.closing();
    for (const path of ["", "/members", "/messages"]) {
      expect(await outcome(await site.fetch(path, { headers: bearer("bob") }))).toEqual([403, "banned"]);
    }
    const posting = jsonBody({ nick: "bob", text: "x" }, bearer("bob"));
    expect(await outcome(await site.fetch("/messages", posting))).toEqual([403, "banned"]);
  });
});

describe("§9 posting", () => {
  test("is heard by who is here, without a join", async () => {
    const site = new Site();
    const { wire } = await site.join("ana");
    const response = await site.fetch("/messages", jsonBody({ nick: "ci2", text: "deployed", me: true }));
    expect(response.status).toBe(201);
    const { id, at } = (await response.json()) as { id: number; at: number };
    expect(await wire.next("message")).toMatchObject({ id, at, nick: "ci2", text: "deployed", me: true });
    expect(wire.heard("joined")).toEqual([]);
  });

  test.each([
    ["one\r\ntwo\r\n", "one\ntwo"],
    ["one\n\n", "one\n"],
    ["  one", "  one"],
    ["olá 🎉", "olá 🎉"],
  ])("the text %j says %j", async (body, text) => {
    const site = new Site();
    const response = await site.fetch(
      "/messages?nick=ci2",
      textBody(body, { "Content-Type": "text/plain; charset=utf-8" }),
    );
    expect(response.status).toBe(201);
    expect(await (await site.fetch("/messages")).json()).toMatchObject({ events: [{ nick: "ci2", text }] });
  });

  test.each([
    ["text/plain; charset=ISO-8859-1", [0xe1], "á"],
    ["text/plain; charset=utf-16", [0xfe, 0xff, 0, 0xe1], "á"],
    ['text/plain; charset="Windows-1251"', [0xef, 0xf0, 0xe8], "при"],
    ["text/plain", [0xef, 0xbb, 0xbf, 0xc3, 0xa1], "á"],
    ["text/plain; charset=", [0xc3, 0xa1], "á"],
  ])("%s of %j says %j", async (type, bytes, text) => {
    const site = new Site();
    const init = { method: "POST", body: new Uint8Array(bytes), headers: { "Content-Type": type } };
    expect((await site.fetch("/messages?nick=ci2", init)).status).toBe(201);
    expect(await (await site.fetch("/messages")).json()).toMatchObject({ events: [{ text }] });
  });

  test("JSON may be in another charset, and escaped to ASCII", async () => {
    const site = new Site();
    const json = '{"nick":"robot","text":"ol\u00e1"}';
    const body = new Uint8Array(Array.from(json, (character) => character.charCodeAt(0)));
    const headers = { "Content-Type": "application/json; charset=latin1" };
    expect((await site.fetch("/messages", { method: "POST", body, headers })).status).toBe(201);
    const large = { ...jsonBody({}), body: escaped("é".repeat(4_000)) };
    expect((await site.fetch("/messages", large)).status).toBe(201);
    expect(await (await site.fetch("/messages")).json()).toMatchObject({
      events: [{ text: "olá" }, { text: "é".repeat(4_000) }],
    });
  });

  const letter = { nick: "robot", text: "x" };

  test.each<[string, readonly [number, string], RequestInit, string?]>([
    ["no nickname", [400, "bad_frame"], textBody("x")],
    ["a bad nickname", [400, "bad_nick"], textBody("x"), "?nick=x"],
    ["no text", [400, "bad_text"], textBody("\r\n"), "?nick=robot"],
    ["control characters", [400, "bad_text"], jsonBody({ ...letter, text: "\u0007" })],
    ["4,001 code points", [400, "too_long"], jsonBody({ ...letter, text: "é".repeat(4_001) })],
    ["more than 16 KiB", [413, "too_long"], jsonBody({ ...letter, more: "x".repeat(16_384) })],
    ["more than 64 KiB, escaped", [413, "too_long"], { ...jsonBody({}), body: escaped("x".repeat(11_000)) }],
    ["more than 16 KiB of text", [413, "too_long"], textBody("x".repeat(16_385)), "?nick=robot"],
    ["bytes that are no UTF-8", [400, "bad_text"], latin1(), "?nick=robot"],
    ["bytes that are no UTF-8, said to be", [400, "bad_text"], latin1("; charset=utf-8"), "?nick=robot"],
    [
      "JSON that is no UTF-8",
      [400, "bad_text"],
      { ...latin1(), headers: { "Content-Type": "application/json" } },
    ],
    ["an unknown charset", [415, "unsupported_type"], latin1("; charset=klingon"), "?nick=robot"],
    [
      "a compressed body",
      [415, "unsupported_type"],
      textBody("x", { "Content-Encoding": "gzip" }),
      "?nick=robot",
    ],
    ["a nickname that is no UTF-8", [400, "bad_nick"], textBody("x"), "?nick=jos%E9"],
    ["a token that is empty", [400, "bad_frame"], jsonBody(letter, { Authorization: "Bearer" })],
    ["a token without its scheme", [400, "bad_frame"], jsonBody(letter, { Authorization: tokenOf("ana") })],
    ["JSON that is none", [400, "bad_frame"], { ...jsonBody({}), body: "{" }],
    ["JSON that is a list", [400, "bad_frame"], jsonBody([])],
    ["JSON without a nickname", [400, "bad_frame"], jsonBody({ text: "x" })],
    [
      "another type",
      [415, "unsupported_type"],
      textBody("x", { "Content-Type": "text/html" }),
      "?nick=robot",
    ],
    ["no type", [415, "unsupported_type"], { method: "POST", body: new Uint8Array([120]) }, "?nick=robot"],
    ["a token that is none", [400, "bad_frame"], jsonBody(letter, { Authorization: "Bearer x" })],
    ["a key that is none", [400, "bad_frame"], jsonBody(letter, { "Idempotency-Key": "a b" })],
    ["a reserved nickname", [409, "nick_taken"], jsonBody({ ...letter, nick: "Admin" })],
    ["somebody who is not here", [404, "no_such_nick"], jsonBody({ ...letter, to: "bob" })],
    ["a reply to nothing", [404, "no_such_message"], jsonBody({ ...letter, re: 7 })],
  ])("%s is refused", async (_, refused, ...[init, query = ""]) => {
    const site = new Site();
    expect(await outcome(await site.fetch(`/messages${query}`, init))).toEqual(refused);
    expect(await (await site.fetch("/messages")).json()).toMatchObject({ events: [] });
  });

  test("a nickname of another is taken, one's own comes with the token", async () => {
    const site = new Site();
    const { wire } = await site.join("ana");
    const pretend = (headers = {}) => site.fetch("/messages", jsonBody({ nick: "ANA", text: "x" }, headers));
    expect(await outcome(await pretend())).toEqual([409, "nick_taken"]);
    expect((await pretend(bearer("ana"))).status).toBe(201);
    expect(
      (await site.fetch("/messages", jsonBody({ nick: "other", text: "y" }, bearer("ana")))).status,
    ).toBe(201);
    await wire.when(({ texts }) => texts.includes("y"));
    expect(wire.heard("message").map(({ nick }) => nick)).toEqual(["ana", "ana"]);
  });

  test("a key makes it once, after a wake and after a crash too; another message under it is refused", async () => {
    const site = new Site();
    const { wire } = await site.join("ana");
    const post = async (text: string) => {
      const init = jsonBody({ nick: "ci2", text }, { "Idempotency-Key": "build-7" });
      const response = await site.fetch("/messages", init);
      return [response.status, await response.json()];
    };
    const reused = [
      409,
      { error: { code: "bad_frame", message: expect.stringMatching(/key/i), detail: "key_reused" } },
    ];
    const first = await post("one");
    expect(first[0]).toBe(201);
    for (const shake of [() => wire.sync(), () => site.hibernate(), () => site.lose()]) {
      expect(await post("one")).toEqual(first);
      expect(await post("two")).toEqual(reused);
      await shake();
    }
    expect(wire.texts).toEqual(["one"]);
    expect(await (await site.fetch("/messages")).json()).toMatchObject({ events: [{ text: "one" }] });
  });

  test("a room that was there before posts had digests knows its posts all the same", async () => {
    const site = new Site();
    const post = async (text: string) =>
      (await site.fetch("/messages", jsonBody({ nick: "ci2", text }, { "Idempotency-Key": "build-7" })))
        .status;
    await post("one");
    await site.inside(({ storage }) => storage.sql.exec("UPDATE events SET digest = NULL"));
    await site.lose();
    expect([await post("one"), await post("two")]).toEqual([201, 409]);
    await site.inside(({ storage }) => storage.sql.exec("UPDATE events SET text = 'uno', edited = 1"));
    await site.lose();
    // Nobody can tell any more, and a refusal is heard.
    expect([await post("one"), await post("two")]).toEqual([409, 409]);
    expect(await (await site.fetch("/messages")).json()).toMatchObject({ events: { length: 1 } });
  });

  test("flood control goes by network address where there is no token", async () => {
    stopTime();
    const site = new Site();
    const post = (headers: Record<string, string>) =>
      site.fetch("/messages", jsonBody({ nick: "ci2", text: "x" }, headers));
    const burst = await Promise.all(Array.from({ length: 11 }, () => post({})));
    expect(burst.map(({ status }) => status)).toEqual([...Array(10).fill(201), 429]);
    expect(burst.at(-1)?.headers.get("Retry-After")).toBe("1");
    expect((await post({ "CF-Connecting-IP": "10.99.0.1" })).status).toBe(201);
    expect((await post(bearer("rita"))).status).toBe(201);
  });
});

describe("§9 addresses and methods", () => {
  const at = (path: string, method = "GET") => exports.default.fetch(`http://papo.test${path}`, { method });

  test("health tells the version", async () => {
    expect(await (await at("/api/health")).json()).toEqual({
      ok: true,
      version: expect.stringMatching(/^\d+\./),
    });
  });

  test.each<[string, string, readonly [number, string]]>([
    ["POST", "/api/health", [405, "method_not_allowed"]],
    ["POST", "/api/rooms/methods", [405, "method_not_allowed"]],
    ["DELETE", "/api/rooms/methods/messages", [405, "method_not_allowed"]],
    ["POST", "/api/rooms/methods/socket", [405, "method_not_allowed"]],
    ["PUT", "/api/rooms/methods/members", [405, "method_not_allowed"]],
    ["GET", "/api/rooms/methods/else", [404, "not_found"]],
    ["GET", "/api/rooms", [401, "forbidden"]],
    ["POST", "/api/rooms", [405, "method_not_allowed"]],
    ["GET", "/api/nothing", [404, "not_found"]],
    ["GET", "/api/rooms/no_name", [400, "bad_room"]],
  ])("%s %s answers %j", async (method, path, refused) => {
    expect(await outcome(await at(path, method))).toEqual(refused);
  });

  test("every answer forbids to be cached, sniffed or framed", async () => {
    for (const path of ["/api/health", "/api/rooms/headers", "/api/nothing"]) {
      const { headers } = await at(path);
      expect(headers.get("Cache-Control")).toBe("no-store");
      expect(headers.get("X-Content-Type-Options")).toBe("nosniff");
      expect(headers.get("Content-Security-Policy")).toContain("default-src 'none'");
    }
  });

  test("300 requests a minute per network address, whatever they ask for, and no more", async () => {
    const address = "10.99.0.3";
    const paths = ["/api/health", "/api/rooms/no_name", "/api/nothing", "/api/rooms/limits", "/api"];
    const get = (path = "", from = address) =>
      exports.default.fetch(`http://papo.test${path}`, { headers: { "CF-Connecting-IP": from } });
    // More than two minutes' worth, for a minute may end in between.
    const answers: Response[] = [];
    while (answers.length <= 601 && answers.at(-1)?.status !== 429) {
      answers.push(await get(paths[answers.length % paths.length]));
    }
    expect(answers.length).toBeGreaterThan(300);
    expect(answers.at(-1)?.headers.get("Retry-After")).toBe("60");
    expect(await outcome(answers.at(-1) ?? new Response())).toEqual([429, "rate_limited"]);
    for (const path of paths) expect((await get(path)).status).toBe(429);
    expect((await get("/api/health", "10.99.0.2")).status).toBe(200);
  });

  test.each([
    [{ success: false }, 429, "60"],
    [{ success: false, retryAfter: 12_300 }, 429, "13"],
    [{ success: false, retryAfter: 1 }, 429, "1"],
    [{ success: true, retryAfter: 12_300 }, 200, null],
  ])("where the limiter says %j it answers %d", async (verdict, status, retryAfter) => {
    const app = new Hono().use(limitRequests).get("*", ({ text }) => text("here"));
    const response = await app.request("http://papo.test/", {}, { REQUESTS: { limit: async () => verdict } });
    expect([response.status, response.headers.get("Retry-After")]).toEqual([status, retryAfter]);
  });
});
