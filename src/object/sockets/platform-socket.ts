import { readSession, type Session, type SessionState } from "../../room/state/session.ts";
import type { Socket } from "./socket.ts";

/** Cloudflare's hibernatable WebSocket. */
export class PlatformSocket implements Socket {
  readonly #ctx: DurableObjectState;
  readonly #socket: WebSocket;

  constructor(ctx: DurableObjectState, socket: WebSocket) {
    this.#ctx = ctx;
    this.#socket = socket;
  }

  send(frame: string): void {
    try {
      this.#socket.send(frame);
    } catch {
      // Closed already; its close event is on the way.
    }
  }

  /** Also answers the peer's own close, without which it would wait and see 1006. */
  close(code: number, reason: string): void {
    // 1006 and 1015 tell of a connection that is no more; 1005 of a close without a code.
    if (code === 1006 || code === 1015) return;
    try {
      this.#socket.close(code === 1005 ? 1000 : code, reason);
    } catch {
      // Closed already, or a code that may not be sent.
    }
  }

  attach(state: SessionState): void {
    this.#socket.serializeAttachment(state);
  }

  lastPing(): number {
    return this.#ctx.getWebSocketAutoResponseTimestamp(this.#socket)?.getTime() ?? 0;
  }

  buffered(): number {
    // Newer runtimes have it.
    const amount = "bufferedAmount" in this.#socket ? this.#socket.bufferedAmount : 0;
    return typeof amount === "number" ? amount : 0;
  }
}

/** The state that a socket has kept through hibernation; undefined where there is none to go on with. */
export function attachedState(socket: WebSocket): Session | undefined {
  return readSession(socket.deserializeAttachment());
}
