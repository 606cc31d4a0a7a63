import type { SessionState } from "../../room/state/session.ts";

/** A socket as the room needs it: the platform's, or one in memory. None of these throws. */
export interface Socket {
  send(frame: string): void;
  close(code: number, reason: string): void;
  /** Keeps a session's state for as long as the socket lives, past the instance. */
  attach(state: SessionState): void;
  /** When the peer last sent a ping, in ms since 1970; 0 for never. */
  lastPing(): number;
  /** Bytes that wait to be sent, as far as the platform tells. */
  buffered(): number;
}
