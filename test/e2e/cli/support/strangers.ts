import { once } from "node:events";
import { createServer as createHttpServer, type RequestListener } from "node:http";
import { createServer } from "node:net";
import { listen } from "./listen.ts";

/** The address of a room on an HTTP server that is no papo of today. */
export function strangeServer(answer: RequestListener): Promise<string> {
  const server = createHttpServer(answer);
  // An upgrade is answered like any other request.
  server.on("upgrade", (request, socket) => {
    socket.on("error", () => {});
    const [status, body] = upgradeAnswer(request.url ?? "");
    socket.end(`HTTP/1.1 ${status}\r\nContent-Length: ${body.length}\r\nConnection: close\r\n\r\n${body}`);
  });
  return listen(server);
}

/** The same for something that speaks no HTTP. */
export function mumblingServer(): Promise<string> {
  const server = createServer((socket) => {
    socket.on("error", () => {});
    socket.end("220 mail.example.org ESMTP\r\n");
  });
  return listen(server);
}

/** A port where nobody listens. */
export async function deserted(): Promise<string> {
  const server = createServer();
  const address = await listen(server);
  server.close();
  await once(server, "close");
  return address;
}

function upgradeAnswer(url: string): [status: string, body: string] {
  if (!url.includes("/old/")) return ["200 OK", "<h1>It works!</h1>"];
  const error = { code: "bad_frame", message: "This server speaks the subprotocol papo.v1." };
  return ["400 Bad Request", JSON.stringify({ error })];
}
