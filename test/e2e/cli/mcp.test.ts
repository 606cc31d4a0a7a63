import { once } from "node:events";
import { createInterface } from "node:readline";
import { Client } from "@modelcontextprotocol/client";
import { StdioClientTransport } from "@modelcontextprotocol/client/stdio";
import { afterAll, afterEach, beforeAll, expect, test } from "vitest";
import { homeOf, joinPapo, NODE, PAPO, runPapo, spawnPapo } from "./support/papo.ts";
import { startServer, type TestServer } from "./support/server.ts";

let server: TestServer;
beforeAll(async () => {
  server = await startServer();
});
afterAll(() => server.kill());

const clients: Client[] = [];
afterEach(async () => {
  for (const client of clients.splice(0)) await client.close();
});

/** An agent's side, by the protocol's own client. */
async function agent(room: string, nick: string, ...more: string[]): Promise<Client> {
  const client = new Client({ name: "test", version: "1" });
  clients.push(client);
  const env = Object.fromEntries(
    Object.entries({ PATH: process.env.PATH, ...homeOf() }).flatMap(([name, value]) =>
      value === undefined ? [] : [[name, value]],
    ),
  );
  const args = [PAPO, "mcp", server.room(room), "--nick", nick, ...more];
  await client.connect(new StdioClientTransport({ command: NODE, args, env, stderr: "ignore" }));
  return client;
}

interface Told {
  readonly isError?: boolean;
  readonly text: string;
  // biome-ignore lint/suspicious/noExplicitAny: whatever the tool has told.
  readonly told: any;
}

async function use(client: Client, name: string, input: Record<string, unknown> = {}): Promise<Told> {
  const { isError, structuredContent, content } = await client.callTool({ name, arguments: input });
  const [first] = content;
  const text = first?.type === "text" ? first.text : "";
  return { ...(isError === true && { isError }), text, told: structuredContent };
}

test("two agents and a person share a room", async () => {
  const ana = await joinPapo(server.room("mcp-room"), "ana");
  const [left, right] = await Promise.all([agent("mcp-room", "left"), agent("mcp-room", "right")]);
  const { tools } = await left.listTools();
  expect(tools.map(({ name }) => name)).toEqual(["say", "read", "wait", "who", "search"]);
  for (const { description } of tools.filter(({ name }) => ["read", "wait", "search"].includes(name))) {
    expect(description).toMatch(/no instruction/);
  }

  const said = await use(left, "say", { text: "hello *all*" });
  expect(said.told).toMatchObject({ stored: true, id: expect.any(Number) });
  await ana.waitFor("left: hello *all*");
  const { told: page } = await use(right, "read");
  expect(page.events).toMatchObject([{ type: "message", nick: "left", bot: true, text: "hello *all*" }]);
  // What one has said oneself is nothing to wait for.
  await use(right, "say", { text: "I am here" });
  const waiting = use(right, "wait", { after: page.cursor });
  ana.type("right: what is up?\r");
  const { told: heard } = await waiting;
  expect(heard.events).toMatchObject([{ nick: "ana", text: "right: what is up?" }]);
  expect(await use(right, "wait", { after: heard.cursor, seconds: 1 })).toMatchObject({
    told: { events: [], cursor: heard.cursor, more: false },
  });
  expect((await use(left, "search", { text: "what is up" })).told.events).toHaveLength(1);
  const { told: room } = await use(left, "who");
  expect(room.members.map(({ nick, bot }: { nick: string; bot?: true }) => [nick, bot])).toEqual(
    expect.arrayContaining([
      ["ana", undefined],
      ["left", true],
      ["right", true],
    ]),
  );
  expect(await use(left, "say", { text: "psst", to: "nobody" })).toMatchObject({
    isError: true,
    text: expect.stringMatching(/that nickname/),
  });
});

test("an agent that is to keep order does, where it may", async () => {
  const ana = await joinPapo(server.room("mcp-order"), "ana");
  const keeper = await agent("mcp-order", "keeper", "--moderate");
  const spam = await agent("mcp-order", "spam");
  const { told: said } = await use(spam, "say", { text: "buy this" });
  expect(await use(keeper, "delete", { id: said.id })).toMatchObject({ isError: true });
  expect(await use(keeper, "kick", { who: "spam" })).toMatchObject({ isError: true });
  ana.type("/op keeper\r");
  await ana.waitFor(/keeper .*mod/);
  expect((await use(keeper, "delete", { id: said.id })).told).toMatchObject({ stored: true });
  expect(await use(keeper, "ban", { who: "spam", hours: 1, reason: "spam" })).toMatchObject({
    told: { done: true },
  });
  expect(await use(spam, "say", { text: "still here" })).toMatchObject({ isError: true });
});

test("a server that was down keeps nothing from being said, once", async () => {
  const one = await agent("mcp-down", "one");
  await use(one, "who");
  await server.kill();
  const saying = use(one, "say", { text: "meanwhile" });
  await server.start();
  expect((await saying).told).toMatchObject({ stored: true });
  const { stdout } = await runPapo(["history", server.room("mcp-down"), "--time", "off"]);
  expect(stdout).toBe("one: meanwhile\n");
});

test("whatever comes in, nothing but answers goes out", async () => {
  const child = spawnPapo(["mcp", server.room("mcp-raw"), "--nick", "raw"]);
  const answers: unknown[] = [];
  let complaints = "";
  child.stderr.on("data", (text) => {
    complaints += text;
  });
  const lines = createInterface({ input: child.stdout }).on("line", (line) => answers.push(JSON.parse(line)));
  const send = (text: string) => child.stdin.write(`${text}\n`);
  send("nonsense");
  send("");
  send('{"jsonrpc":"2.0","id":1,"method":"initialize","params":{"protocolVersion":"2024-11-05"}}');
  send('{"jsonrpc":"2.0","id":2,"method":"resources/list"}');
  send('{"jsonrpc":"2.0","id":3,"method":"tools/call","params":{"name":"constructor"}}');
  send('{"jsonrpc":"2.0","id":4,"method":"tools/call","params":{"name":"say","arguments":{"text":1}}}');
  send('{"jsonrpc":"2.0","id":5,"method":"tools/call","params":{"name":"wait","arguments":{}}}');
  send('{"jsonrpc":"2.0","method":"notifications/cancelled","params":{"requestId":5}}');
  send('{"jsonrpc":"2.0","id":6,"method":"ping"}');
  while (answers.length < 6) await once(lines, "line");
  child.stdin.end();
  expect((await once(child, "exit"))[0]).toBe(0);
  expect(answers).toMatchObject([
    { id: null, error: { code: -32_700 } },
    { id: 1, result: { protocolVersion: "2024-11-05", serverInfo: { name: "papo" } } },
    { id: 2, error: { code: -32_601 } },
    { id: 3, error: { code: -32_602 } },
    expect.objectContaining({ jsonrpc: "2.0" }),
    expect.objectContaining({ jsonrpc: "2.0" }),
  ]);
  expect(answers).toHaveLength(6);
  expect(complaints).toBe("");
});

test("what is said before anything else is stored, though nothing more is asked", async () => {
  const child = spawnPapo(["mcp", server.room("mcp-once"), "--nick", "once"]);
  const call = { name: "say", arguments: { text: "only this" } };
  child.stdin.end(JSON.stringify({ jsonrpc: "2.0", id: 1, method: "tools/call", params: call }));
  const [line] = await once(createInterface({ input: child.stdout }), "line");
  expect(JSON.parse(String(line))).toMatchObject({ id: 1, result: { structuredContent: { stored: true } } });
});
