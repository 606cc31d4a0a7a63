import type { Member } from "../../protocol/event.ts";
import type { Joined, SessionId } from "./session.ts";

/** How far somebody has read. */
export interface ReadMark {
  readonly id: number;
  /** Whether the disk knows. */
  readonly isStored: boolean;
  /** Which of their sessions told, until the others know. */
  readonly by?: SessionId;
}

/** Somebody who is here with one session or more, or held with none. */
export interface Person {
  readonly uid: string;
  nick: string;
  readonly sessions: Map<SessionId, Joined>;
  /** Until when the nickname waits for them, on the steady clock; undefined while they are here. */
  heldUntil: number | undefined;
  /** Salted hash of the network address of their last connection. */
  address: string;
  /** When they were last seen typing, on the steady clock. */
  typedAt: number;
  /** When their clients were last told how far they have read, on the steady clock. */
  passedOnAt: number;
  /** Where they are, while they are away: the disk knows of it while they are held. */
  away: string | undefined;
  /** Whether one of their sessions said that a program speaks there; while they are held, whether one had. */
  isBot: boolean;
  /** Whether one of their sessions is an admin's. */
  isAdmin: boolean;
  /** How far they have read; undefined where nobody has asked for it yet. */
  seen: ReadMark | undefined;
  /** How clients see them; undefined where that has changed since it was last asked. */
  described: Member | undefined;
}
