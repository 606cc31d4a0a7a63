import { once } from "node:events";
import { describe, expect, onTestFinished, test } from "vitest";
import { WebSocket } from "ws";
import { tokenOf } from "../../support/token-of.ts";
import { Wire } from "../../support/wire.ts";
import { Box } from "./box.ts";
import { Front, PROXIES } from "./proxies.ts";

/** The uid that stands for the network address of somebody who posts without a token. */
async function uidOfAddress(fetch: Front["fetch"], headers: Record<string, string>): Promise<unknown> {
  const text = { headers: { "Content-Type": "text/plain", ...headers }, body: "hi" };
  expect((await fetch("/api/rooms/lobby/messages?nick=robot", text)).status).toBe(201);
  const { body } = await fetch("/api/rooms/lobby/messages?limit=1");
  return JSON.parse(body).events[0].uid;
}

/** The same without a proxy. */
const direct =
  (box: Box): Front["fetch"] =>
  async (path, { body, headers = {} } = {}) => {
    const method = body === undefined ? "GET" : "POST";
    const response = await fetch(`${box.url}${path}`, {
      method,
      headers,
      ...(body !== undefined && { body }),
    });
    return { status: response.status, body: await response.text() };
  };

const forged = (address: string) => ({ "CF-Connecting-IP": address });

const here = PROXIES.filter((proxy) => proxy.isHere);
const missing = PROXIES.filter((proxy) => !proxy.isHere);

test.for(missing)("behind $name", ({ name }, { skip }) => skip(`${name} is not installed here`));

describe.each(here)("behind $name", (proxy) => {
  test("two people talk over TLS", async () => {
    const box = await Box.start();
    const front = await Front.start(proxy, box.port);
    const join = async (nick: string, options: { origin?: string } = {}) => {
      const url = `wss://${front.host}/api/rooms/lobby/socket`;
      const socket = new WebSocket(url, "papo.v1", { ca: front.ca, ...options });
      onTestFinished(() => socket.terminate());
      const wire = new Wire(socket);
      await once(socket, "open");
      wire.send({ type: "join", nick });
      await wire.next("welcome");
      return wire;
    };
    const ana = await join("ana");
    const bob = await join("bob", { origin: `https://${front.host}` });
    ana.send({ type: "say", cid: 1, text: "olá" });
    expect(await bob.next("message")).toMatchObject({ nick: "ana", text: "olá" });
    await bob.ping();
    bob.send({ type: "leave" });
    expect(await bob.closing()).toMatchObject({ code: 1000 });
    await expect(join("eve", { origin: "https://evil.example" })).rejects.toThrow("403");
  });

  test("§11.5 an invitation leads to the proxy by TLS, whatever its maker's request says", async () => {
    const ADMIN_TOKEN = "an admin token of some length";
    const box = await Box.start({ ADMIN_TOKEN, PASS_SECRET: "a secret of more than 32 characters" });
    const front = await Front.start(proxy, box.port);
    for (const claimed of [{}, { "X-Forwarded-Proto": "http" }, { "x-forwarded-proto": "http, http" }]) {
      const headers = { "Papo-Admin": ADMIN_TOKEN, "Content-Type": "application/json", ...claimed };
      const { status, body } = await front.fetch("/api/passes", { headers, body: '{"days":1}' });
      expect([status, JSON.parse(body).link.split("#")[0]]).toEqual([201, `https://${front.host}/`]);
    }
  });

  test("nobody chooses their own address, nor reaches the runtime's own pages", async () => {
    const box = await Box.start();
    const front = await Front.start(proxy, box.port);
    const known = await uidOfAddress((...call) => front.fetch(...call), {});
    for (const header of ["CF-Connecting-IP", "cf-connecting-ip"]) {
      for (const address of ["192.0.2.1", "192.0.2.2"]) {
        expect(await uidOfAddress((...call) => front.fetch(...call), { [header]: address })).toBe(known);
      }
    }
    for (const headers of [{}, { Host: "localhost" }]) {
      const { status } = await front.fetch("/cdn-cgi/local/platform-proxy", { headers });
      expect(status).toBe(404);
    }
    for (const header of ["MF-Original-URL", "MF-Route-Override", "MF-CF-Blob"]) {
      const { status } = await front.fetch("/api/health", { headers: { [header]: "{" } });
      expect(status).toBe(200);
    }
    const headers = { "Content-Type": "text/plain" };
    for (const size of [20_000, 65_536, 100_000]) {
      const long = await front.fetch("/api/rooms/lobby/messages", { headers, body: "x".repeat(size) });
      expect([size, long.status]).toEqual([size, 413]);
    }
    // A hook's body may be longer, and papo itself says where it ends.
    const hook = `/api/rooms/lobby/hooks/${"x".repeat(24)}`;
    for (const [size, status] of [
      [100_000, 404],
      [1_000_000, 404],
      [1_048_577, 413],
    ] as const) {
      for (const path of [hook, `${hook}/slack`])
        expect([size, (await front.fetch(path, { headers, body: "x".repeat(size) })).status]).toEqual([
          size,
          status,
        ]);
    }
  });

  test("§13 files pass, as large as papo takes them, and papo says where that ends", async () => {
    const box = await Box.start();
    const front = await Front.start(proxy, box.port);
    await uidOfAddress((...call) => front.fetch(...call), {});
    const upload = async (size: number) => {
      const headers = { Authorization: `Bearer ${tokenOf("ana")}` };
      const sent = await front.fetch("/api/rooms/lobby/files?name=a.txt", {
        headers,
        body: "x".repeat(size),
      });
      return { status: sent.status, ...JSON.parse(sent.body) };
    };
    const { status, file } = await upload(5_242_880);
    expect(status).toBe(201);
    expect(await upload(5_242_881)).toMatchObject({ status: 413, error: { code: "too_long" } });
    const { body } = await front.fetch(`/api/rooms/lobby/files/${file}/a.txt`);
    expect(body).toBe("x".repeat(5_242_880));
  });
});

test("without a proxy an address can be forged, as the operator is told", async () => {
  const box = await Box.start();
  const [one, other] = [
    await uidOfAddress(direct(box), forged("192.0.2.1")),
    await uidOfAddress(direct(box), forged("192.0.2.2")),
  ];
  expect(one).not.toBe(other);
});
