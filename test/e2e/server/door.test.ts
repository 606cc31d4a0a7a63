import { once } from "node:events";
import * as v from "valibot";
import { afterAll, beforeAll, expect, onTestFinished, test } from "vitest";
import { WebSocket } from "ws";
import { RATE_LIMITS } from "../../../scripts/box/server.ts";
import { CLOSE } from "../../../src/protocol/close-code.ts";
import { roomList } from "../../../src/protocol/http-answer.ts";
import { invitation } from "../../../src/protocol/invitation.ts";
import { TestServer } from "../../support/server.ts";
import { SocketWire } from "../../support/wire-ws.ts";

const ADMIN_TOKEN = "an admin token of some length";
const SETTINGS = {
  ADMIN_TOKEN,
  ...{ DOOR: "invited", PASS_SECRET: "a secret of more than 32 characters", DAY_ROWS: "90000" },
};

let server: TestServer;
beforeAll(async () => {
  server = await TestServer.start(SETTINGS);
});
afterAll(() => server.stop());

/** A request to the API as the admin. */
const admin = (path: string, init: RequestInit = {}) =>
  fetch(new URL(`/api${path}`, server.url), {
    ...init,
    headers: { "Papo-Admin": ADMIN_TOKEN, "Content-Type": "application/json" },
  });

const setDoor = (door: string) => admin("/door", { method: "PUT", body: JSON.stringify({ door }) });

/** What a browser would get that offers these subprotocols: the one that is chosen, or the status of the refusal. */
async function connect(...protocols: string[]): Promise<string | number | undefined> {
  const url = new URL("/api/rooms/lobby/socket", server.url);
  const socket = new WebSocket(url.href.replace("http", "ws"), protocols);
  onTestFinished(() => socket.terminate());
  const opened = once(socket, "open").then(() => socket.protocol);
  const refused = once(socket, "unexpected-response").then(([, { statusCode }]) => statusCode);
  return await Promise.race([opened, refused]);
}

test("§11.3 a pass as a subprotocol opens a socket, and is not what is chosen", async () => {
  const made = await admin("/passes", { method: "POST", body: '{"days":7,"rooms":["lobby"]}' });
  const { pass, link } = v.parse(invitation, await made.json());
  expect(link).toBe(`${server.url.origin}/lobby#pass=${pass}`);
  expect(await connect("papo.v1")).toBe(401);
  expect(await connect("papo.v1", `papo.pass.${pass}x`)).toBe(401);
  expect(await connect(`papo.pass.${pass}`, "papo.v1")).toBe("papo.v1");
});

test("§11.1 however many knock at once, each hears how the door stands", async () => {
  const knock = async () => (await fetch(new URL("/api/rooms/lobby", server.url))).status;
  const knocks = async () => new Set(await Promise.all(Array.from({ length: 50 }, knock)));
  expect(await knocks()).toEqual(new Set([401]));
  expect((await setDoor("open")).status).toBe(200);
  expect(await knocks()).toEqual(new Set([200]));
  expect((await setDoor("invited")).status).toBe(200);
  expect(await knocks()).toEqual(new Set([401]));
});

test("§11.5 an erased room is left by everybody, and listed no more", async () => {
  await setDoor("open");
  const { wire } = await SocketWire.join(server.url, "doomed", { nick: "ana" });
  await SocketWire.join(server.url, "kept", { nick: "ana" });
  const erased = await admin("/rooms/doomed", { method: "DELETE" });
  expect(erased.status).toBe(204);
  expect(await wire.closing()).toMatchObject({ code: CLOSE.erased });
  const { rooms, day } = v.parse(roomList, await (await admin("/rooms")).json());
  expect(rooms).toMatchObject([{ room: "kept", members: 1 }]);
  // What it has cost is spent.
  expect(day.rows).toBeGreaterThan(rooms[0]?.rows ?? 0);
  expect(await (await admin("/rooms/doomed/messages")).json()).toEqual({ events: [], more: false });
});

test("§11.6 a closed door ends the connections of who is in", async () => {
  await setDoor("open");
  const { wire } = await SocketWire.join(server.url, "lounge", { nick: "ana" });
  await setDoor("closed");
  expect(await wire.closing()).toMatchObject({ code: CLOSE.erased });
  await setDoor("invited");
});

test("§11.7 on one's own machine, too, a room that one may not make is none", async () => {
  const strict = await TestServer.start({ ADMIN_TOKEN, NEW_ROOMS: "admin" });
  onTestFinished(() => strict.stop());
  for (const path of ["lobby", "lobby/members", "lobby/messages"]) {
    const answer = await fetch(new URL(`/api/rooms/${path}`, strict.url));
    expect([path, answer.status]).toEqual([path, 404]);
    expect(await answer.json()).toMatchObject({ error: { code: "no_such_room" } });
  }
});

test("§11.7 a network makes ten rooms a minute, whichever objects they are", async () => {
  const counting = await TestServer.start({ [RATE_LIMITS]: "" });
  onTestFinished(() => counting.stop());
  const make = async (room: number) => {
    const url = new URL(`/api/rooms/room-${room}/messages?nick=robot`, counting.url);
    const headers = { "Content-Type": "text/plain", "CF-Connecting-IP": "10.9.9.9" };
    return (await fetch(url, { method: "POST", body: "x", headers })).status;
  };
  // More than two minutes' worth, for a minute may end in between.
  const statuses: number[] = [];
  for (let room = 0; room <= 20 && statuses.at(-1) !== 429; room++) statuses.push(await make(room));
  expect(statuses.length).toBeGreaterThan(10);
  expect(statuses.at(-1)).toBe(429);
  expect(await make(0)).toBe(201);
});

test("§11.6 how the door was put outlives a crash", async () => {
  await setDoor("closed");
  await server.crash();
  await server.start();
  const closed = await fetch(new URL("/api/rooms/lobby", server.url));
  expect([closed.status, closed.headers.get("Retry-After")]).toEqual([503, "30"]);
  expect((await fetch(new URL("/api/health", server.url))).status).toBe(200);
  await setDoor("invited");
});
