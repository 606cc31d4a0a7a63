import { runInDurableObject } from "cloudflare:test";
import { env } from "cloudflare:workers";
import { describe, expect, onTestFinished, test, vi } from "vitest";
import type { Introduction } from "../../src/room/introduction.ts";
import { DAY, dayOf } from "../../src/room/report.ts";
import { SettingsError } from "../../src/settings/settings.ts";
import { HOLDS } from "../../src/worker/door-watch.ts";
import { frontDoor } from "../../src/worker/front-door.ts";
import { ADMIN, outcome, Porch, SECRET } from "./porch.ts";
import { Site } from "./site.ts";

const upgrade = { Upgrade: "websocket" };

/** A registry that answers so, instead of the real one. */
const registry = (look: () => Promise<unknown>) => ({ REGISTRY: { getByName: () => ({ look }) } });

describe("§11.1 an invited deployment", () => {
  test("a stranger costs no request to a room's object, no row, and the registry one in 30 s", async () => {
    const porch = new Porch({ DOOR: "invited" });
    const { name, stub } = new Site();
    const forged = `p1.${"A".repeat(60)}.${"A".repeat(43)}`;
    const knocks: [path: string, init: RequestInit][] = [
      ["", {}],
      ["/members", {}],
      ["/messages", { headers: { "Papo-Pass": forged } }],
      ["/messages?nick=robot", { method: "POST", body: "x", headers: { "Content-Type": "text/plain" } }],
      ["/socket", { headers: upgrade }],
      ["/socket", { headers: { ...upgrade, "Sec-WebSocket-Protocol": `papo.v1, papo.pass.${forged}` } }],
    ];
    for (let seconds = 0; seconds < 60; seconds++) {
      for (const [path, init] of knocks) {
        const response = await porch.fetch(`/rooms/${name}${path}`, init);
        expect([response.status, response.webSocket ?? null]).toEqual([401, null]);
      }
      porch.now += 1_000;
    }
    expect(porch.asked).toEqual(["registry look", "registry look"]);
    const tables = (_: unknown, { storage }: DurableObjectState) =>
      storage.sql
        .exec("SELECT name FROM sqlite_master WHERE name NOT LIKE '\\_cf\\_%' ESCAPE '\\'")
        .toArray();
    expect(await runInDurableObject(stub, tables)).toEqual([]);
    expect(await runInDurableObject(env.REGISTRY.getByName("registry"), tables)).toEqual([]);
  });

  test("ten thousand forged passes get 401 each, and use up nobody's requests", async () => {
    const limit = vi.fn(async () => ({ success: true }));
    const porch = new Porch({ DOOR: "invited" }, { REQUESTS: { limit } });
    const [begin = "", claims = "", signature = ""] = (await porch.pass()).split(".");
    limit.mockClear();
    const statuses = new Set<number>();
    for (let n = 0; n < 10_000; n++) {
      const pass = [begin, claims, n.toString(36).padStart(5, "0") + signature.slice(5)].join(".");
      statuses.add((await porch.fetch("/rooms/lobby", { headers: { "Papo-Pass": pass } })).status);
    }
    expect([...statuses]).toEqual([401]);
    expect(limit).not.toHaveBeenCalled();
    expect(porch.count("room")).toBe(0);
    expect(porch.count("registry")).toBe(1);
  });

  test.each<[what: string, detail: string, headers: (pass: string) => Record<string, string>]>([
    ["no pass", "pass_missing", () => ({})],
    ["a forged one", "pass_forged", (pass) => ({ "Papo-Pass": `${pass}x` })],
    ["two headers", "pass_forged", (pass) => ({ "Papo-Pass": `${pass}, ${pass}` })],
    ["one for another room", "pass_other_room", (pass) => ({ "Papo-Pass": pass })],
  ])("%s", async (_, ...[detail, headers]) => {
    const porch = new Porch({ DOOR: "invited" });
    const sent = headers(await porch.pass({ days: 7, rooms: ["lobby"] }));
    for (const path of ["/rooms/tea", "/rooms/tea/messages", "/rooms/no_name", "/rooms/tea/else"]) {
      expect(await outcome(await porch.fetch(path, { headers: sent }))).toEqual([401, "no_pass", detail]);
    }
    const socket = await porch.fetch("/rooms/tea/socket", { headers: { ...sent, ...upgrade } });
    expect(await outcome(socket)).toEqual([401, "no_pass", detail]);
  });

  test("a pass that has run out", async () => {
    const porch = new Porch({ DOOR: "invited" });
    const headers = { "Papo-Pass": await porch.pass({ days: 1 }) };
    porch.now += 86_399_999;
    expect((await porch.fetch("/rooms/lobby", { headers })).status).toBe(200);
    porch.now += 1;
    expect(await outcome(await porch.fetch("/rooms/lobby", { headers }))).toEqual([
      401,
      "no_pass",
      "pass_expired",
    ]);
  });

  test("a good pass opens it, whatever the case of the room, and for a socket in either way", async () => {
    const porch = new Porch({ DOOR: "invited" });
    const { name } = new Site();
    const pass = await porch.pass({ days: 7, rooms: [name.toUpperCase()] });
    const header = { "Papo-Pass": pass };
    expect((await porch.fetch(`/rooms/${name.toUpperCase()}`, { headers: header })).status).toBe(200);
    for (const [headers, chosen] of [
      [header, null],
      [{ "Sec-WebSocket-Protocol": `papo.v1, papo.pass.${pass}` }, "papo.v1"],
      [{ "Sec-WebSocket-Protocol": `papo.pass.${pass},chat, papo.v1` }, "papo.v1"],
    ] as const) {
      const socket = await porch.fetch(`/rooms/${name}/socket`, { headers: { ...headers, ...upgrade } });
      socket.webSocket?.accept();
      expect([socket.status, socket.headers.get("Sec-WebSocket-Protocol")]).toEqual([101, chosen]);
    }
    const alone = { "Sec-WebSocket-Protocol": `papo.pass.${pass}`, ...upgrade };
    const refused = await outcome(await porch.fetch(`/rooms/${name}/socket`, { headers: alone }));
    expect(refused).toEqual([400, "bad_frame", "unknown_subprotocol"]);
  });

  test("health stays open, and the page is for everybody", async () => {
    const porch = new Porch({ DOOR: "invited" });
    await porch.setDoor("closed");
    expect((await porch.fetch("/health")).status).toBe(200);
    await porch.setDoor("open");
  });
});

