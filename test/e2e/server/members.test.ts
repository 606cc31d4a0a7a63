import { afterAll, beforeAll, expect, onTestFinished, test } from "vitest";
import { TestServer } from "../../support/server.ts";
import { SocketWire } from "../../support/wire-ws.ts";

let server: TestServer;
let rooms = 0;

beforeAll(async () => {
  server = await TestServer.start({ NICK_HOLD_SECONDS: "1", ALLOWED_ORIGINS: "https://friend.test" });
});
afterAll(() => server.stop());

/** Some people in a room of their own. */
async function gather(...nicks: string[]): Promise<{ room: string; wires: SocketWire[] }> {
  const room = `members-${++rooms}`;
  const wires: SocketWire[] = [];
  for (const nick of nicks) wires.push((await SocketWire.join(server.url, room, { nick })).wire);
  return { room, wires };
}

test("§8 one member is destroyed in mid-talk; the others talk on, and hear that they lost them", async () => {
  const { wires } = await gather("ana", "bob", "cat");
  const [ana, bob, cat] = wires;
  ana?.send({ type: "say", cid: 1, text: "before" });
  cat?.send({ type: "say", cid: 1, text: "my last words" });
  await bob?.when(({ texts }) => texts.length === 2);
  cat?.destroy();
  for (let cid = 2; cid <= 6; cid++) ana?.send({ type: "say", cid, text: `after ${cid}` });
  await bob?.when(({ texts }) => texts.length === 7);
  expect(await bob?.next("left")).toMatchObject({ nick: "cat", why: "lost" });
  expect(await ana?.next("left")).toMatchObject({ nick: "cat", why: "lost" });
  expect([ana?.closed, bob?.closed]).toEqual([undefined, undefined]);
});

test("§8 a flood closes 4029, and harms nobody else", async () => {
  const { wires, room } = await gather("ana", "bob");
  const [ana, bob] = wires;
  for (let cid = 1; cid <= 1_000; cid++) ana?.send({ type: "say", cid, text: "flood" });
  expect(await ana?.closing()).toMatchObject({ code: 4029 });
  const errors = ana?.heard("error") ?? [];
  expect(errors.some(({ code, retryAfter }) => code === "rate_limited" && (retryAfter ?? 0) > 0)).toBe(true);
  bob?.send({ type: "say", cid: 1, text: "calm" });
  await bob?.next("message", ({ text }) => text === "calm");
  expect(bob?.texts.filter((text) => text === "flood")).toHaveLength(ana?.heard("stored").length ?? 0);
  const again = await SocketWire.join(server.url, room, { nick: "ana" });
  expect(again.welcome.sent).toBe(ana?.heard("stored").length);
});

test("§4 who does not come back after a crash is told as lost, by the alarm", async () => {
  const { room, wires } = await gather("ana", "bob");
  const [ana] = wires;
  ana?.send({ type: "say", cid: 1, text: "kept" });
  await ana?.next("stored");
  await server.crash();
  await server.start();
  const back = await SocketWire.join(server.url, room, { nick: "ana", after: 0 });
  expect(back.welcome).toMatchObject({ room, sent: 1, members: { length: 2 }, events: [{ text: "kept" }] });
  expect(await back.wire.next("left")).toMatchObject({ nick: "bob", why: "lost" });
});

test("§9 plain HTTP, and pages of an allowed origin", async () => {
  const { room, wires } = await gather("ana");
  const url = new URL(`/api/rooms/${room}/messages?nick=robot`, server.url);
  const friend = { Origin: "https://friend.test", "Content-Type": "text/plain" };
  const posted = await fetch(url, { method: "POST", body: "deployed\r\n", headers: friend });
  expect([posted.status, posted.headers.get("Access-Control-Allow-Origin")]).toEqual([201, friend.Origin]);
  expect(await wires[0]?.next("message")).toMatchObject({ nick: "robot", text: "deployed" });
  const strange = await fetch(url, { headers: { Origin: "https://evil.test" } });
  expect(strange.status).toBe(403);
});

test("§10 wrong settings are told by every answer", async () => {
  const wrong = await TestServer.start({ NICK_HOLD_SECONDS: "soon", ADMIN_TOKEN: "s3cret".repeat(50) });
  onTestFinished(() => wrong.stop());
  for (const path of ["/api/health", "/api/rooms/lobby"]) {
    const answer = await fetch(new URL(path, wrong.url));
    expect(answer.status).toBe(500);
    const body = await answer.text();
    expect(body).toContain("NICK_HOLD_SECONDS");
    expect(body).toContain("ADMIN_TOKEN");
    expect(body).not.toContain("s3cret");
  }
  const log = await wrong.end();
  expect(log).toContain("Wrong settings: ");
  expect(log).not.toContain("s3cret");
});
