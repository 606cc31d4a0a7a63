import { describe, expect, test } from "vitest";
import { McpServer } from "../../../client/cli/mcp/mcp-server.ts";
import { TALK_TOOLS } from "../../../client/cli/mcp/talk-tools.ts";
import { Orders } from "../../../client/library/orders.ts";
import { Receipts } from "../../../client/library/receipts.ts";
import type { Command } from "../../../src/protocol/command.ts";
import { Trial } from "../../support/trial.ts";

/** A server for an agent in a room in memory, and what it has answered by id. */
function served() {
  const asked: Command["type"][] = [];
  const trial = new Trial({
    refuse(command) {
      asked.push(command.type);
      return undefined;
    },
  });
  const { chat, told } = trial.chat("agent");
  const receipts = new Receipts(chat);
  chat.subscribe((event) => receipts.follow(event));
  const { clock } = trial;
  const over = new Promise<void>(() => {});
  let enter = () => {};
  const ready = new Promise<undefined>((resolve) => {
    enter = () => resolve(undefined);
  });
  // biome-ignore lint/suspicious/noExplicitAny: whatever is answered.
  const answers = new Map<number, any>();
  const server = new McpServer({
    tools: TALK_TOOLS,
    room: { chat, receipts, orders: new Orders({ chat, clock, ended: over }), clock },
    ready: () => ready,
    send: (message) => {
      const { id, ...answer } = JSON.parse(JSON.stringify(message));
      answers.set(id, answer);
    },
  });
  const run = async (ms = 0) => {
    for (let round = 0; round < 3; round++) {
      trial.settle(round === 0 ? ms : 0);
      await new Promise(setImmediate);
    }
  };
  let id = 0;
  return {
    ...{ server, trial, asked, answers, told, run, enter: () => enter() },
    /** Calls a tool; gives back by which id it is answered. */
    call(name: string, input: object = {}): number {
      id += 1;
      const params = { name, arguments: input };
      void server.take(JSON.stringify({ jsonrpc: "2.0", id, method: "tools/call", params }));
      return id;
    },
  };
}

async function joined() {
  const room = served();
  await room.run();
  room.enter();
  return room;
}

describe("what is no input of a tool does nothing, and is told what is wrong", () => {
  test.each<[string, object, RegExp]>([
    ["read", { after: "5" }, /after: .*number.*It takes after, limit\.$/],
    ["read", { limit: 0 }, /limit: .*>=1/],
    ["read", { limit: 201 }, /limit: .*<=200/],
    ["read", { limit: 1.5 }, /limit: .*integer/i],
    ["read", { afterwards: 5 }, /afterwards: /],
    ["say", {}, /text: .*It takes text, to, reply\.$/],
    ["who", { x: 1 }, /x: .*It takes none\.$/],
    ["wait", { seconds: -1 }, /seconds: /],
  ])("%s %j", async (name, input, text) => {
    const { call, run, answers } = await joined();
    const id = call(name, input);
    await run();
    expect(answers.get(id)).toMatchObject({
      result: { isError: true, content: [{ type: "text", text: expect.stringMatching(text) }] },
    });
  });

  test("a tool that there is not is named", async () => {
    const { call, run, answers } = await joined();
    const id = call("shout");
    await run();
    expect(answers.get(id).error).toEqual({ code: -32_602, message: 'There is no tool "shout".' });
  });
});

test("a wait that is too long is as long as may be", async () => {
  const { call, run, answers } = await joined();
  const id = call("wait", { seconds: 1_000 });
  await run();
  await run(49_000);
  expect(answers.has(id)).toBe(false);
  await run(2_000);
  expect(answers.get(id).result.structuredContent).toEqual({ events: [], cursor: 0, more: false });
});

test("inputs are described as they are checked", () => {
  const [say, read, wait] = TALK_TOOLS.map(({ inputSchema }) => JSON.parse(JSON.stringify(inputSchema)));
  expect(say.properties.text).toMatchObject({ type: "string" });
  expect(read.properties.limit).toMatchObject({ type: "integer", minimum: 1, maximum: 200 });
  expect(wait.properties.after).toMatchObject({ type: "integer", minimum: 0 });
});

test("what was asked before the end of all is done and answered", async () => {
  const { call, run, answers, trial, enter, server } = served();
  const said = call("say", { text: "last words" });
  const waited = call("wait");
  let isDone = false;
  void server.finish().then(() => {
    isDone = true;
  });
  await run();
  expect(isDone).toBe(false);
  enter();
  await run();
  expect(isDone).toBe(true);
  expect(trial.room.messages.map(({ text }) => text)).toEqual(["last words"]);
  expect(answers.get(said).result.structuredContent).toMatchObject({ stored: true });
  expect(answers.get(waited).result.structuredContent).toMatchObject({ events: [] });
});

test("who is there is not told of a room that is out of reach", async () => {
  const { call, run, answers, trial } = await joined();
  trial.cut();
  const id = call("who");
  await run();
  expect(answers.get(id).result).toMatchObject({ isError: true });
});

test("for all that wait behind one cursor, the room is asked once", async () => {
  const { call, run, answers, trial, asked } = await joined();
  const ids = Array.from({ length: 50 }, () => call("wait"));
  await run();
  trial.room.post("hello");
  await run();
  expect(ids.map((id) => answers.get(id)?.result.structuredContent.events.length)).toEqual(ids.map(() => 1));
  expect(asked.filter((type) => type === "history").length).toBeLessThanOrEqual(2);
});
