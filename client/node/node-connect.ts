import type { Agent } from "node:http";
import { WebSocket } from "ws";
import { retryAfterOf } from "../../src/protocol/http-answer.ts";
import type { Connect } from "../core/connection/connection.ts";
import { webSocketConnect } from "../core/connection/web-socket-connection.ts";
import { readRefusal } from "../core/http/refusal.ts";
import type { Problem } from "../core/problem.ts";

/** Bytes of one frame from the room; more is no room's. A welcome to 5,000 members with its replay is below 2 MiB. */
const LARGEST_FRAME = 16 * 1024 * 1024;
/** Bytes of an answer that is no WebSocket: as much as a refusal takes. */
const LARGEST_REFUSAL = 16_384;

/** What came of an attempt to open a socket. */
export type SocketOutcome =
  | { readonly type: "opened" }
  /** `upgraded`: somebody has answered as a WebSocket does, but not as a room. */
  | { readonly type: "failed"; readonly error: Error; readonly upgraded: boolean }
  /** Something has answered that is no WebSocket. */
  | { readonly type: "answered"; readonly status: number; readonly refusal: Problem | undefined };

export interface NodeConnectOptions {
  /** What is shown with each attempt. A character of a value stands for a byte. */
  headers(): Readonly<Record<string, string>>;
  readonly agent?: Agent | undefined;
  /** Told of each attempt, before the connection tells anything. */
  observe(attempt: SocketOutcome): void;
}

/** Connects to a room's `socketUrl` from Node. */
export function nodeConnect(socketUrl: string, { headers, agent, observe }: NodeConnectOptions): Connect {
  /** What the last answer that was no WebSocket asked for, in milliseconds. */
  let retryAfter: number | undefined;
  let refusal: Problem | undefined;

  const create = (url: string, subprotocol: string): WebSocket => {
    retryAfter = undefined;
    refusal = undefined;
    const options = { perMessageDeflate: false, maxPayload: LARGEST_FRAME, headers: headers(), agent };
    const socket = new WebSocket(url, subprotocol, options);
    let answered = false;
    let upgraded = false;
    socket.once("upgrade", () => {
      upgraded = true;
    });
    socket.once("open", () => observe({ type: "opened" }));
    socket.on("error", (error) => {
      if (!answered) observe({ type: "failed", error, upgraded });
    });
    socket.once("unexpected-response", (_request, response) => {
      answered = true;
      retryAfter = retryAfterOf(response.headers["retry-after"]);
      let body = "";
      const end = () => {
        refusal = readRefusal(body);
        observe({ type: "answered", status: response.statusCode ?? 0, refusal });
        socket.terminate();
      };
      response.setEncoding("utf8");
      response.on("data", (chunk: string) => {
        body += chunk;
        if (body.length > LARGEST_REFUSAL) response.destroy();
      });
      response.once("close", end);
    });
    return socket;
  };

  const connect = webSocketConnect(socketUrl, create);
  return (listener) =>
    connect((event) => {
      if (event.type !== "closed") listener(event);
      else
        listener({
          ...event,
          ...(retryAfter !== undefined && { retryAfter }),
          ...(refusal && { refusal }),
        });
    });
}
