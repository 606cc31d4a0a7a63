import { exports } from "cloudflare:workers";
import { Hono } from "hono";
import { describe, expect, test } from "vitest";
import { guardOrigin, isOwn } from "../../src/worker/guard-origin.ts";
import { Site } from "./site.ts";

const upgrade = { Upgrade: "websocket" };

describe("§1 the upgrade", () => {
  test.each([
    ["papo.v1", 101, "papo.v1"],
    ["chat, papo.v1", 101, "papo.v1"],
    [undefined, 101, null],
    ["papo.v2", 400, null],
    ["papo.v1x,chat", 400, null],
  ])("offered the subprotocols %j it answers %d", async (offered, status, echoed) => {
    const response = await new Site().upgrade(
      offered === undefined ? {} : { "Sec-WebSocket-Protocol": offered },
    );
    response.webSocket?.accept();
    expect([response.status, response.headers.get("Sec-WebSocket-Protocol")]).toEqual([status, echoed]);
  });

  test("without it the address wants one", async () => {
    const response = await new Site().fetch("/socket");
    expect([response.status, response.headers.get("Upgrade")]).toEqual([426, "websocket"]);
    expect(await response.json()).toEqual({
      error: { code: "upgrade_required", message: expect.any(String) },
    });
  });

  test("a room is the same in upper case", async () => {
    const site = new Site();
    await site.join("ana");
    const shouted = await exports.default.fetch(
      `http://papo.test/api/rooms/${site.name.toUpperCase()}/members`,
    );
    expect(await shouted.json()).toMatchObject({ members: [{ nick: "ana" }] });
  });

  test.each(["-a", "a-", "a_b", "a.b", "ação", "x".repeat(33), "%20", "a%2Fb"])(
    "a room can't be called %j",
    async (name) => {
      const response = await exports.default.fetch(`http://papo.test/api/rooms/${name}/socket`, {
        headers: upgrade,
      });
      expect(response.status).toBe(400);
      expect(await response.json()).toMatchObject({ error: { code: "bad_room" } });
    },
  );
});

