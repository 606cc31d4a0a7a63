import type { CloseCode } from "../protocol/close-code.ts";
import { LIMITS } from "../protocol/limits.ts";
import type { Session } from "../room/session.ts";
import { newSession, type SessionState } from "../room/session.ts";
import type { Recipient } from "./outbox.ts";

/** After how many sent bytes it is worth asking whether the peer has pinged since. */
const PROBE = 256 * 1024;

/** Milliseconds without a sign of life after which a peer counts as dead. Clients ping every 25 s. */
const SILENCE = 75_000;

interface Opened {
  readonly socket: WebSocket;
  readonly state: SessionState;
  readonly seen: number;
}

/** One socket: its session, what its peer has not yet read, and when it last showed life. */
export class Connection implements Recipient {
  readonly session: Session;
  readonly #ctx: DurableObjectState;
  readonly #socket: WebSocket;
  /** The session's state as the attachment has it. */
  #attached: SessionState | undefined;
  /** Bytes sent since the peer's last ping, as far as known. */
  #unread = 0;
  #nextProbe = PROBE;
  #lastPing = 0;
  #lastSeen: number;

  /** `seen`: when the peer last showed life, in ms since 1970. */
  constructor(ctx: DurableObjectState, { socket, state, seen }: Opened) {
    this.#ctx = ctx;
    this.#socket = socket;
    this.session = newSession(state);
    this.#lastSeen = seen;
  }

  /** Whether the peer has been sent more than it may leave unread. */
  get stalled(): boolean {
    return this.#unread >= LIMITS.unread;
  }

  /** Writes the session's state where it outlives the instance, if it has changed. */
  save(): void {
    if (this.session.state === this.#attached) return;
    this.#attached = this.session.state;
    this.#socket.serializeAttachment(this.#attached);
  }

  send(frame: string, bytes: number): void {
    try {
      this.#socket.send(frame);
    } catch {
      // Closed already; its close event is on the way.
      return;
    }
    this.#unread += bytes;
    if (this.#unread >= this.#nextProbe) this.#probe();
  }

  close(code: CloseCode, reason: string): void {
    // Before the close: the peer may talk on until it has read it, and hibernation forgets all else.
    this.save();
    try {
      this.#socket.close(code, reason);
    } catch {
      // Closed already.
    }
  }

  /** Answers the peer's own close, without which it would wait and see 1006. */
  answerClose(code: number): void {
    if (code === 1006 || code === 1015) return;
    try {
      this.#socket.close(code === 1005 ? 1000 : code);
    } catch {
      // A code that may not be sent, or closed already.
    }
  }

  /** Notes a sign of life. */
  seen(now: number): void {
    this.#lastSeen = now;
  }

  /** Whether the peer has shown no life for too long. */
  isDead(now: number): boolean {
    if (now - this.#lastSeen < SILENCE) return false;
    this.#lastSeen = Math.max(this.#lastSeen, this.#pingedAt());
    return now - this.#lastSeen >= SILENCE;
  }

  /** A ping since the last probe says that all sent before it was read. */
  #probe(): void {
    const pinged = this.#pingedAt();
    if (pinged > this.#lastPing) this.#unread = 0;
    this.#lastPing = pinged;
    this.#nextProbe = this.#unread + PROBE;
  }

  #pingedAt(): number {
    return this.#ctx.getWebSocketAutoResponseTimestamp(this.#socket)?.getTime() ?? 0;
  }
}
