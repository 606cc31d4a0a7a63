import { SUBPROTOCOL } from "../../../src/protocol/limits.ts";
import type { Connect } from "./connection.ts";

/** As much of a `WebSocket` as is needed, so that the browser's and the one of `ws` both fit. */
export interface WebSocketLike {
  readonly readyState: number;
  send(data: string): void;
  close(code?: number, reason?: string): void;
  addEventListener(type: "open" | "error", listener: () => void): void;
  addEventListener(type: "message", listener: (event: { data: unknown }) => void): void;
  addEventListener(type: "close", listener: (event: { code: number; reason: string }) => void): void;
}

const OPEN = 1;

/** Connects to a room's `socketUrl` by what `create` makes: `(url, protocol) => new WebSocket(url, protocol)`. */
export function webSocketConnect(
  url: string,
  create: (url: string, subprotocol: string) => WebSocketLike,
): Connect {
  return (listener) => {
    const socket = create(url, SUBPROTOCOL);
    let ended = false;
    socket.addEventListener("open", () => {
      if (!ended) listener({ type: "open" });
    });
    socket.addEventListener("message", ({ data }) => {
      if (!ended && typeof data === "string") listener({ type: "frame", text: data });
    });
    // `close` follows and tells all; but `ws` throws an error that nobody listens for.
    socket.addEventListener("error", () => {});
    socket.addEventListener("close", ({ code, reason }) => listener({ type: "closed", code, reason }));
    return {
      send(text) {
        if (!ended && socket.readyState === OPEN) socket.send(text);
      },
      close(code = 1000, reason = "") {
        ended = true;
        socket.close(code, reason);
      },
    };
  };
}
