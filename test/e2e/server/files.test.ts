import { connect } from "node:net";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { Message } from "../../../src/protocol/event.ts";
import type { MessagePage, Uploaded } from "../../../src/protocol/http-answer.ts";
import { TestServer } from "../../support/server.ts";
import { tokenOf } from "../../support/token-of.ts";

const AUTHORIZATION = { Authorization: `Bearer ${tokenOf("ana")}` };
const LARGE = Buffer.alloc(3_000_000, "picture");

let server: TestServer;

beforeAll(async () => {
  server = await TestServer.start({ MESSAGE_BURST: "1000" });
  await say({ text: "hello" });
});
afterAll(() => server.stop());

const at = (path: string) => new URL(`/api/rooms/files${path}`, server.url);

async function say(said: { text: string; files?: string[] }): Promise<number> {
  const body = JSON.stringify({ nick: "ana", ...said });
  const headers = { ...AUTHORIZATION, "Content-Type": "application/json" };
  return (await fetch(at("/messages"), { method: "POST", headers, body })).status;
}

function upload(body: Buffer): Promise<Response> {
  return fetch(at("/files?name=shot.bin"), {
    method: "POST",
    headers: AUTHORIZATION,
    body: new Uint8Array(body),
  });
}

/** Begins an upload by hand, and gives back what the server answers to so much of it; undefined where it does not. */
function begin(
  headers: string,
  body: Buffer | string,
  then: "end" | "destroy" | "wait",
): Promise<string | undefined> {
  return new Promise((resolve) => {
    const socket = connect(Number(server.url.port), "127.0.0.1");
    let answer = "";
    socket.on("error", () => {}).on("close", () => resolve(answer.split("\r\n")[0] || undefined));
    socket.on("data", (data) => {
      answer += data.toString("latin1");
      // An answer that is whole ends with its JSON.
      if (answer.endsWith("}}")) socket.destroy();
    });
    const head = `POST ${at("/files?name=a").pathname}?name=a HTTP/1.1\r\nHost: x\r\nAuthorization: ${AUTHORIZATION.Authorization}\r\n`;
    socket.write(`${head}${headers}\r\n\r\n`);
    socket.write(body, () => {
      if (then === "end") socket.end();
      if (then === "destroy") socket.destroy();
    });
  });
}

test("§13.3 who sends too much is told so, however much it is", async () => {
  for (const size of [5_242_881, 26_000_000]) {
    const response = await upload(Buffer.alloc(size));
    expect([response.status, await response.json()]).toMatchObject([413, { error: { code: "too_long" } }]);
  }
});

test.each([
  ["with a length", "Content-Length: 100000", "abc"],
  ["in chunks", "Transfer-Encoding: chunked", "3\r\nabc\r\n"],
])("§13.3 an upload %s that breaks off is refused, and no place stays taken", async (_, headers, body) => {
  // One more than a person may have: each gives its place up.
  for (let times = 0; times < 9; times++)
    expect(await begin(headers, body, "end")).toMatch(/^HTTP\/1\.1 400/);
  expect(await begin(headers, body, "destroy")).toBeUndefined();
  expect((await upload(Buffer.from("fine"))).status).toBe(201);
});

test("§13 a crash in the middle of an upload loses nothing that was said, and doubles nothing", async () => {
  const { file } = (await (await upload(LARGE)).json()) as Uploaded;
  const cut = begin("Content-Length: 2000000", LARGE.subarray(0, 1_500_000), "wait");
  await server.crash();
  expect(await cut).toBeUndefined();
  await server.start();
  // What was uploaded before waits still; what was not is to be sent again.
  expect(await say({ text: "", files: [file] })).toBe(201);
  await server.crash();
  await server.start();
  const page = (await (await fetch(at("/messages"))).json()) as MessagePage;
  const [told] = page.events.filter(
    (event): event is Message => event.type === "message" && event.text === "",
  );
  expect(told?.files).toEqual([{ id: file, name: "shot.bin", type: "text/plain", size: LARGE.length }]);
  const read = await fetch(at(`/files/${file}/shot.bin`));
  expect(Buffer.from(await read.arrayBuffer()).equals(LARGE)).toBe(true);
  expect(await say({ text: "", files: [file] })).toBe(404);
});