describe("§1 origins", () => {
  const from = (origin: string | undefined, path: string, headers: Record<string, string> = {}) =>
    exports.default.fetch(`http://papo.test/api${path}`, {
      headers: { ...headers, ...(origin !== undefined && { Origin: origin }) },
    });

  test.each([
    [undefined, 200],
    ["http://papo.test", 200],
    ["https://papo.test", 200],
    ["https://evil.test", 403],
    ["https://papo.test.evil.test", 403],
    ["http://papo.test:81", 403],
    ["null", 403],
    ["nonsense", 403],
    ["chrome-extension://papo.test", 403],
    ["moz-extension://papo.test", 403],
    ["ws://papo.test", 403],
    ["http://papo.test, http://papo.test", 403],
  ])("from %j anything of the API answers %d", async (origin, status) => {
    const answers = await Promise.all([from(origin, "/health"), from(origin, "/rooms/origins")]);
    expect(answers.map((answer) => answer.status)).toEqual([status, status]);
    expect(answers.map((answer) => answer.headers.get("Access-Control-Allow-Origin"))).toEqual([null, null]);
  });

  test.each([
    // Proxies end TLS, so the scheme says nothing.
    ["https://papo.test", "http://papo.test/", true],
    ["http://papo.test", "https://papo.test/", true],
    ["https://papo.test:8443", "http://papo.test:8443/", true],
    ["https://papo.test:443", "http://papo.test/", true],
    ["HTTPS://Papo.Test", "http://papo.test/", true],
    ["http://papo.test.", "http://papo.test./", true],
    ["http://[::1]:8787", "http://[::1]:8787/", true],
    ["http://bücher.test", "http://xn--bcher-kva.test/", true],
    ["http://papo.test.", "http://papo.test/", false],
    ["http://papo.test", "http://papo.test:8787/", false],
    ["http://papo.test:8787", "http://papo.test/", false],
    ["http://papo.test:0", "http://papo.test/", false],
    ["http://papo.test:99999", "http://papo.test/", false],
    ["http://papo.test:x", "http://papo.test/", false],
    ["http://localhost", "http://127.0.0.1/", false],
    ["http://sub.papo.test", "http://papo.test/", false],
    // What no browser sends as the origin of a page of the web.
    ["http://ana@papo.test", "http://papo.test/", false],
    ["http://ana:x@papo.test", "http://papo.test/", false],
    ["http://evil.test@papo.test", "http://papo.test/", false],
    ["http://papo.test/", "http://papo.test/", false],
    ["http://papo.test/lobby", "http://papo.test/", false],
    ["http://papo.test?", "http://papo.test/", false],
    ["http://papo.test#x", "http://papo.test/", false],
    ["http:papo.test", "http://papo.test/", false],
    ["http:\\\\papo.test", "http://papo.test/", false],
    ["//papo.test", "http://papo.test/", false],
    ["papo.test", "http://papo.test/", false],
    ["http://", "http://papo.test/", false],
    ["", "http://papo.test/", false],
    ["null", "http://null/", false],
    ["file://papo.test", "http://papo.test/", false],
    ["ftp://papo.test", "http://papo.test/", false],
    ["wss://papo.test", "http://papo.test/", false],
    ["blob:http://papo.test", "http://papo.test/", false],
    ["app://papo.test", "http://papo.test/", false],
    ["capacitor://papo.test", "http://papo.test/", false],
    ["chrome-extension://papo.test", "http://papo.test/", false],
    ["safari-web-extension://papo.test", "http://papo.test/", false],
  ])("%j is of the server asked at %s: %j", (origin, url, own) => {
    expect(isOwn(origin, url)).toBe(own);
  });

  test("another site's page gets no socket, and the room is not touched", async () => {
    const site = new Site();
    const response = await site.upgrade({ Origin: "https://evil.test" });
    expect([response.status, response.webSocket ?? null]).toEqual([403, null]);
    expect(await response.json()).toMatchObject({ error: { code: "bad_origin" } });
    expect(await site.tables()).toEqual([]);
  });
});

describe("§1 an origin in ALLOWED_ORIGINS", () => {
  const friend = "https://friend.test";
  const site = new Site();
  const app = new Hono()
    .use(guardOrigin(new Set([friend])))
    .all("*", ({ req }) => exports.default.fetch(new Request(req.raw, { headers: withoutOrigin(req.raw) })));

  function withoutOrigin({ headers }: Request): Headers {
    const rest = new Headers(headers);
    rest.delete("Origin");
    return rest;
  }

  const ask = (path: string, init: RequestInit = {}) =>
    app.request(`http://papo.test/api/rooms/${site.name}${path}`, {
      ...init,
      headers: { Origin: friend, ...init.headers },
    });

  test("reads and posts", async () => {
    const answer = await ask("/members");
    expect([answer.status, answer.headers.get("Access-Control-Allow-Origin")]).toEqual([200, friend]);
  });

  test("is told beforehand what it may send", async () => {
    const wanted = { "Access-Control-Request-Method": "POST", "Access-Control-Request-Headers": "papo-key" };
    const { status, headers } = await ask("/messages", { method: "OPTIONS", headers: wanted });
    expect(status).toBe(204);
    expect(headers.get("Access-Control-Allow-Origin")).toBe(friend);
    expect(headers.get("Access-Control-Allow-Methods")).toContain("POST");
    expect(headers.get("Access-Control-Allow-Headers")).toContain("papo-key");
  });

  test("gets its socket", async () => {
    const { status, webSocket, headers } = await ask("/socket", {
      headers: { Upgrade: "websocket", "Sec-WebSocket-Protocol": "papo.v1" },
    });
    webSocket?.accept();
    expect([status, webSocket instanceof WebSocket]).toEqual([101, true]);
    expect(headers.get("Sec-WebSocket-Protocol")).toBe("papo.v1");
  });
});
