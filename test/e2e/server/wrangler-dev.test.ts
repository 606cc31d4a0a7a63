import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { afterAll, beforeAll, expect, test } from "vitest";
import { ROOT } from "../../../scripts/bundles.ts";
import { freePort } from "../../support/free-port.ts";
import { SocketWire } from "../../support/wire-ws.ts";

let data: string;
let url: URL;
let stop: () => Promise<unknown>;

beforeAll(async () => {
  data = await mkdtemp(join(tmpdir(), "papo-wrangler-"));
  const port = String(await freePort());
  const options = ["--port", port, "--ip", "127.0.0.1", "--persist-to", data, "--var", "MESSAGE_BURST:33"];
  const child = spawn("wrangler", ["dev", ...options, "--show-interactive-dev-session=false"], {
    cwd: ROOT,
    env: { ...process.env, PATH: `${ROOT}node_modules/.bin:${process.env.PATH}` },
    stdio: ["ignore", "pipe", "inherit"],
  });
  const exit = once(child, "exit");
  stop = () => {
    child.kill("SIGTERM");
    return exit;
  };
  const log: string[] = [];
  const ready = new Promise<void>((resolve) => {
    createInterface(child.stdout).on("line", (line) => {
      log.push(line);
      if (/Ready on/.test(line)) resolve();
    });
  });
  const failed = exit.then(() => {
    throw new Error(`wrangler dev has ended:\n${log.join("\n")}`);
  });
  failed.catch(() => {});
  await Promise.race([ready, failed]);
  url = new URL(`http://127.0.0.1:${port}`);
}, 120_000);

afterAll(async () => {
  await stop();
  await rm(data, { recursive: true, force: true });
});

test("wrangler dev serves a room in which two talk, with a variable of the command line", async () => {
  const health = await fetch(new URL("/api/health", url));
  expect(await health.json()).toMatchObject({ ok: true });
  const ana = await SocketWire.join(url, "lobby", { nick: "ana" });
  const bob = await SocketWire.join(url, "lobby", { nick: "bob" });
  expect(bob.welcome.limits.burst).toBe(33);
  ana.wire.send({ type: "say", cid: 1, text: "hi" });
  expect(await bob.wire.next("message")).toMatchObject({ nick: "ana", text: "hi" });
  bob.wire.send({ type: "say", cid: 1, text: "hi ana" });
  expect(await ana.wire.next("message", ({ nick }) => nick === "bob")).toMatchObject({ text: "hi ana" });
  ana.wire.send({ type: "leave" });
  expect(await ana.wire.closing()).toMatchObject({ code: 1000 });
  expect(await bob.wire.next("left")).toMatchObject({ nick: "ana", why: "left" });
});

// What Cloudflare's own assets make of `_headers` and of what is no file.
test("wrangler dev serves the page as npm start does", async () => {
  const html = await (await fetch(url)).text();
  const [script = ""] = /\/app-\w+\.js/.exec(html) ?? [];
  const answers = ["/", "/lobby", "/app-lobby", "/lobby/2", "/app-0000.js", script].map(async (path) => {
    const { status, headers } = await fetch(new URL(path, url));
    expect(headers.get("Content-Security-Policy")).toContain("trusted-types papo");
    return [status, headers.get("Cache-Control"), headers.get("X-Robots-Tag")];
  });
  const anew = "public, max-age=0, must-revalidate";
  expect(await Promise.all(answers)).toEqual([
    [200, anew, null],
    [200, anew, "noindex"],
    [200, anew, "noindex"],
    [404, anew, "noindex"],
    [404, anew, "noindex"],
    [200, "public, max-age=31536000, immutable", null],
  ]);
});
