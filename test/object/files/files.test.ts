import { runInDurableObject } from "cloudflare:test";
import { env } from "cloudflare:workers";
import { describe, expect, test } from "vitest";
import type { EventOf } from "../../../src/protocol/event.ts";
import type { Uploaded } from "../../../src/protocol/http-answer.ts";
import { tokenOf } from "../../support/token-of.ts";
import { outcome, Porch } from "../porch.ts";
import { Site, stopTime } from "../site.ts";
import { numbered } from "./numbered.ts";
import { codes, KINDS, patched, picture } from "./pictures.ts";

const HOUR = 3_600_000;

/** A room of ana's, who says and uploads. */
async function furnished() {
  const site = new Site();
  const { wire } = await site.join("ana");
  let cid = 0;
  const upload = (body: BodyInit | undefined, name = "shot.png", headers: Record<string, string> = {}) =>
    site.fetch(`/files?name=${encodeURIComponent(name)}`, {
      ...{ method: "POST", ...(body !== undefined && { body }) },
      headers: { Authorization: `Bearer ${tokenOf("ana")}`, ...headers },
    });
  const send = async (body: BodyInit, name?: string): Promise<Uploaded> => {
    const response = await upload(body, name);
    expect(response.status).toBe(201);
    return await response.json();
  };
  const say = async (...files: string[]) => {
    cid++;
    wire.send({ type: "say", cid, text: "", files });
    return (await wire.next("message")) as EventOf<"message">;
  };
  const read = (id: string, headers: Record<string, string> = {}, method = "GET") =>
    site.fetch(`/files/${id}/any.png`, { method, headers });
  const remove = async (id: number) => {
    cid++;
    wire.send({ type: "delete", cid, id });
    await wire.next("deleted");
  };
  return { site, wire, upload, send, say, read, remove };
}

function shelfOf(site: Site): Promise<string | null> {
  return site.inside(
    ({ storage }) => storage.sql.exec<{ shelf: string | null }>("SELECT shelf FROM profile").one().shelf,
  );
}

/** The blocks that are stored for a room's files. */
async function blocksOf(site: Site): Promise<number> {
  const shelf = await shelfOf(site);
  return shelf === null ? 0 : await blocksOn(shelf);
}

function blocksOn(shelf: string): Promise<number> {
  return runInDurableObject(env.FILE_STORE.getByName(shelf), (_, { storage: { sql } }) => {
    const made = sql.exec("SELECT 1 FROM sqlite_master WHERE name = 'blocks'").toArray().length > 0;
    return made ? sql.exec<{ n: number }>("SELECT COUNT(*) AS n FROM blocks").one().n : 0;
  });
}

test("§13 a picture is uploaded, said, told, and read byte for byte by whoever has its address", async () => {
  const { site, say, send, read } = await furnished();
  const bytes = picture("png", numbered(1_200_000));
  const { file, ...told } = await send(bytes, "my “shot”\r\n/…\u202egnp.png");
  expect(told).toEqual({
    ...{ name: "my “shot”…gnp.png", type: "image/png", size: bytes.length, width: 640, height: 360 },
  });
  expect(await say(file)).toMatchObject({ text: "", files: [{ id: file, ...told }] });

  // From the disk, in an instance that has never heard of it, without a token.
  await site.lose();
  const response = await read(file);
  expect(Object.fromEntries(response.headers)).toMatchObject({
    "accept-ranges": "bytes",
    "cache-control": "private, max-age=31536000, immutable",
    "content-disposition":
      "inline; filename=\"my _shot__gnp.png\"; filename*=UTF-8''my%20%E2%80%9Cshot%E2%80%9D%E2%80%A6gnp.png",
    "content-length": String(bytes.length),
    "content-security-policy": "sandbox; default-src 'none'",
    "content-type": "image/png",
    "cross-origin-resource-policy": "same-origin",
    etag: `"${file}"`,
    "x-content-type-options": "nosniff",
  });
  expect(Buffer.from(await response.arrayBuffer()).equals(Buffer.from(bytes))).toBe(true);
});

test.each<{
  asks: Record<string, string>;
  method?: string;
  status: number;
  range?: string | null;
  size: number;
}>([
  { asks: { Range: "bytes=0-3" }, status: 206, range: "bytes 0-3/10", size: 4 },
  { asks: { Range: "bytes=8-" }, status: 206, range: "bytes 8-9/10", size: 2 },
  { asks: { Range: "bytes=-3" }, status: 206, range: "bytes 7-9/10", size: 3 },
  { asks: { Range: "bytes=-300" }, status: 206, range: "bytes 0-9/10", size: 10 },
  { asks: { Range: "Bytes = 5-99999999999999999999" }, status: 200, range: null, size: 10 },
  { asks: { Range: "bytes=5-99" }, status: 206, range: "bytes 5-9/10", size: 5 },
  { asks: { Range: "bytes=5-4" }, status: 200, range: null, size: 10 },
  { asks: { Range: "bytes=1-2,4-5" }, status: 200, range: null, size: 10 },
  { asks: { Range: "lines=1-2" }, status: 200, range: null, size: 10 },
  { asks: { Range: "bytes=1-2", "If-Range": '"other"' }, status: 200, range: null, size: 10 },
  { asks: { Range: "bytes=1-2" }, method: "HEAD", status: 206, range: "bytes 1-2/10", size: 0 },
  { asks: {}, method: "HEAD", status: 200, range: null, size: 0 },
  { asks: { "If-None-Match": "*" }, status: 304, range: null, size: 0 },
  { asks: { "If-None-Match": '"other"' }, status: 200, range: null, size: 10 },
])("§13.6 $method $asks is $status", async ({ asks, method, status, range = null, size }) => {
  const { send, read } = await furnished();
  const { file } = await send("0123456789");
  const response = await read(file, asks, method);
  expect([response.status, response.headers.get("Content-Range")]).toEqual([status, range]);
  expect((await response.arrayBuffer()).byteLength).toBe(size);
  expect(response.headers.get("X-Content-Type-Options")).toBe("nosniff");
});

