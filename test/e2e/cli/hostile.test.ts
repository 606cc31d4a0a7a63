import { once } from "node:events";
import { createServer } from "node:http";
import { afterEach, expect, test } from "vitest";
import { type WebSocket, WebSocketServer } from "ws";
import { nodeSocket } from "../../../client/cli/net/socket.ts";
import { parseAddress } from "../../../client/core/address.ts";
import type { ConnectionEvent } from "../../../client/core/connection/connection.ts";
import { isProblem } from "../../../client/core/problem.ts";
import { damagedEvents, FOREIGN_FRAMES } from "../../support/damaged-frames.ts";
import { messageOf, welcome } from "../../support/room/scripted-room.ts";
import { listen } from "./support/listen.ts";
import { openPapo } from "./support/papo.ts";

const sockets: WebSocketServer[] = [];
afterEach(() => {
  for (const server of sockets.splice(0)) {
    for (const client of server.clients) client.terminate();
    server.close();
  }
});

/** A server that answers each join as `joined` does, and its room's address. */
async function roomThat(joined: (socket: WebSocket) => void): Promise<string> {
  const http = createServer();
  const server = new WebSocketServer({ server: http, handleProtocols: () => "papo.v1" });
  sockets.push(server);
  server.on("connection", (socket) => {
    socket.on("message", (data) => {
      const frame = String(data);
      if (frame === "ping") socket.send("pong");
      else if (JSON.parse(frame).type === "join") joined(socket);
    });
  });
  return `http://${await listen(http)}/lobby`;
}

test("§8 whatever a server sends, the terminal client lives on and shows what can be read", async () => {
  const url = await roomThat((socket) => {
    socket.send(JSON.stringify([welcome()]));
    for (const frame of FOREIGN_FRAMES) socket.send(frame);
    for (const event of damagedEvents(2)) socket.send(JSON.stringify([event]));
    socket.send(JSON.stringify([{ ...messageOf(3), at: 1e300 }, messageOf(1_000)]));
  });
  const ana = openPapo([url, "--nick", "ana", "--time", "iso"], { rows: 40, cols: 100 });
  await ana.waitFor("bob: text 1000");
  await ana.waitFor(/^ana@lobby>/m);
  expect(ana.log().join("\n")).not.toContain("text 3");
});

test("§1 events that are new to the client stand beside those that it shows", async () => {
  const url = await roomThat((socket) => {
    const events = [messageOf(1), { type: "reacted", id: 2, at: 2, emoji: "👍" }, messageOf(3)];
    socket.send(JSON.stringify([{ ...welcome({ cursor: 3 }), events }]));
  });
  const ana = openPapo([url, "--nick", "ana"]);
  await ana.waitFor("bob: text 1");
  await ana.waitFor("bob: text 3");
});

test("§1 a welcome that can't be read ends the first attempt with a sentence", async () => {
  const url = await roomThat((socket) => socket.send(JSON.stringify([{ ...welcome(), cursor: "far" }])));
  const ana = openPapo([url, "--nick", "ana"]);
  await ana.waitFor("What this server sends can't be read.");
  expect(await ana.exit).toMatchObject({ code: 1 });
});

test.each([
  ["120", 120_000],
  ["0", 0],
  ["999999999999999999", 86_400_000],
  ["-5", undefined],
  ["soon", undefined],
])(
  "§8 an upgrade that is answered 429 with Retry-After: %s is closed with that wait",
  async (header, wait) => {
    const http = createServer();
    http.on("upgrade", (_request, socket) => {
      socket.end(`HTTP/1.1 429 Too Many Requests\r\nRetry-After: ${header}\r\nContent-Length: 0\r\n\r\n`);
    });
    const address = parseAddress(`http://${await listen(http)}/lobby`);
    if (isProblem(address)) throw new Error(address.message);
    const event = await new Promise<ConnectionEvent>((told) => void nodeSocket(address).connect(told));
    expect(event.type).toBe("closed");
    expect(event.type === "closed" && event.retryAfter).toBe(wait);
    http.close();
    await once(http, "close");
  },
);
