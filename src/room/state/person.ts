import type { Member } from "../../protocol/event.ts";
import type { Joined, SessionId } from "./session.ts";

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
  /** How clients were last told of them. */
  described: Member | undefined;
}
