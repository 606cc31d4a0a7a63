import { once } from "node:events";
import { existsSync, mkdirSync, openSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import type { IncomingMessage, ServerResponse } from "node:http";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { homeOf, runPapo, runWithOutput, spawnPapo } from "./support/papo.ts";
import { startServer, type TestServer } from "./support/server.ts";
import { deserted, strangeServer } from "./support/strangers.ts";
import { temporaryFolder } from "./support/temporary.ts";

let server: TestServer;
beforeAll(async () => {
  server = await startServer();
});
afterAll(() => server.kill());

const JSON_TYPE = { "Content-Type": "application/json" };
const RECEIPT = '{"id":1,"at":1}';

interface Answer {
  status: number;
  headers?: Record<string, string>;
  body?: string;
}

const answering = ({ status, headers = JSON_TYPE, body = "" }: Answer) =>
  strangeServer((request, response) => {
    request.resume();
    response.writeHead(status, headers).end(body);
  });

async function send(host: string, { env = homeOf(), args = ["hello"] } = {}) {
  return runPapo(["send", `http://${host}/lobby`, "--nick", "robot", ...args], { env });
}

describe.concurrent("§9.1: only the protocol's own answer counts", () => {
  test.each<Answer & { name: string }>([
    { name: "a page", status: 200, headers: { "Content-Type": "text/html" }, body: "<h1>Log in</h1>" },
    { name: "a JSON that is no receipt", status: 200, body: "{}" },
    { name: "a receipt with another status", status: 200, body: RECEIPT },
    { name: "an accepted that is no 201", status: 202, body: RECEIPT },
    { name: "nothing", status: 204 },
    {
      name: "a receipt that is a page",
      status: 201,
      headers: { "Content-Type": "text/html" },
      body: RECEIPT,
    },
    { name: "a receipt without an id", status: 201, body: '{"at":1}' },
    { name: "a receipt of a wrong id", status: 201, body: '{"id":"1","at":1}' },
    { name: "a receipt in pieces", status: 201, body: '{"id":1,' },
  ])("send: $name is no success", async (answer) => {
    const { code, stdout, stderr } = await send(await answering(answer));
    expect({ code, stdout }).toEqual({ code: 1, stdout: "" });
    expect(stderr).toMatch(/no papo server/);
  });

  test.each([
    { args: ["names"], body: "{}" },
    { args: ["names"], body: '{"members":[{"nick":"ana"}]}' },
    { args: ["history"], body: '{"events":{},"more":false}' },
    { args: ["history"], body: '{"events":[]}' },
    { args: ["tail", "--no-follow"], body: "[]" },
    { args: ["tail", "--nick", "ear", "--since", "1h"], body: "null" },
  ])("$args: $body is no answer", async ({ args, body }) => {
    const url = `http://${await answering({ status: 200, body })}/lobby`;
    const { code, stdout, stderr } = await runPapo([...args, url]);
    expect({ code, stdout }).toEqual({ code: 1, stdout: "" });
    expect(stderr).toContain("no papo server");
  });

  test("what this client does not know in a page is skipped", async () => {
    const known = { type: "message", id: 2, at: 1, nick: "ana", uid: "u", text: "hi" };
    const events = [{ type: "reacted", id: 1 }, known, { ...known, id: "3" }];
    const body = JSON.stringify({ events, more: false });
    const url = `http://${await answering({ status: 200, body })}/lobby`;
    const { code, stdout } = await runPapo(["history", url, "--json"]);
    expect(code).toBe(0);
    expect(stdout.trim().split("\n")).toHaveLength(1);
  });

  test("a redirect is told, and what is sent goes to nobody else", async () => {
    let met = 0;
    const other = await strangeServer((_request, response) => {
      met++;
      response.writeHead(201, JSON_TYPE).end(RECEIPT);
    });
    const host = await answering({ status: 307, headers: { Location: `http://${other}/x` } });
    const { code, stderr } = await send(host);
    expect({ code, met }).toEqual({ code: 1, met: 0 });
    expect(stderr).toContain("elsewhere (HTTP 307)");
  });
});

describe.concurrent("§9.3: a post that is not answered", () => {
  /** Takes posts, and does with each as told. */
  async function room(...acts: ("lose" | "store" | "close")[]) {
    const keys: (string | undefined)[] = [];
    const host = await strangeServer((request: IncomingMessage, response: ServerResponse) => {
      request.resume();
      const act = acts[keys.length] ?? "store";
      keys.push(request.headers["idempotency-key"]?.toString());
      if (act === "store") response.writeHead(201, JSON_TYPE).end(RECEIPT);
      else if (act === "lose") request.socket.destroy();
      else response.writeHead(503).end();
    });
    return { host, keys };
  }
  const lost = ["lose", "close", "lose", "close", "lose"] as const;

  test("is said to be unknown, and the very same command goes on with it: once", async () => {
    const env = homeOf();
    const { host, keys } = await room(...lost);
    const first = await send(host, { env });
    expect(first.code).toBe(1);
    expect(first.stderr).toMatch(
      /not known whether the message was stored\. Run the very same command again/,
    );
    const other = await send(host, { env, args: ["another"] });
    expect(other).toMatchObject({ code: 0, stderr: "" });
    const second = await send(host, { env });
    expect(second.code).toBe(0);
    expect(second.stderr).toMatch(/Going on with this message as it was sent at \d\d:\d\d/);
    expect(keys).toHaveLength(7);
    expect(keys[5]).not.toBe(keys[0]);
    expect(new Set([...keys.slice(0, 5), keys[6]]).size).toBe(1);
    // Answered, it is forgotten: the next is another message.
    expect(await send(host, { env })).toMatchObject({ code: 0, stderr: "" });
    expect(keys[7]).not.toBe(keys[0]);
    expect(readdirSync(env.XDG_STATE_HOME ?? "", { recursive: true }).join()).not.toContain(keys[0]);
  });

  test("by a server that is gone then, too", async () => {
    const env = homeOf();
    const { host, keys } = await room();
    const gone = await deserted();
    // Where nobody was reached, nothing is unknown.
    const refused = await send(gone, { env });
    expect(refused.stderr).toBe(
      `papo: Nobody answers at ${gone}. Is the server running, and the port right?\n`,
    );
    expect(await send(host, { env })).toMatchObject({ code: 0, stderr: "" });
    expect(keys).toHaveLength(1);
  });

  test("by a client that was ended is gone on with, too", async () => {
    const env = homeOf();
    const keys: unknown[] = [];
    let reached = () => {};
    const host = await strangeServer((request, response) => {
      keys.push(request.headers["idempotency-key"]);
      request.resume();
      if (keys.length > 2) response.writeHead(201, JSON_TYPE).end(RECEIPT);
      reached();
    });
    for (const signal of ["SIGTERM", "SIGKILL"] as const) {
      const isReached = new Promise<void>((resolve) => {
        reached = resolve;
      });
      const child = spawnPapo(["send", `http://${host}/lobby`, "--nick", "robot", "hello"], env);
      let stderr = "";
      child.stderr.on("data", (chunk) => {
        stderr += chunk;
      });
      await isReached;
      child.kill(signal);
      const [code] = await once(child, "close");
      if (signal === "SIGTERM") expect([code, stderr]).toEqual([143, expect.stringContaining("not known")]);
    }
    expect((await send(host, { env })).code).toBe(0);
    expect(keys).toHaveLength(3);
    expect(new Set(keys).size).toBe(1);
  });

  test("from where nothing can be kept has a key to go on with", async () => {
    const env = homeOf();
    const { host, keys } = await room("store", ...lost);
    await send(host, { env });
    const folder = `${env.XDG_STATE_HOME}/papo/default/${encodeURIComponent(`http://${host}`)}/lobby`;
    // Root may write in any folder, but nobody makes one where a file is.
    rmSync(`${folder}/unanswered`, { recursive: true });
    writeFileSync(`${folder}/unanswered`, "");
    const first = await send(host, { env });
    expect(first.code).toBe(1);
    const key = /Run it again within a day, with --once ([\w-]+):/.exec(first.stderr)?.[1] ?? "";
    expect(await send(host, { env, args: ["--once", key, "hello"] })).toMatchObject({ code: 0, stderr: "" });
    expect(keys.at(-1)).toBe(keys.at(-2));
  });

  test("§9.3: --once stores once at a real room, however often it is run", async () => {
    const url = server.room("once");
    const env = homeOf();
    for (let time = 0; time < 3; time++) {
      const { code } = await runPapo(["send", url, "--nick", "robot", "--once", "build-42", "green"], {
        env,
      });
      expect(code).toBe(0);
    }
    expect((await runPapo(["history", url, "--json"])).stdout.trim().split("\n")).toHaveLength(1);
    const bad = await runPapo(["send", url, "--nick", "robot", "--once", "a b", "green"], { env });
    expect(bad.code).toBe(2);
  });
});

describe.concurrent("what a post that did not work says, and does not say", () => {
  test("--once with another text is not sent: 5", async () => {
    const url = server.room("reused");
    const env = homeOf();
    const run = (text: string) => runPapo(["send", url, "--nick", "robot", "--once", "k1", text], { env });
    expect((await run("one")).code).toBe(0);
    const { code, stderr } = await run("two");
    expect(code).toBe(5);
    expect(stderr).toContain("not sent: another one was, with --once k1");
  });

  test("nothing is unknown where the room has asked for patience alone", async () => {
    const env = homeOf();
    const keys: unknown[] = [];
    const host = await strangeServer((request, response) => {
      request.resume();
      keys.push(request.headers["idempotency-key"]);
      const error = { code: "rate_limited", message: "Slow down a little." };
      response.writeHead(429, { ...JSON_TYPE, "Retry-After": "60" }).end(JSON.stringify({ error }));
    });
    for (let time = 0; time < 2; time++) {
      const child = spawnPapo(["send", `http://${host}/lobby`, "--nick", "robot", "hello"], env);
      let stderr = "";
      for await (const chunk of child.stderr) {
        stderr += chunk;
        if (stderr.includes("asks for patience")) child.kill("SIGINT");
      }
      expect(stderr).toMatch(/papo waits 60 s\.\npapo: The message was not sent\.\n$/);
    }
    // It is forgotten, and the next is another.
    expect(new Set(keys).size).toBe(2);
  });

  test("a request that is tried again says so, once", async () => {
    let met = 0;
    const host = await strangeServer((request, response) => {
      request.resume();
      if (++met < 3) response.writeHead(503).end();
      else response.writeHead(201, JSON_TYPE).end(RECEIPT);
    });
    const { code, stderr } = await send(host);
    expect({ code, stderr }).toEqual({ code: 0, stderr: `papo: ${host} is in trouble; papo tries again.\n` });
  });

  test("too many requests for anybody to wait: 5, and 1 for who only reads", async () => {
    const error = { code: "rate_limited", message: "Slow down a little." };
    const host = await answering({
      status: 429,
      headers: { ...JSON_TYPE, "Retry-After": "86400" },
      body: JSON.stringify({ error }),
    });
    expect((await send(host)).code).toBe(5);
    expect((await runPapo(["names", `http://${host}/lobby`])).code).toBe(1);
  });
});

test.concurrent("a server whose pages lead nowhere is left", async () => {
  let met = 0;
  const host = await strangeServer((request, response) => {
    met++;
    const before = new URL(request.url ?? "", "http://host").searchParams.get("before") ?? "1000000";
    response.writeHead(200, JSON_TYPE);
    response.end(JSON.stringify({ events: [], more: true, before: Number(before) - 1 }));
  });
  for (const args of [["history"], ["tail", "--since", "1h", "--nick", "ear"]]) {
    met = 0;
    const { code, stderr } = await runPapo([...args, `http://${host}/lobby`]);
    expect({ code, met }).toEqual({ code: 1, met: 2 });
    expect(stderr).toContain("lead nowhere");
  }
});

describe.concurrent("a write to standard output that fails", () => {
  test.each([
    { room: "full-1", call: ["--help"] },
    { room: "full-2", call: ["--version"] },
    { room: "full-3", call: ["names", "URL"] },
    { room: "full-4", call: ["history", "URL"] },
    { room: "full-5", call: ["tail", "URL", "--no-follow"] },
    { room: "full-6", call: ["tail", "URL", "--nick", "ear"] },
    { room: "full-7", call: ["join", "URL", "--nick", "ear", "--json"] },
  ])("$call: is told, and no success", async ({ room, call }) => {
    const url = server.room(room);
    await runPapo(["send", url, "--nick", "robot", "hello"]);
    // A member, so that there is a name to tell.
    const member = spawnPapo(["join", url, "--nick", "member", "--json"]);
    await once(member.stdout, "data");
    const args = call.map((word) => (word === "URL" ? url : word));
    const { code, stderr } = await runWithOutput(args, openSync("/dev/full", "w"));
    expect(code).toBe(1);
    expect(stderr).toBe(
      "papo: Cannot write to standard output: the disk is full. What has come out is not all.\n",
    );
  });
});

describe.concurrent("no secret", () => {
  test("of the environment goes to a server that it is not for", async () => {
    const seen: unknown[] = [];
    const host = await strangeServer((request, response) => {
      seen.push(request.headers);
      request.resume();
      response.writeHead(500).end();
    });
    const url = `http://${host}/lobby`;
    const secrets = [{ PAPO_KEY: "open sesame" }, { PAPO_ADMIN_TOKEN: "x".repeat(24) }];
    const elsewhere = [
      {},
      { PAPO_URL: "https://chat.example.org/lobby" },
      { PAPO_URL: `https://${host}/lobby` },
    ];
    for (const secret of secrets) {
      for (const more of elsewhere) {
        const runs = [
          ["names", url],
          ["send", url, "--nick", "bob", "hi"],
          [url, "--nick", "bob"],
        ].map((args) => runPapo(args, { env: homeOf({ ...secret, ...more }) }));
        for (const { code, stderr } of await Promise.all(runs)) {
          expect(code).toBe(2);
          expect(stderr).toContain(`set PAPO_SECRETS_FOR=http://${host} too.`);
          expect(stderr).not.toMatch(/sesame|xxx/);
        }
      }
    }
    expect(seen).toEqual([]);
    const bound = homeOf({ PAPO_KEY: "open sesame", PAPO_SECRETS_FOR: "chat.example.org" });
    await runPapo(["names", url], { env: bound });
    expect(JSON.stringify(seen)).not.toContain("sesame");
  });

  test.each([
    { name: "with a line feed", key: "open\nsesame" },
    { name: "with a control", key: "open\x01sesame" },
    { name: "with a space behind", key: "sesame " },
    { name: "far too long", key: "sesame".repeat(50) },
  ])("is shown of a passphrase $name", async ({ key }) => {
    const url = server.room("passphrase");
    const env = homeOf({ PAPO_KEY: key, PAPO_URL: url });
    const file = `${temporaryFolder()}/key`;
    writeFileSync(file, `${key}\n`);
    for (const args of [
      ["names", url],
      ["names", url, "--key-file", file],
      [url, "--nick", "bob"],
    ]) {
      const { code, stderr } = await runPapo(args, { env });
      expect(code).toBe(4);
      expect(stderr).toContain("no room's passphrase");
      expect(stderr).not.toContain("sesame");
    }
  });
});

describe.concurrent("a machine that is not as usual", () => {
  test("without a home, whoever only reads needs none", async () => {
    const url = server.room("homeless");
    await runPapo(["send", url, "--nick", "robot", "hello"]);
    const env = homeOf({ XDG_STATE_HOME: undefined, XDG_CONFIG_HOME: undefined, HOME: "nowhere" });
    for (const args of [["--help"], ["names", url], ["history", url], ["tail", url, "--no-follow"]]) {
      const stderr = args[0] === "names" ? "papo: Nobody is in homeless now.\n" : "";
      expect(await runPapo(args, { env })).toMatchObject({ code: 0, stderr });
    }
    const { code, stderr } = await runPapo(["send", url, "--nick", "robot", "hello"], { env });
    expect(code).toBe(1);
    expect(stderr).toContain("XDG_STATE_HOME");
  });

  test.each([
    { name: "a file where a folder should be", spoil: (state: string) => writeFileSync(state, "") },
    {
      name: "a damaged file",
      spoil: (_state: string, folder: string) => {
        mkdirSync(folder, { recursive: true });
        writeFileSync(`${folder}/identity.json`, "{");
      },
    },
    {
      name: "a file that cannot be read",
      spoil: (_state: string, folder: string) => mkdirSync(`${folder}/identity.json`, { recursive: true }),
    },
  ])("with $name, whoever only reads goes on, and is told", async ({ spoil }) => {
    const url = server.room("unread");
    await runPapo(["send", url, "--nick", "robot", "--once", "hello", "hello"]);
    const env = homeOf();
    const state = env.XDG_STATE_HOME ?? "";
    spoil(state, `${state}/papo/default/${encodeURIComponent(new URL(url).origin)}/unread`);
    for (const args of [
      ["names", url],
      ["history", url],
      ["tail", url, "--no-follow"],
    ]) {
      const { code, stderr } = await runPapo(args, { env });
      expect(code).toBe(0);
      expect(stderr).toMatch(
        /^papo: .* It goes on without who you are\.\n(papo: Nobody is in unread now\.\n)?$/,
      );
    }
  });

  test("whose home does not exist gets none", async () => {
    const home = `${temporaryFolder()}/none`;
    const env = homeOf({ XDG_STATE_HOME: undefined, XDG_CONFIG_HOME: undefined, HOME: `${home}/x` });
    const { code, stderr } = await runPapo(["send", server.room("nohome"), "--nick", "robot", "hi"], { env });
    expect(code).toBe(1);
    expect(stderr).toContain("There is no home directory");
    expect(existsSync(home)).toBe(false);
  });

  test("with a list of the ignored that cannot be kept, /ignore holds until the end", async () => {
    const url = server.room("unkept");
    const env = homeOf();
    const bob = spawnPapo(["join", url, "--nick", "bob", "--json"]);
    await once(bob.stdout, "data");
    await runPapo(["send", url, "--nick", "ana", "hello"], { env });
    const folder = `${env.XDG_STATE_HOME}/papo/default/${encodeURIComponent(new URL(url).origin)}/unkept`;
    // A folder in the place of the file: it can't be read, nor written over.
    mkdirSync(`${folder}/ignored.json/x`, { recursive: true });
    const input = "/ignore bob\n/ignore\nhi\n";
    const { code, stderr } = await runPapo(["join", url, "--nick", "ana"], { env, input });
    expect(code).toBe(0);
    expect(stderr).toContain("! That holds until you leave, for it cannot be kept. Cannot write");
    expect(stderr).toContain("You ignore: bob");
  });

  test("where text is not UTF-8, it is refused by its line, and nothing is sent", async () => {
    const url = server.room("latin");
    const input = Buffer.from("fine\nol\xe1\nfine\n", "latin1");
    const { code, stderr } = await runPapo(["send", url, "--nick", "robot"], { input });
    expect({ code, stderr }).toEqual({ code: 5, stderr: "papo: Line 2 cannot be sent: it is not UTF-8.\n" });
    expect((await runPapo(["history", url])).stdout).toBe("");
    for (const options of [[], ["--json"]]) {
      const talk = await runPapo(["join", url, "--nick", "robot", ...options], { input });
      expect(talk.code).toBe(5);
      expect(talk.stdout + talk.stderr).toContain("Line 2 was not sent: it is not UTF-8.");
    }
  });

  test("where text is UTF-16 or has a mark, it is read all the same", async () => {
    const url = server.room("windows");
    const env = homeOf();
    mkdirSync(`${env.XDG_CONFIG_HOME}/papo`, { recursive: true });
    const config = JSON.stringify({ url, nick: "robot" });
    writeFileSync(`${env.XDG_CONFIG_HOME}/papo/config.json`, Buffer.from(`\ufeff${config}`, "utf16le"));
    const input = Buffer.from("\ufeffolá\r\n上\r\n", "utf16le");
    expect(await runPapo(["send"], { env, input })).toMatchObject({ code: 0, stderr: "" });
    expect(await runPapo(["send"], { env, input: "\ufeffhi\n" })).toMatchObject({ code: 0, stderr: "" });
    const { stdout } = await runPapo(["history", "--json"], { env });
    expect(
      stdout
        .trim()
        .split("\n")
        .map((line) => JSON.parse(line).text),
    ).toEqual(["olá", "上", "hi"]);
  });
});

test.concurrent("what a pipe leaves behind adds up to what it was given", async () => {
  const url = server.room("counted");
  const lines = Array.from({ length: 2_000 }, (_, index) => `line ${index + 1}`);
  const ear = spawnPapo(["tail", url, "--nick", "ear", "--json"]);
  const sender = spawnPapo(["send", url, "--nick", "robot"]);
  let stderr = "";
  sender.stderr.on("data", (chunk) => {
    stderr += chunk;
  });
  sender.stdin.end(lines.join("\n"));
  await once(ear.stdout, "data");
  sender.kill("SIGINT");
  const [code] = await once(sender, "close");
  expect(code).toBe(5);
  const unsent = Number(/(\d+) lines were not sent/.exec(stderr)?.[1]);
  const unknown = Number(/of (\d+)/i.exec(stderr)?.[1] ?? 0);
  const { stdout } = await runPapo(["history", url, "--limit", "all", "--json"]);
  const stored = stdout.split("\n").filter((line) => line !== "").length;
  expect(unsent).toBeLessThanOrEqual(2_000 - stored);
  expect(unsent + unknown).toBeGreaterThanOrEqual(2_000 - stored);
});
