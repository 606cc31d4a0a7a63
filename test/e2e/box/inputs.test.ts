import { once } from "node:events";
import { connect } from "node:net";
import { text } from "node:stream/consumers";
import { expect, test } from "vitest";
import { folder } from "../deploy/box.ts";
import { StartedPapo } from "./started.ts";

/** Headers that developers' tools, Cloudflare's edge or proxies mean something by. */
const HEADERS = [
  ...["MF-CF-Blob", "MF-Original-URL", "MF-Route-Override", "MF-Proxy-Shared-Secret", "MF-Access-Blob"],
  ...[
    "MF-Disable-Pretty-Error",
    "MF-Sec-Fetch-Mode",
    "MF-Loopback-Secret",
    "MF-Op",
    "MF-Custom-Fetch-Service",
  ],
  ...["X-Forwarded-Proto", "X-Forwarded-Host", "CF-Connecting-IP", "CF-Worker", "Accept-Encoding", "Expect"],
];
const VALUES = ["{", "", "://", "assets", "https://[", "x".repeat(3_000)];

/** What comes back for one request, however malformed: its status. */
async function ask(port: number, head: readonly string[]): Promise<number> {
  const socket = connect(port, "127.0.0.1").on("error", () => {});
  await once(socket, "connect");
  socket.write(`${[...head, "Connection: close"].join("\r\n")}\r\n\r\n`);
  const answer = text(socket);
  return Number((await answer).split(" ")[1]);
}

test("no header or address from outside is an exception of the runtime", async () => {
  const papo = await StartedPapo.start(await folder());
  for (const header of HEADERS) {
    for (const value of VALUES) {
      for (const path of ["/api/health", "/lobby"]) {
        const head = [`GET ${path} HTTP/1.1`, "Host: localhost", `${header}: ${value}`];
        expect([header, value, await ask(papo.port, head)]).toEqual([header, value, 200]);
      }
    }
  }
  for (const host of ["[::", "a b", "localhost:99999", ""]) {
    expect(await ask(papo.port, ["GET /lobby HTTP/1.1", `Host: ${host}`])).toBe(400);
  }
  await ask(papo.port, ["OPTIONS * HTTP/1.1", "Host: localhost"]);
  await ask(papo.port, ["CONNECT localhost:22 HTTP/1.1", "Host: localhost"]);
  for (const path of ["/cdn-cgi/local/platform-proxy", "/cdn-cgi/local/explorer", "/cdn-cgi/mf/scheduled"]) {
    const page = await fetch(`${papo.url}${path}`, { headers: { "MF-Op": "GET" } });
    expect(await page.text()).toContain("<title>papo</title>");
  }
  expect(papo.lines.filter((line) => line.startsWith("{"))).toEqual([]);
});

test("a body that is refused is read so far that the answer arrives", async () => {
  const papo = await StartedPapo.start(await folder());
  const head = ["POST /api/rooms/lobby/messages HTTP/1.1", "Host: localhost", "Content-Type: text/plain"];
  for (let times = 0; times < 20; times++) {
    const body = `Content-Length: 100000\r\nConnection: close\r\n\r\n${"x".repeat(100_000)}`;
    expect(await ask(papo.port, [...head, body])).toBe(413);
  }
});

test("the page: types, caching, compression, and one page for every room", async () => {
  const papo = await StartedPapo.start(await folder());
  const page = await fetch(`${papo.url}/lobby`);
  expect(page.headers.get("Content-Type")).toBe("text/html; charset=utf-8");
  expect(page.headers.get("Content-Encoding")).toBe("gzip");
  expect(page.headers.get("Content-Security-Policy")).toContain("default-src 'none'");
  const html = await page.text();
  const [script = ""] = /\/app-\w+\.js/.exec(html) ?? [];
  const js = await fetch(`${papo.url}${script}`);
  expect(js.headers.get("Content-Type")).toBe("text/javascript; charset=utf-8");
  const headers = { "If-None-Match": `"other", ${js.headers.get("ETag")}` };
  expect((await fetch(`${papo.url}${script}`, { headers })).status).toBe(304);
  expect((await fetch(`${papo.url}/lobby`, { method: "POST" })).status).toBe(405);
  const plain = await fetch(`${papo.url}/lobby`, { headers: { "Accept-Encoding": "gzip;q=0, br" } });
  expect(plain.headers.get("Content-Encoding")).toBe(null);
  expect(await plain.text()).toBe(html);
  const packed = await fetch(`${papo.url}/papo.tgz`);
  expect(packed.headers.get("Content-Encoding")).toBe(null);
  expect(new Uint8Array(await packed.arrayBuffer()).slice(0, 2)).toEqual(new Uint8Array([0x1f, 0x8b]));
});
