import type { CloseCode } from "../../protocol/close-code.ts";
import type { RoomClock } from "../../room/state/room-clock.ts";
import type { SessionId, SessionState } from "../../room/state/session.ts";
import type { Recipient } from "../departures.ts";
import type { Socket } from "./socket.ts";

/** After how many sent bytes it is worth asking whether the peer has pinged since. */
const PROBE = 256 * 1024;

/** Milliseconds without a sign of life after which a peer counts as dead. Clients ping every 25 s. */
const SILENCE = 75_000;

/** What a peer stands on. */
export interface PeerSupport {
  readonly clock: RoomClock;
  /** What the rules make of a session now. */
  stateOf(session: SessionId): SessionState;
  /** Hears how many bytes a peer has left unread, now and then. */
  unread(peer: Peer, bytes: number): void;
}

/** One socket: its session, what its peer has not yet read, and when it last showed life. */
export class Peer implements Recipient {
  readonly session: SessionId;
  readonly #socket: Socket;
  readonly #support: PeerSupport;
  /** The session's state as the socket keeps it. */
  #attached: SessionState | undefined;
  /** Bytes sent since the peer's last ping, as far as known. */
  #unread = 0;
  #nextProbe = PROBE;
  #lastPing = 0;
  /** The last ping by which the peer was found to live or not. */
  #judgedPing = 0;
  /** When it connected, on the steady clock. */
  readonly since: number;
  /** When the peer last showed life, on the steady clock. */
  #lastSeen: number;

  constructor(
    socket: Socket,
    { id, since }: { readonly id: SessionId; readonly since: number },
    support: PeerSupport,
  ) {
    this.#socket = socket;
    this.#support = support;
    this.session = id;
    this.since = support.clock.since(since);
    this.#lastSeen = this.since;
  }

  /** Writes the session's state where it outlives the instance, if it has changed. */
  save(): void {
    const state = this.#support.stateOf(this.session);
    if (state === this.#attached) return;
    this.#attached = state;
    this.#socket.attach(state);
  }

  send(frame: string, bytes: number): void {
    this.#socket.send(frame);
    this.#unread += bytes;
    if (this.#unread >= this.#nextProbe) this.#probe();
  }

  close(code: CloseCode, reason: string): void {
    // Before the close: the peer may talk on until it has read it, and hibernation forgets all else.
    this.save();
    this.#socket.close(code, reason);
  }

  /** Notes a sign of life. */
  seen(): void {
    this.#lastSeen = this.#support.clock.steady();
  }

  /** Whether the peer has shown no life for too long. */
  isDead(): boolean {
    const { clock } = this.#support;
    if (clock.steady() - this.#lastSeen < SILENCE) return false;
    const ping = this.#socket.lastPing();
    // Only a ping that has come since: one from before the clock was set back would count as now each time.
    if (ping !== this.#judgedPing) this.#lastSeen = Math.max(this.#lastSeen, clock.since(ping));
    this.#judgedPing = ping;
    return clock.steady() - this.#lastSeen >= SILENCE;
  }

  /** A ping since the last probe says that all sent before it was read. */
  #probe(): void {
    const ping = this.#socket.lastPing();
    if (ping !== this.#lastPing) this.#unread = 0;
    this.#lastPing = ping;
    this.#unread = Math.max(this.#unread, this.#socket.buffered());
    this.#nextProbe = this.#unread + PROBE;
    this.#support.unread(this, this.#unread);
  }
}
