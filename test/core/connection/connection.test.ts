import type { AddressInfo } from "node:net";
import { afterEach, describe, expect, test } from "vitest";
import { WebSocket, WebSocketServer } from "ws";
import type { Connect, ConnectionEvent } from "../../../client/core/connection/connection.ts";
import { webSocketConnect } from "../../../client/core/connection/web-socket-connection.ts";
import { type FarEnd, MemoryNetwork } from "../../support/room/memory-connection.ts";

/** One side of the contract: how to connect, the ends that the room then holds, and how to let things arrive. */
interface Side {
  connect: Connect;
  ends: FarEnd[];
  until(done: () => boolean): Promise<void>;
  end(): void;
}

async function overWebSockets(): Promise<Side> {
  const server = new WebSocketServer({ port: 0, host: "127.0.0.1" });
  await new Promise((resolve) => server.once("listening", resolve));
  const ends: FarEnd[] = [];
  server.on("connection", (socket) => {
    const end: FarEnd = {
      send: (text) => socket.send(text),
      close: (code, reason) => socket.close(code, reason),
      onFrame: () => {},
      onClosed: () => {},
    };
    socket.on("message", (data) => end.onFrame(String(data)));
    socket.on("close", (code, reason) => end.onClosed(code, String(reason)));
    ends.push(end);
  });
  const { port } = server.address() as AddressInfo;
  return {
    connect: webSocketConnect(`ws://127.0.0.1:${port}`, (url, protocol) => new WebSocket(url, protocol)),
    ends,
    async until(done) {
      while (!done()) await new Promise((resolve) => setImmediate(resolve));
    },
    end: () => server.close(),
  };
}

async function inMemory(): Promise<Side> {
  const ends: FarEnd[] = [];
  const network = new MemoryNetwork((end) => ends.push(end));
  return {
    connect: network.connect,
    ends,
    async until() {
      network.run();
    },
    end() {},
  };
}

const sides: [string, () => Promise<Side>][] = [
  ["a WebSocket", overWebSockets],
  ["memory", inMemory],
];

describe.for(sides)("a connection over %s", ([, make]) => {
  let side: Side | undefined;
  afterEach(() => side?.end());

  async function opened() {
    side = await make();
    const { connect, ends, until } = side;
    const told: ConnectionEvent[] = [];
    const connection = connect((event) => told.push(event));
    expect(told).toEqual([]);
    connection.send("too early");
    await until(() => told.length > 0 && ends.length > 0);
    expect(told).toEqual([{ type: "open" }]);
    const [end] = ends;
    if (end === undefined) throw new Error("Nobody came.");
    const heard: string[] = [];
    const closed: { code: number; reason: string }[] = [];
    end.onFrame = (text) => heard.push(text);
    end.onClosed = (code, reason) => closed.push({ code, reason });
    told.length = 0;
    return { connection, end, told, heard, closed, until };
  }

  test("carries frames both ways, in order", async () => {
    const { connection, end, told, heard, until } = await opened();
    for (const text of ["one", "two", "três"]) connection.send(text);
    for (const text of ["four", "", "[]"]) end.send(text);
    await until(() => heard.length === 3 && told.length === 3);
    expect(heard).toEqual(["one", "two", "três"]);
    expect(told.map((event) => event.type === "frame" && event.text)).toEqual(["four", "", "[]"]);
  });

  test("tells the other side's close last and once", async () => {
    const { connection, end, told, until } = await opened();
    end.send("last");
    end.close(4003, "kicked");
    await until(() => told.length === 2);
    connection.send("too late");
    connection.close();
    await until(() => true);
    expect(told).toEqual([
      { type: "frame", text: "last" },
      { type: "closed", code: 4003, reason: "kicked" },
    ]);
  });

  test("closed from here, it tells no frame any more", async () => {
    const { connection, end, told, heard, closed, until } = await opened();
    end.send("on its way");
    connection.send("goodbye");
    connection.close(1000, "left");
    connection.send("too late");
    await until(() => told.length === 1 && closed.length === 1);
    expect(told).toEqual([{ type: "closed", code: 1000, reason: "left" }]);
    expect(closed).toEqual([{ code: 1000, reason: "left" }]);
    expect(heard).toEqual(["goodbye"]);
  });

  test("closed before it opens, it never does", async () => {
    side = await make();
    const told: ConnectionEvent[] = [];
    side.connect((event) => told.push(event)).close();
    await side.until(() => told.length > 0);
    expect(told.map(({ type }) => type)).toEqual(["closed"]);
  });
});

test("a WebSocket to nowhere is closed, not thrown", async () => {
  const side = await overWebSockets();
  side.end();
  const told: ConnectionEvent[] = [];
  const connect = webSocketConnect("ws://127.0.0.1:1", (url, protocol) => new WebSocket(url, protocol));
  connect((event) => told.push(event));
  await side.until(() => told.length > 0);
  expect(told).toEqual([{ type: "closed", code: 1006, reason: "" }]);
});
