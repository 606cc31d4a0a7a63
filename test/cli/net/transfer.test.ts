import { once } from "node:events";
import { createServer, type IncomingMessage, type RequestListener } from "node:http";
import { afterEach, describe, expect, test } from "vitest";
import { Failure } from "../../../client/cli/end/failure.ts";
import { type ChosenFile, chosenBytes } from "../../../client/cli/files/chosen-file.ts";
import { bringFile } from "../../../client/cli/net/bring-file.ts";
import { download } from "../../../client/cli/net/download.ts";
import { addressOf } from "../../../client/core/address.ts";

const closing: (() => void)[] = [];
afterEach(() => {
  for (const close of closing.splice(0)) close();
});

async function serve(answer: RequestListener): Promise<string> {
  const server = createServer(answer).listen(0, "127.0.0.1");
  closing.push(() => {
    server.closeAllConnections();
    server.close();
  });
  await once(server, "listening");
  const address = server.address();
  return typeof address === "object" && address ? `http://127.0.0.1:${address.port}` : "";
}

async function bodyOf(request: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk);
  return Buffer.concat(chunks);
}

const ID = "abcdefghijklmnopqrstuv";
const BYTES = Buffer.from(Array.from({ length: 300_000 }, (_, at) => at % 251));
const FILE = chosenBytes(BYTES, { name: "schöner log & so.txt" });
const STORED = JSON.stringify({ file: ID, name: "log.txt", type: "text/plain", size: BYTES.length });
const JSON_TYPE = { "Content-Type": "application/json" };

function sending(
  origin: string,
  { file = FILE, signal = new AbortController().signal }: { file?: ChosenFile; signal?: AbortSignal } = {},
) {
  const steps: number[] = [];
  const waits: string[] = [];
  const sent = bringFile({
    requester: {
      address: addressOf(origin, "lobby"),
      pass: { current: "p1.x" },
      admin: undefined,
      proxy: undefined,
    },
    credentials: { token: "t".repeat(32), key: "schlüssel" },
    file,
    signal,
    sent: (bytes) => steps.push(bytes),
    waits: ({ why }) => waits.push(why),
  });
  return { sent, steps, waits };
}

async function failing(act: Promise<unknown>): Promise<string> {
  try {
    await act;
  } catch (error) {
    if (error instanceof Failure) return `${error.exitCode} ${error.message}`;
    throw error;
  }
  return "";
}

describe("a file goes to its room", () => {
  test("byte for byte, with who sends it, and with its name", async () => {
    const seen: IncomingMessage[] = [];
    let body: Buffer = Buffer.alloc(0);
    const origin = await serve(async (request, response) => {
      seen.push(request);
      body = await bodyOf(request);
      response.writeHead(201, JSON_TYPE).end(STORED);
    });
    const { sent, steps } = sending(origin);
    expect(await sent).toEqual({ id: ID, name: "log.txt", type: "text/plain", size: BYTES.length });
    expect(body.equals(BYTES)).toBe(true);
    expect(steps.at(-1)).toBe(BYTES.length);
    const [{ url = "", method, headers } = { headers: {} }] = seen;
    expect([method, new URL(url, origin).pathname, new URL(url, origin).searchParams.get("name")]).toEqual([
      "POST",
      "/api/rooms/lobby/files",
      FILE.name,
    ]);
    expect(headers).toMatchObject({
      authorization: `Bearer ${"t".repeat(32)}`,
      "papo-pass": "p1.x",
      "papo-key": Buffer.from("schlüssel").toString("latin1"),
      "content-length": String(BYTES.length),
    });
  });

  test("again, where a server was killed in its middle", async () => {
    let tries = 0;
    const bodies: number[] = [];
    const origin = await serve(async (request, response) => {
      if (++tries === 1) {
        request.once("data", () => request.socket.destroy());
        return;
      }
      bodies.push((await bodyOf(request)).length);
      if (tries === 2) response.writeHead(503).end();
      else response.writeHead(201, JSON_TYPE).end(STORED);
    });
    const { sent, waits } = sending(origin);
    expect(await sent).toMatchObject({ id: ID });
    expect(bodies).toEqual([BYTES.length, BYTES.length]);
    expect(waits).toHaveLength(1);
  });

  const refusal = (code: string, message = "No.") => JSON.stringify({ error: { code, message } });
  test.each<{ name: string; status: number; body: string; told: RegExp }>([
    { name: "too large", status: 413, body: refusal("too_long", "Too large."), told: /^5 Too large\.$/ },
    { name: "full", status: 507, body: refusal("full", "It is full."), told: /^5 It is full\.$/ },
    {
      name: "a server without files",
      status: 404,
      body: refusal("not_found"),
      told: /^1 This server takes no files/,
    },
    {
      name: "a room that nobody made",
      status: 404,
      body: refusal("no_such_room"),
      told: /^3 Nobody has made/,
    },
    { name: "banned", status: 403, body: refusal("banned", "Banned."), told: /^3 Banned/ },
    { name: "a page that says 200", status: 200, body: "<html>", told: /^1 .* is no papo server/ },
    { name: "an answer without an id", status: 201, body: "{}", told: /^1 / },
    { name: "sent elsewhere", status: 307, body: "", told: /^1 .* elsewhere/ },
  ])("or is refused: $name, and nothing of it is known", async ({ status, body, told }) => {
    let tries = 0;
    const origin = await serve((request, response) => {
      tries++;
      request.resume();
      response.writeHead(status, { ...JSON_TYPE, Location: "http://127.0.0.1:1/" }).end(body);
    });
    expect(await failing(sending(origin).sent)).toMatch(told);
    expect(tries).toBe(1);
  });

  test("or is refused before all of it was read", async () => {
    const large = chosenBytes(Buffer.alloc(8_000_000, 1), { name: "large" });
    const origin = await serve((_request, response) => {
      response.writeHead(413, { ...JSON_TYPE, Connection: "close" }).end(refusal("too_long", "Too large."));
    });
    expect(await failing(sending(origin, { file: large }).sent)).toBe("5 Too large.");
  });

  test("or stops in its middle", async () => {
    const origin = await serve(() => {});
    const stopping = new AbortController();
    const large = chosenBytes(Buffer.alloc(8_000_000, 1), { name: "large" });
    const { sent } = sending(origin, { file: large, signal: stopping.signal });
    setImmediate(() => stopping.abort(new Error("stopped")));
    await expect(sent).rejects.toThrow("stopped");
  });

  test("or can't be read to its end, and is tried once", async () => {
    let tries = 0;
    const origin = await serve((request) => {
      tries++;
      request.resume();
    });
    async function* read() {
      yield Buffer.from("half");
      throw new Failure(5, "It has changed.");
    }
    expect(await failing(sending(origin, { file: { name: "x", size: 10, read } }).sent)).toBe(
      "5 It has changed.",
    );
    expect(tries).toBeLessThanOrEqual(1);
  });
});

