import type { ErrorCode } from "../../protocol/error.ts";

/** What is known of a socket's peer from the moment it connects. */
interface Connected {
  /** Salted hash of its network address. */
  readonly address: string;
  /** A hash of its network that all rooms share; missing where no network is known. */
  readonly network?: string;
  /** When it connected, in ms since 1970. */
  readonly since: number;
}

/** Connected, and not yet joined. */
export interface Waiting extends Connected {
  readonly state: "waiting";
  readonly failures: number;
}

/** Somebody's open connection. */
export interface Joined extends Connected {
  readonly state: "joined";
  readonly uid: string;
  readonly client: string;
  /** The highest `cid` stored for this client. */
  readonly cid: number;
  /** Whether it showed the deployment's admin token. */
  readonly admin: boolean;
  /** When it last gave its person another nickname, in ms since 1970: the log doesn't tell, and slow mode counts it. */
  readonly renamed?: number;
}

/** Replaced, expelled or left: whatever still comes from it counts for nothing. */
export interface Gone {
  readonly state: "gone";
}

/** Of a session that still counts. */
export type OpenState = Waiting | Joined;

export type SessionState = OpenState | Gone;

/** One socket, as the rules see it. Its state is plain data, so that it can outlive the instance. */
export interface Session {
  state: SessionState;
  /** Refusals in a row. */
  refusals: number;
}

/** A session of somebody who has joined. */
export type JoinedSession = Session & { state: Joined };

/** A session of somebody who has yet to join. */
export type WaitingSession = Session & { state: Waiting };

export function isJoined(session: Session): session is JoinedSession {
  return session.state.state === "joined";
}

export function isWaiting(session: Session): session is WaitingSession {
  return session.state.state === "waiting";
}

export function newSession(state: SessionState): Session {
  return { state, refusals: 0 };
}

/** Refused attempts to join after which a socket is closed. */
export const MAX_FAILED_JOINS = 10;

/**
 * Milliseconds that a socket may stay without joining. The runtime may take some
 * 30 s more until the connection of a peer that never spoke is really gone.
 */
export const JOIN_DEADLINE = 75_000;

/** Refusals after which the socket is closed, although its person could try again. */
export const CLOSES_AFTER: Partial<Record<ErrorCode, "banned" | "full">> = {
  banned: "banned",
  room_full: "full",
};
