import type { Problem } from "../problem.ts";

/** What a connection tells, in order; `closed` is the last, and comes once. */
export type ConnectionEvent =
  | { type: "open" }
  | { type: "frame"; text: string }
  /** `retryAfter`: the server wants to be left alone for so many milliseconds. `refusal`: why it opened no connection, where it said so. */
  | { type: "closed"; code: number; reason: string; retryAfter?: number; refusal?: Problem };

/** One connection to a room, from its opening to its close. */
export interface Connection {
  /** Sends a text frame. Before `open` and after `close` it is dropped. */
  send(text: string): void;
  /** Ends it: no frame is told any more, only `closed`. */
  close(code?: number, reason?: string): void;
}

/** Opens a connection. The listener is never called before this has returned. */
export type Connect = (listener: (event: ConnectionEvent) => void) => Connection;