test("§13.6 who has a file already is told no more; behind its end there is nothing", async () => {
  const { send, read } = await furnished();
  const { file } = await send("0123456789");
  const known = await read(file, { "If-None-Match": `W/"x", "${file}"` });
  expect([known.status, await known.text()]).toEqual([304, ""]);
  for (const Range of ["bytes=10-", "bytes=-0"]) {
    const response = await read(file, { Range });
    expect(response.headers.get("Content-Range")).toBe("bytes */10");
    expect(response.headers.get("Cache-Control")).toBe("no-store");
    expect(await outcome(response)).toEqual([416, "bad_frame", "bad_range"]);
  }
});

describe("§13.3 nothing stays of", () => {
  const cases: [what: string, sent: () => Sent, told: unknown[]][] = [
    ["an empty file", () => ({ body: "" }), [400, "bad_frame", "file_empty"]],
    ["no body", () => ({}), [400, "bad_frame", "file_empty"]],
    ["one that is too large", () => ({ body: numbered(5_242_881) }), [413, "too_long", "file_too_large"]],
    [
      "one that is too large, and does not say so",
      () => ({ body: pieces(11) }),
      [413, "too_long", "file_too_large"],
    ],
    [
      "one that is shorter than it says",
      () => ({ body: pieces(1), headers: { "Content-Length": "500001" } }),
      [400, "bad_frame", "file_unlike_length"],
    ],
    [
      "one that is longer than it says",
      () => ({ body: pieces(1), headers: { "Content-Length": "499999" } }),
      [400, "bad_frame", "file_unlike_length"],
    ],
    [
      "one that is packed",
      () => ({ body: "abc", headers: { "Content-Encoding": "gzip" } }),
      [415, "unsupported_type", "body_encoded"],
    ],
    [
      "one without a token",
      () => ({ body: "abc", headers: { Authorization: "Basic x" } }),
      [401, "no_token"],
    ],
  ];
  test.each(cases)("%s", async (_, sent, told) => {
    const { site, upload } = await furnished();
    const { body, headers } = sent();
    expect(await outcome(await upload(body, "a", headers))).toEqual(told);
    expect(await blocksOf(site)).toBe(0);
  });

  test("what no message has taken up within an hour", async () => {
    stopTime();
    const { site, say, send, read } = await furnished();
    const kept = await send("kept");
    await say(kept.file);
    const left = await send("left");
    expect(await blocksOf(site)).toBe(2);
    stopTime(Date.now() + HOUR);
    await site.ring();
    expect(await blocksOf(site)).toBe(1);
    expect(await outcome(await read(left.file))).toEqual([404, "no_such_file"]);
    expect(await (await read(kept.file)).text()).toBe("kept");
  });

  test("what its sender takes back; nobody else may, and nothing that was said", async () => {
    const { site, say, send } = await furnished();
    const [kept, left] = [await send("kept"), await send("left")];
    await say(kept.file);
    const withdraw = async (file: string, who: string) => {
      const headers = { Authorization: `Bearer ${tokenOf(who)}` };
      const response = await site.fetch(`/files/${file}`, { method: "DELETE", headers });
      return response.status === 204 ? [204] : await outcome(response);
    };
    expect(await withdraw(left.file, "bob")).toEqual([404, "no_such_file"]);
    expect(await withdraw(kept.file, "ana")).toEqual([404, "no_such_file"]);
    expect(await withdraw(left.file, "ana")).toEqual([204]);
    expect(await withdraw(left.file, "ana")).toEqual([404, "no_such_file"]);
    expect(await blocksOf(site)).toBe(1);
  });

  test("a message that is deleted: its file is gone, and says so", async () => {
    const { site, say, send, read, remove } = await furnished();
    const { file } = await send("text");
    const { id } = await say(file);
    await remove(id);
    const response = await read(file);
    expect(response.headers.get("Cache-Control")).toBe("no-store");
    expect(await outcome(response)).toEqual([410, "no_such_file", "file_deleted"]);
    expect(await blocksOf(site)).toBe(0);
  });

  test("a room that is erased", async () => {
    const { site, say, send, read } = await furnished();
    const { file } = await send("text");
    await say(file);
    const shelf = await shelfOf(site);
    await site.stub.end();
    expect(await blocksOn(shelf ?? "")).toBe(0);
    expect(await outcome(await read(file))).toEqual([404, "no_such_file"]);
    expect(await site.tables()).toEqual([]);
  });
});

