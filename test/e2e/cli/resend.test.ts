import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { homeOf, joinPapo, runPapo, spawnPapo } from "./support/papo.ts";
import { relayTo } from "./support/relay.ts";
import { startServer, type TestServer } from "./support/server.ts";
import { strangeServer } from "./support/strangers.ts";

let server: TestServer;
beforeAll(async () => {
  server = await startServer();
});
afterAll(() => server.kill());

async function texts(url: string): Promise<string[]> {
  const { stdout } = await runPapo(["history", url, "--limit", "all", "--json"]);
  return stdout.split("\n").flatMap((line) => (line === "" ? [] : [JSON.parse(line).text]));
}

describe.concurrent("papo send", () => {
  test("goes as fast as the room takes it, and loses nothing", async () => {
    const url = server.room("paced");
    const lines = Array.from({ length: 25 }, (_, index) => `line ${index + 1}`);
    const { code, stderr } = await runPapo(["send", url, "--nick", "robot"], { input: lines.join("\n") });
    expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
    expect(await texts(url)).toEqual(lines);
  });

  test("goes on by itself where the server is killed in the middle: all, once, in order", async () => {
    const own = await startServer();
    const url = own.room("crash");
    const ear = await joinPapo(url, "ear", { rows: 60 });
    const lines = Array.from({ length: 30 }, (_, index) => `line ${index + 1}`);
    const sender = spawnPapo(["send", url, "--nick", "robot"]);
    const ended = new Promise((resolve) => sender.once("exit", resolve));
    sender.stdin.end(lines.join("\n"));
    await ear.waitFor("robot: line 13");
    await own.kill();
    await ear.waitFor("[offline");
    await own.start();
    expect(await ended).toBe(0);
    expect(await texts(url)).toEqual(lines);
    await ear.waitFor("robot: line 30");
    for (const line of lines) {
      expect(ear.log().filter((row) => row.endsWith(`robot: ${line}`))).toHaveLength(1);
    }
  });

  test.each([
    { command: "send", options: [] },
    { command: "join", options: [] },
    { command: "join", options: ["--json"] },
  ])("$command $options ends with 5 where the room was erased under it", async ({ command, options }) => {
    const own = await startServer();
    const url = own.room(`erased-${command}${options.join("")}`);
    const ear = await joinPapo(url, "ear");
    const way = await relayTo(url);
    const sender = spawnPapo([command, way.url, "--nick", "robot", ...options]);
    const ended = new Promise((resolve) => sender.once("exit", resolve));
    let stderr = "";
    sender.stderr.on("data", (chunk) => {
      stderr += chunk;
    });
    sender.stdin.write("one\ntwo\n");
    await ear.waitFor("robot: two");
    const stuck = way.hold();
    sender.stdin.end("three\n");
    await stuck;
    await own.kill();
    own.erase();
    await own.start();
    expect(await ended).toBe(5);
    if (options.length === 0) expect(stderr).toContain("the room was erased meanwhile");
  });

  test("a post whose answer was lost is tried again under the same key", async () => {
    const keys: unknown[] = [];
    const host = await strangeServer((request, response) => {
      keys.push(request.headers["idempotency-key"]);
      request.resume();
      if (keys.length === 1) request.socket.destroy();
      else if (keys.length === 2) response.writeHead(503).end();
      else if (keys.length === 3) response.writeHead(429, { "Retry-After": "0" }).end();
      else response.writeHead(201, { "Content-Type": "application/json" }).end('{"id":1,"at":1}');
    });
    const { code } = await runPapo(["send", `http://${host}/lobby`, "--nick", "robot", "hi"], {
      env: homeOf(),
    });
    expect(code).toBe(0);
    expect(keys).toHaveLength(4);
    expect(new Set(keys).size).toBe(1);
    expect(keys[0]).toMatch(/^[\w-]{1,32}$/);
  });

  test("a passphrase of any letters opens a locked room", async () => {
    const url = server.room("letters");
    const owner = await joinPapo(url, "ana");
    owner.type("/lock\r");
    await owner.waitFor("Passphrase for this room:");
    owner.type("abre-te, sésamo 芝麻\r");
    await owner.waitFor("locked the room");
    const env = homeOf({ PAPO_KEY: "abre-te, sésamo 芝麻", PAPO_URL: url });
    expect((await runPapo(["names", url], { env })).code).toBe(0);
    expect((await runPapo(["send", url, "--nick", "robot"], { env, input: "a\nb\n" })).code).toBe(0);
  });
});