describe("§11.3 what a room is told of who comes", () => {
  /** What the door told a room, in answer to such a request. */
  async function introduced(porch: Porch, init: RequestInit = {}) {
    let told: Introduction | undefined;
    let headers = new Headers();
    const room = {
      summary: async (caller: { introduction: Introduction }) => {
        told = caller.introduction;
        return {};
      },
      fetch: async (request: Request) => {
        headers = request.headers;
        told = JSON.parse(request.headers.get("Papo-Introduction") ?? "null");
        return new Response();
      },
    };
    porch.bind({ ROOM: { getByName: () => room } });
    await porch.fetch("/rooms/lobby", init);
    const byCall = told;
    told = undefined;
    await porch.fetch("/rooms/lobby/socket", { ...init, headers: { ...init.headers, ...upgrade } });
    expect(told).toEqual(byCall);
    return { told: byCall, headers };
  }

  const day = Math.floor(Date.now() / 86_400_000);
  const used = { share: 0, day };

  test("nothing but how they came, by default", async () => {
    const porch = new Porch({ ADMIN_TOKEN: "", PASS_SECRET: "" });
    expect((await introduced(porch)).told).toEqual({ origin: "http://papo.test" });
    expect(porch.count("registry")).toBe(0);
  });

  test("a good pass, at an open door too", async () => {
    const porch = new Porch();
    const pass = await porch.pass({ days: 7, rooms: ["lobby"], make: true, one: true });
    const { told, headers } = await introduced(porch, {
      headers: { "Papo-Pass": pass, "X-Forwarded-Proto": "https" },
    });
    const claims = {
      id: expect.stringMatching(/^[\w-]{12}$/),
      exp: 1_790_000_000 + 7 * 86_400,
      make: true,
      one: true,
    };
    expect(told).toEqual({ origin: "https://papo.test", used, pass: claims });
    expect(headers.get("Papo-Pass")).toBeNull();
  });

  test("of a request no more than it has to know, and of its subprotocols none that is a secret", async () => {
    const porch = new Porch();
    const pass = await porch.pass({ days: 7, rooms: ["lobby"] });
    const { headers } = await introduced(porch, {
      headers: {
        "CF-Connecting-IP": "192.0.2.1",
        "Sec-WebSocket-Protocol": `papo.v1, papo.pass.${pass}`,
        ...{ Cookie: "a=b", "Papo-Key": "sesame", Authorization: `Bearer ${"t".repeat(32)}` },
      },
    });
    expect(Object.fromEntries(headers)).toEqual({
      ...{ upgrade: "websocket", "sec-websocket-protocol": "papo.v1", "cf-connecting-ip": "192.0.2.1" },
      "papo-introduction": expect.stringMatching(/^\{"origin":/),
    });
  });

  test("a bad pass counts as none where the door is open", async () => {
    expect((await introduced(new Porch(), { headers: { "Papo-Pass": "p1.x.y" } })).told).toEqual({
      ...{ origin: "http://papo.test", used },
    });
  });

  test("the admin, and never what somebody says of themselves", async () => {
    const headers = { "Papo-Introduction": '{"admin":true}', "Papo-Admin": ADMIN };
    const admin = await introduced(new Porch({ DOOR: "invited" }), { headers });
    expect(admin.told).toEqual({ origin: "http://papo.test", used, admin: true });
    expect(admin.headers.get("Papo-Admin")).toBeNull();
    const { "Papo-Introduction": lie } = headers;
    const stranger = await introduced(new Porch(), { headers: { "Papo-Introduction": lie } });
    expect(stranger.told).toEqual({ origin: "http://papo.test", used });
  });
});

describe("§11.4 the admin", () => {
  test.each<[string, string, unknown?]>([
    ["GET", "/rooms"],
    ["DELETE", "/rooms/lobby"],
    ["PUT", "/door", { door: "open" }],
    ["POST", "/passes", { days: 7 }],
  ])("alone may %s %s", async (method, path, body) => {
    const init = { method, ...(body !== undefined && { body: JSON.stringify(body) }) };
    for (const DOOR of ["open", "invited"]) {
      const porch = new Porch({ DOOR });
      const refused = [401, "forbidden", "not_the_admin"];
      expect(await outcome(await porch.fetch(path, init))).toEqual(refused);
      const pass = { "Papo-Pass": await porch.pass({ days: 7, make: true }) };
      expect(await outcome(await porch.fetch(path, { ...init, headers: pass }))).toEqual(refused);
      const wrong = { "Papo-Admin": `${ADMIN}.` };
      expect(await outcome(await porch.fetch(path, { ...init, headers: wrong }))).toEqual([
        ...[401, "forbidden", "wrong_admin_token"],
      ]);
      expect(porch.count("room")).toBe(0);
    }
  });

  test("is guessed at ten times a minute, anywhere", async () => {
    const porch = new Porch();
    const guess = (path: string) =>
      porch.fetch(path, { headers: { "Papo-Admin": "guess", "CF-Connecting-IP": "10.77.0.1" } });
    for (let n = 0; n < 10; n++) expect((await guess(n % 2 ? "/rooms" : "/rooms/lobby")).status).toBe(401);
    const tired = await guess("/door");
    expect([tired.status, tired.headers.get("Retry-After")]).toEqual([429, "60"]);
    expect((await porch.admin("GET", "/rooms/lobby")).status).toBe(200);
  });

  test.each<[string, string, string]>([
    ["POST", "/rooms", "GET"],
    ["POST", "/rooms/lobby", "GET, DELETE"],
    ["GET", "/passes", "POST"],
    ["POST", "/door", "PUT"],
  ])("%s %s is the wrong method", async (method, path, allow) => {
    const response = await new Porch().admin(method, path);
    expect([response.status, response.headers.get("Allow")]).toEqual([405, allow]);
  });
});

describe("§11.5 passes are made", () => {
  test("for rooms, with a link to the first", async () => {
    const porch = new Porch();
    const response = await porch.admin("POST", "/passes", { days: 7, rooms: ["Lobby", "tea"], one: true });
    const expires = 1_790_000_000 + 7 * 86_400;
    const made = (await response.json()) as { pass: string; link: string };
    expect([response.status, made]).toEqual([
      201,
      { pass: expect.stringMatching(/^p1\./), link: `http://papo.test/lobby#pass=${made.pass}`, expires },
    ]);
    const claims = JSON.parse(
      atob((made.pass.split(".")[1] ?? "").replaceAll("-", "+").replaceAll("_", "/")),
    );
    expect(claims).toEqual({ id: expect.any(String), exp: expires, rooms: ["lobby", "tea"], one: true });
  });

  test("for all rooms, with a link to the first page; and with as many rooms as there may be", async () => {
    const porch = new Porch({ DOOR: "invited" });
    const pass = await porch.pass({ days: 365 });
    expect((await porch.fetch("/rooms/anywhere", { headers: { "Papo-Pass": pass } })).status).toBe(200);
    const rooms = Array.from({ length: 18 }, (_, n) => `${n}`.padStart(32, "a"));
    const long = await porch.pass({ days: 365, rooms, make: true, one: true });
    expect((await porch.fetch(`/rooms/${rooms[17]}`, { headers: { "Papo-Pass": long } })).status).toBe(200);
  });

  const days = 7;

  test.each<[body: unknown, refused: readonly [number, string]]>([
    [{}, [400, "bad_frame"]],
    [[], [400, "bad_frame"]],
    [null, [400, "bad_frame"]],
    [{ days: 0 }, [400, "bad_frame"]],
    [{ days: 366 }, [400, "bad_frame"]],
    [{ days: 1.5 }, [400, "bad_frame"]],
    [{ days: "7" }, [400, "bad_frame"]],
    [{ days, rooms: [] }, [400, "bad_frame"]],
    [{ days, rooms: "lobby" }, [400, "bad_frame"]],
    [{ days, rooms: ["no_name"] }, [400, "bad_room"]],
    [{ days, rooms: Array(19).fill("lobby") }, [400, "bad_frame"]],
    [{ days, make: "yes" }, [400, "bad_frame"]],
    [{ days, more: "x".repeat(17_000) }, [413, "too_long"]],
    [{ days, more: "x".repeat(70_000) }, [413, "too_long"]],
  ])("%j is refused", async (body, [status, code]) => {
    expect((await outcome(await new Porch().admin("POST", "/passes", body))).slice(0, 2)).toEqual([
      status,
      code,
    ]);
  });

  test.each(["text/plain", "application/x-www-form-urlencoded"])("%s is refused", async (type) => {
    const headers = { "Papo-Admin": ADMIN, "Content-Type": type };
    const init = { method: "POST", body: '{"days":7}', headers };
    expect(await outcome(await new Porch().fetch("/passes", init))).toEqual([
      ...[415, "unsupported_type", "body_not_json_type"],
    ]);
  });

  test("no more where the deployment has no secret", async () => {
    const porch = new Porch({ PASS_SECRET: "" });
    expect(await outcome(await porch.admin("POST", "/passes", { days }))).toEqual([
      ...[403, "forbidden", "no_pass_secret"],
    ]);
  });
});

describe("§11.8 a day that is used up", () => {
  test.each<[share: number, from: string, passes: boolean]>([
    [110, "today", false],
    [110, "yesterday", true],
    [100, "today", true],
  ])("%d per cent, of %s", async (share, from, passes) => {
    const day = dayOf(1_790_000_000_000) - (from === "today" ? 0 : 1);
    const porch = new Porch(
      {},
      registry(() => Promise.resolve({ used: { share, day } })),
    );
    const left = (day + 1) * DAY - porch.now;
    for (const [path, init] of [
      ["/rooms/lobby", {}],
      ["/rooms/lobby/socket", { headers: upgrade }],
    ] as const) {
      const response = await porch.fetch(path, init);
      response.webSocket?.accept();
      if (passes) expect(response.ok || response.status === 101).toBe(true);
      else {
        expect(response.headers.get("Retry-After")).toBe(String(Math.ceil(left / 1_000)));
        expect(await outcome(response)).toEqual([429, "over_budget", "day_used_up"]);
      }
    }
    expect(porch.count("room")).toBe(passes ? 2 : 0);
    expect((await porch.admin("GET", "/rooms/lobby")).status).toBe(200);
  });
});

describe("§11.6 the door is put", () => {
  test("for everybody here at once, elsewhere within 30 s, and back", async () => {
    const here = new Porch();
    const elsewhere = new Porch();
    const both = async () => [
      (await here.fetch("/rooms/lobby")).status,
      (await elsewhere.fetch("/rooms/lobby")).status,
    ];
    expect(await both()).toEqual([200, 200]);
    expect(await (await here.setDoor("closed")).json()).toEqual({ door: "closed" });
    expect(await both()).toEqual([503, 200]);
    elsewhere.now += HOLDS;
    expect(await both()).toEqual([503, 503]);
    const closed = await elsewhere.fetch("/rooms/lobby/socket", { headers: upgrade });
    expect([closed.headers.get("Retry-After"), ...(await outcome(closed))]).toEqual(["30", 503, "closed"]);
    const pass = { "Papo-Pass": await elsewhere.pass() };
    expect((await elsewhere.fetch("/rooms/lobby", { headers: pass })).status).toBe(503);
    expect((await elsewhere.fetch("/rooms")).status).toBe(503);
    expect((await elsewhere.admin("GET", "/rooms/lobby")).status).toBe(200);
    await here.setDoor("invited");
    elsewhere.now += HOLDS;
    expect(await both()).toEqual([401, 401]);
    await elsewhere.setDoor("open");
    here.now += HOLDS;
    expect(await both()).toEqual([200, 200]);
    expect(await env.REGISTRY.getByName("registry").look()).not.toHaveProperty("door");
  });

  test.each([{}, { door: "ajar" }, { door: null }, []])("%j is refused", async (body) => {
    expect((await outcome(await new Porch().admin("PUT", "/door", body))).slice(0, 2)).toEqual([
      400,
      "bad_frame",
    ]);
  });

  test("not for the invited alone where nobody can be", async () => {
    const porch = new Porch({ PASS_SECRET: "" });
    expect(await outcome(await porch.setDoor("invited"))).toEqual([409, "forbidden", "door_needs_secret"]);
  });

  test("where the registry does not answer, the last state holds, and else DOOR", async () => {
    const logged = vi.spyOn(console, "error").mockImplementation(() => {});
    onTestFinished(() => logged.mockRestore());
    const gone = () => Promise.reject(new Error("gone"));
    expect((await new Porch({ DOOR: "invited" }, registry(gone)).fetch("/rooms/lobby")).status).toBe(401);
    const look = vi.fn(async (): Promise<unknown> => ({ door: "closed", used: { share: 0, day: 1 } }));
    const porch = new Porch({}, registry(look));
    expect((await porch.fetch("/rooms/lobby")).status).toBe(503);
    look.mockImplementation(gone);
    porch.now += HOLDS;
    expect((await porch.fetch("/rooms/lobby")).status).toBe(503);
  });
});

describe("§11.5 the list of rooms", () => {
  const report = (room: string, rows: number) => ({
    ...{ room, day: Math.floor(Date.now() / 86_400_000), members: 0, messages: 1, rows },
    ...{ created: 1_780_000_000_000, active: Date.now() },
  });

  test("writes two rows for a report, none for a look, and lists what was reported", async () => {
    const office = env.REGISTRY.getByName("registry");
    await office.report(report("first", 1));
    const written = await runInDurableObject(office, async (instance, { storage }) => {
      const before = storage.sql.exec("SELECT 1").rowsWritten;
      let rows = 0;
      const { exec } = storage.sql;
      const cursors: SqlStorageCursor<Record<string, SqlStorageValue>>[] = [];
      storage.sql.exec = ((...given: Parameters<typeof exec>) => {
        const cursor = exec.apply(storage.sql, given);
        cursors.push(cursor);
        return cursor;
      }) as typeof exec;
      const costs = [];
      for (const act of [
        () => instance.report(report("tea", 5)),
        () => instance.report(report("tea", 5)),
        () => instance.look(),
        () => instance.list({ limit: 5 }),
      ]) {
        cursors.length = 0;
        await act();
        rows = cursors.reduce((sum, { rowsWritten }) => sum + rowsWritten, before);
        costs.push(rows);
      }
      storage.sql.exec = exec;
      return costs;
    });
    expect(written).toEqual([2, 1, 0, 0]);
    const porch = new Porch({ DAY_ROWS: "90000" });
    const page = await (await porch.admin("GET", "/rooms?limit=1")).json();
    expect(page).toMatchObject({ rooms: [{ room: "first", rows: 1 }], more: true, after: "first" });
    const rest = await (await porch.admin("GET", "/rooms?after=FIRST")).json();
    expect(rest).toMatchObject({ rooms: [{ room: "tea", members: 0, messages: 1, rows: 5 }], more: false });
    expect(await outcome(await porch.admin("GET", "/rooms?limit=0"))).toEqual([
      400,
      "bad_frame",
      "bad_field",
    ]);
    expect((await outcome(await porch.admin("GET", "/rooms?after=no_name"))).slice(0, 2)).toEqual([
      400,
      "bad_room",
    ]);
  });

  test("a room that is ended is forgotten", async () => {
    await env.REGISTRY.getByName("registry").report(report("ended", 3));
    const end = vi.fn(async (_: string) => {});
    const porch = new Porch();
    porch.bind({ ROOM: { getByName: (name: string) => ({ end: () => end(name) }) } });
    const response = await porch.admin("DELETE", "/rooms/ENDED");
    expect([response.status, await response.text(), response.headers.get("Cache-Control")]).toEqual([
      204,
      "",
      "no-store",
    ]);
    expect(end).toHaveBeenCalledExactlyOnceWith("ended");
    const { rooms } = (await (await porch.admin("GET", "/rooms")).json()) as { rooms: { room: string }[] };
    expect(rooms.map(({ room }) => room)).not.toContain("ended");
    expect((await outcome(await porch.admin("DELETE", "/rooms/no_name"))).slice(0, 2)).toEqual([
      400,
      "bad_room",
    ]);
  });
});

test("with wrong settings another site is turned away as ever, and all others are told", async () => {
  const app = frontDoor(new SettingsError(["X is wrong"]), () => 0);
  const ask = (path: string, headers: Record<string, string> = {}) =>
    app.request(`http://papo.test${path}`, { headers });
  const evil = await ask("/api/rooms/lobby", { Origin: "https://evil.test" });
  expect(await outcome(evil)).toEqual([403, "bad_origin"]);
  for (const path of ["/api/rooms/lobby", "/api/health", "/api/door", "/lobby"]) {
    expect(await outcome(await ask(path, { Origin: "http://papo.test" }))).toEqual([
      ...[500, "internal", "bad_settings"],
    ]);
  }
});

test("a secret for passes is no admin token", async () => {
  const porch = new Porch();
  const headers = { "Papo-Admin": SECRET };
  expect((await porch.fetch("/rooms", { headers })).status).toBe(401);
});