describe("§13.2 what a file is, its bytes say", () => {
  test.each(KINDS)("%s", async (kind) => {
    const { send } = await furnished();
    const told = { type: `image/${kind}`, width: 640, height: 360 };
    expect(await send(picture(kind), "lies.html")).toMatchObject({ name: "lies.html", ...told });
  });

  const text = { type: "text/plain" };
  const bytes = { type: "application/octet-stream" };
  const cases: [what: string, body: Uint8Array<ArrayBuffer> | string, told: object][] = [
    ["text in UTF-8", "Olá, 世界!\n\tfim", text],
    ["HTML", "<!doctype html><script>alert(1)</script>", text],
    ["SVG", '<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>', text],
    ["text that ends within a character", new Uint8Array([0x61, 0xe4, 0xb8]), bytes],
    ["text in Latin-1", new Uint8Array([0x6f, 0x6c, 0xe1]), bytes],
    ["text with a NUL", "a\0b", bytes],
    ["a program", new Uint8Array([0x7f, 0x45, 0x4c, 0x46, 2, 1, 1, 0]), bytes],
    [
      "a PNG that is HTML behind its first bytes",
      new Uint8Array([...picture("png").subarray(0, 8), ...codes("<script>")]),
      { type: "image/png" },
    ],
    ["a PNG with no pixels", patched(picture("png"), 16, [0, 0, 0, 0]), { type: "image/png" }],
    [
      "a PNG of 60,000 by 60,000, of which nothing is decoded",
      patched(picture("png"), 16, [0, 0, 0xea, 0x60, 0, 0, 0xea, 0x60]),
      { type: "image/png", width: 60_000, height: 60_000 },
    ],
    [
      "a GIF whose first frame is larger than it says",
      patched(patched(picture("gif"), 6, [1, 0, 1, 0]), 38, [0x70, 0x17, 0x70, 0x17]),
      { type: "image/gif", width: 6_000, height: 6_000 },
    ],
    ["a GIF without a frame", new Uint8Array(codes("GIF89a=1;alert(1)//")), { type: "image/gif" }],
    ["half a signature", picture("png").subarray(0, 7), bytes],
    [
      "a JPEG whose segments lead nowhere",
      new Uint8Array([0xff, 0xd8, 0xff, 0xe0, ...Array(50_000).fill(0xff)]),
      { type: "image/jpeg" },
    ],
    ["another film", new Uint8Array([0, 0, 0, 16, ...codes("ftypisom"), 0, 0, 0, 0]), bytes],
  ];
  test.each(cases)("%s", async (_, body, told) => {
    const { send, read } = await furnished();
    const { file, ...found } = await send(body);
    expect(found).toEqual({ name: "shot.png", size: expect.any(Number), ...told });
    const disposition = (await read(file)).headers.get("Content-Disposition") ?? "";
    expect(disposition.startsWith("inline")).toBe(found.type.startsWith("image/"));
  });
});

test("§13.6 a closed door closes files; an invited one does not", async () => {
  const porch = new Porch({ DOOR: "invited" });
  expect(await outcome(await porch.fetch("/rooms/lobby/files/nope/a"))).toEqual([404, "no_such_file"]);
  expect(await outcome(await porch.fetch(`/rooms/lobby/files/${"A".repeat(22)}/a`))).toEqual([
    404,
    "no_such_file",
  ]);
  const init = { method: "POST", body: "a", headers: { Authorization: `Bearer ${tokenOf("ana")}` } };
  expect(await outcome(await porch.fetch("/rooms/lobby/files?name=a", init))).toEqual([
    401,
    "no_pass",
    "pass_missing",
  ]);
  await porch.setDoor("closed");
  expect((await porch.fetch(`/rooms/lobby/files/${"A".repeat(22)}/a`)).status).toBe(503);
});

test.each<[string, string, number, string]>([
  ["POST", `/files/${"A".repeat(22)}/a`, 405, "GET, HEAD"],
  ["GET", "/files", 405, "POST"],
  ["GET", `/files/${"A".repeat(22)}`, 405, "DELETE"],
])("§9.4 %s %s is %i", async (method, path, ...told) => {
  const response = await new Site().fetch(path, { method });
  expect([response.status, response.headers.get("Allow")]).toEqual(told);
});

interface Sent {
  readonly body?: BodyInit;
  readonly headers?: Record<string, string>;
}

/** So many pieces of 500,000 bytes, without a word of how many they are. */
function pieces(count: number): ReadableStream<Uint8Array> {
  let left = count;
  return new ReadableStream({
    type: "bytes",
    pull(controller) {
      if (left-- > 0) controller.enqueue(numbered(500_000));
      else controller.close();
    },
  });
}