describe("a file comes from its room", () => {
  async function got(origin: string, size: number, signal = new AbortController().signal): Promise<Buffer> {
    const chunks: Uint8Array[] = [];
    const address = addressOf(origin, "lobby");
    const options = { url: `${origin}/api/rooms/lobby/files/${ID}/x`, size, signal, got: () => {} };
    for await (const chunk of download({ address, gate: { "X-Gate": "g" }, proxy: undefined }, options))
      chunks.push(chunk);
    return Buffer.concat(chunks);
  }

  test("byte for byte, without who asks", async () => {
    let headers: IncomingMessage["headers"] = {};
    const origin = await serve((request, response) => {
      headers = request.headers;
      response.end(BYTES);
    });
    expect((await got(origin, BYTES.length)).equals(BYTES)).toBe(true);
    expect(headers).toMatchObject({ "x-gate": "g" });
    expect(headers).not.toHaveProperty("authorization");
    expect(headers).not.toHaveProperty("papo-pass");
  });

  test.each<{ name: string; answer: RequestListener; told: RegExp }>([
    { name: "shorter", answer: (_, response) => response.end("abc"), told: /ended before/ },
    { name: "longer", answer: (_, response) => response.end("abcdefghijk"), told: /More has come/ },
    {
      name: "endless",
      answer: (_, response) => {
        const write = (): void =>
          void (response.write("x".repeat(1_000)) ? setImmediate(write) : response.once("drain", write));
        write();
      },
      told: /More has come/,
    },
    {
      name: "cut",
      answer: (request, response) => {
        response.writeHead(200, { "Content-Length": "10" }).write("abc", () => request.socket.destroy());
      },
      told: /ended before/,
    },
    { name: "deleted", answer: (_, response) => response.writeHead(410).end(), told: /no longer there/ },
    {
      name: "elsewhere",
      answer: (_, response) => response.writeHead(302, { Location: "http://127.0.0.1:1/" }).end(),
      told: /elsewhere/,
    },
    { name: "a part", answer: (_, response) => response.writeHead(206).end("abcdefghij"), told: /HTTP 206/ },
  ])("or not: $name", async ({ answer, told }) => {
    expect(await failing(got(await serve(answer), 10))).toMatch(told);
  });

  test("or stops", async () => {
    const stopping = new AbortController();
    const origin = await serve((_, response) => {
      response.write("abc");
      stopping.abort(new Error("stopped"));
    });
    await expect(got(origin, 10, stopping.signal)).rejects.toThrow("stopped");
  });
});
