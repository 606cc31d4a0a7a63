import { once } from "node:events";
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createServer, type RequestListener } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { Transfers } from "../../../client/cli/files/transfers.ts";
import { addressOf } from "../../../client/core/address.ts";
import type { Chat } from "../../../client/core/chat.ts";
import { RoomRecord } from "../../../client/core/room-record.ts";

const ID = "abcdefghijklmnopqrstuv";
const stored = { file: ID, name: "shot.png", type: "image/png", size: 5 };

let folder: string;
const closing: (() => void)[] = [];
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "papo-transfers-"));
  writeFileSync(join(folder, "shot.png"), "hello");
});
afterEach(() => {
  for (const close of closing.splice(0)) close();
  rmSync(folder, { recursive: true, force: true });
});

/** Somebody in a room, with all that they say and are told. */
async function somebody(answer: RequestListener) {
  const server = createServer(answer).listen(0, "127.0.0.1");
  closing.push(() => {
    server.closeAllConnections();
    server.close();
  });
  await once(server, "listening");
  const address = server.address();
  const origin = typeof address === "object" && address ? `http://127.0.0.1:${address.port}` : "";
  const room = new RoomRecord();
  room.features = ["files"];
  const said: object[] = [];
  const told: string[] = [];
  let isOnline = true;
  const chat = {
    room,
    outbox: [],
    get state() {
      return isOnline ? { state: "online" } : { state: "idle" };
    },
    subscribe: () => () => {},
    say(saying: object) {
      said.push(saying);
      told.push("said");
      return { key: said.length };
    },
  } as unknown as Chat;
  let heard = () => {};
  const transfers: Transfers = new Transfers({
    requester: {
      address: addressOf(origin, "lobby"),
      pass: { current: undefined },
      admin: undefined,
      proxy: undefined,
    },
    key: undefined,
    token: () => "t".repeat(32),
    chat: () => chat,
    remark: (sentence) => told.push(sentence),
    changed: () => heard(),
  });
  const shot = { path: join(folder, "shot.png"), shown: "shot.png", rest: "" };
  return {
    transfers,
    room,
    said,
    told,
    shot,
    connect(to: boolean) {
      isOnline = to;
      if (to) transfers.follow({ type: "caught_up" });
    },
    /** Resolves once nothing waits to be sent. */
    sent: () =>
      new Promise<void>((resolve) => {
        heard = () => {
          if (transfers.unsent.length === 0 && transfers.status === "") resolve();
        };
        heard();
      }),
  };
}

const taking: RequestListener = (request, response) => {
  request.resume().on("end", () => {
    response.writeHead(201, { "Content-Type": "application/json" }).end(JSON.stringify(stored));
  });
};

test("a file is sent with its text, once it is there", async () => {
  const { transfers, shot, said, sent } = await somebody(taking);
  expect(await transfers.send(shot, "look")).toBeUndefined();
  expect(transfers.unsent).toEqual(["shot.png"]);
  await sent();
  expect(said).toEqual([{ text: "look", files: [ID] }]);
});

test("it waits while offline, and goes in its turn", async () => {
  const { transfers, shot, said, told, sent, connect } = await somebody(taking);
  connect(false);
  expect(await transfers.send(shot, "one")).toBeUndefined();
  expect(await transfers.send(shot, "two")).toBeUndefined();
  expect(told).toEqual(Array(2).fill("… shot.png (5 bytes) goes once you are connected."));
  expect(said).toEqual([]);
  connect(true);
  await sent();
  expect(said).toEqual([
    { text: "one", files: [ID] },
    { text: "two", files: [ID] },
  ]);
});

test("what is refused is told by its name, and the next one goes", async () => {
  let tries = 0;
  const { transfers, shot, said, told, sent } = await somebody((request, response) => {
    if (++tries > 1) taking(request, response);
    else {
      request.resume();
      const error = { code: "full", message: "It is full." };
      response.writeHead(507, { "Content-Type": "application/json" }).end(JSON.stringify({ error }));
    }
  });
  await transfers.send(shot, "one");
  await transfers.send(shot, "two");
  await sent();
  expect(told).toEqual(["! Not sent: shot.png — It is full.", "said"]);
  expect(said).toEqual([{ text: "two", files: [ID] }]);
});

test("it stops, with all that waits", async () => {
  let arrived = () => {};
  const isThere = new Promise<void>((resolve) => {
    arrived = resolve;
  });
  const { transfers, shot, said, told, sent } = await somebody(() => arrived());
  await transfers.send(shot, "one");
  await transfers.send(shot, "two");
  await isThere;
  expect(transfers.status).toMatch(/^sending shot.png \d+ %$/);
  expect(transfers.cancel()).toBe(true);
  expect(transfers.cancel()).toBe(false);
  await sent();
  expect(told).toEqual(["Stopped, and not sent: shot.png and shot.png"]);
  expect(said).toEqual([]);
});

test.each<{
  name: string;
  prepare: (somebody: { room: RoomRecord; shot: { path: string } }) => void;
  why: unknown;
}>([
  {
    name: "a room without files",
    prepare: ({ room }) => {
      room.features = [];
    },
    why: "This server takes no files.",
  },
  {
    name: "more than the room takes",
    prepare: ({ room }) => {
      room.limits = { ...room.limits, file: 4 };
    },
    why: "shot.png is too large: it has 5 bytes (5 bytes), and at most 4 bytes can be sent here.",
  },
  {
    name: "nothing that is there",
    prepare: ({ shot }) => {
      shot.path += "x";
    },
    why: "Cannot read shot.png: there is no such file.",
  },
])("it is refused at once: $name", async ({ prepare, why }) => {
  const who = await somebody(taking);
  prepare(who);
  expect(await who.transfers.send(who.shot, "")).toBe(why);
});

test("files of a message are saved, and never over another", async () => {
  const { transfers, told } = await somebody((_, response) => response.end("hello"));
  const file = { id: ID, name: "shot.png", type: "image/png", size: 5 };
  expect(await transfers.save([file, { ...file, name: "../x" }], folder)).toBeUndefined();
  expect(readdirSync(folder).toSorted()).toEqual(["__x", "shot (2).png", "shot.png"]);
  expect(readFileSync(join(folder, "shot (2).png"), "utf8")).toBe("hello");
  expect(told).toEqual([
    `Saved: ${join(folder, "shot (2).png")} (5 bytes)`,
    `Saved: ${join(folder, "__x")} (5 bytes)`,
  ]);
  expect(await transfers.save([file, file], join(folder, "new"))).toMatch(/2 files/);
  expect(await transfers.save([{ ...file, id: "../x" }], folder)).toMatch(/no longer there/);
  expect(await transfers.save([{ ...file, size: 1e12 }], folder)).toMatch(/no longer there/);
});
