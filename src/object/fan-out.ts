import type { CloseCode } from "../protocol/close-code.ts";
import type { RoomEvent } from "../protocol/event.ts";
import type { Audience } from "../room/effect.ts";
import type { RoomClock } from "../room/state/room-clock.ts";
import type { SessionId } from "../room/state/session.ts";
import { Encoder } from "./encode.ts";

/** A socket, as the fan-out sees it. */
export interface Recipient {
  /** Sends one text frame of so many bytes (UTF-8). */
  send(frame: string, bytes: number): void;
  close(code: CloseCode, reason: string): void;
}

/** What the fan-out stands on. */
export interface FanOutSupport {
  readonly clock: RoomClock;
  /** Whether something waits to be stored. It shares the beat with what is to be sent. */
  isDirty(): boolean;
  /** Stores all that the waiting events tell of. Nothing leaves before. */
  store(): void;
  /** Runs something after so many milliseconds. */
  later(milliseconds: number, run: () => void): void;
  /** The socket of a session, while it is open. */
  recipient(session: SessionId): Recipient | undefined;
}

/** An event that waits for the next beat, encoded once for all. */
interface Told {
  readonly json: string;
  /** Nobody but these get it. */
  readonly only?: ReadonlySet<Recipient>;
  /** Everybody but these get it. */
  readonly except?: ReadonlySet<Recipient>;
}

/** Which of the waiting entries are for a recipient who came or goes within this beat. */
interface Span {
  from: number;
  until: number;
  closing?: { readonly code: CloseCode; readonly reason: string };
}

/** The longest that an event waits, in milliseconds. */
export const LONGEST_BEAT = 50;

/**
 * How much longer a beat gets for each listener, in milliseconds. Who comes and
 * goes may wait longer than what is said: while a room fills up everybody is
 * told of everybody, and all that they are told is to fit into few frames.
 */
const BEAT_PER_LISTENER = { talk: 0.05, presence: 0.25 };

const PRESENCE: ReadonlySet<RoomEvent["type"]> = new Set(["joined", "left", "welcome"]);

/**
 * Batched fan-out. In a quiet room an event leaves at once. In a busy one it
 * waits for the next beat, and all that came together leaves in one frame per
 * member: a frame costs far more than what is in it. Who gets just what
 * everybody gets is sent one and the same string; only those who are told
 * something of their own, or who came or go within the beat, get a frame made
 * for them. Order is kept across both kinds.
 */
export class FanOut {
  readonly #support: FanOutSupport;
  readonly #encoder = new Encoder();
  /** Who hears what everyone hears, with their `uid`. */
  readonly #listeners = new Map<Recipient, string>();
  readonly #byUid = new Map<string, Set<Recipient>>();
  #entries: Told[] = [];
  #special = new Map<Recipient, Span>();
  /** What the most urgent of the waiting events makes of the beat, in milliseconds for each listener. */
  #pace = BEAT_PER_LISTENER.presence;
  #lastBeat = 0;
  /** When the next beat is due, on the steady clock; a timer set for a later one has nothing to do any more. */
  #due = Number.POSITIVE_INFINITY;

  constructor(support: FanOutSupport) {
    this.#support = support;
  }

  /** From here on a socket hears what everyone hears. */
  admit(recipient: Recipient, uid: string): void {
    this.#listeners.set(recipient, uid);
    const others = this.#byUid.get(uid);
    if (others) others.add(recipient);
    else this.#byUid.set(uid, new Set([recipient]));
    if (this.#entries.length > 0) this.#span(recipient).from = this.#entries.length;
  }

  /** Queues an event. */
  tell(to: Audience, event: RoomEvent): void {
    const audience = this.#resolve(to);
    for (const recipient of audience.only ?? audience.except ?? []) this.#span(recipient);
    if (audience.only?.size === 0) return;
    this.#entries.push({ json: this.#encoder.encode(event), ...audience });
    if (!PRESENCE.has(event.type)) this.#pace = BEAT_PER_LISTENER.talk;
  }

  /** A socket hears what has been told so far, and is closed then. */
  close(recipient: Recipient, code: CloseCode, reason: string): void {
    this.#span(recipient).closing ??= { code, reason };
    this.forget(recipient);
  }

  /** A socket is gone, or about to go. */
  forget(recipient: Recipient): void {
    const uid = this.#listeners.get(recipient);
    if (uid === undefined) return;
    const span = this.#special.get(recipient);
    if (span) span.until = this.#entries.length;
    this.#listeners.delete(recipient);
    const own = this.#byUid.get(uid);
    own?.delete(recipient);
    if (own?.size === 0) this.#byUid.delete(uid);
  }

  /**
   * Sends what waits: at once where nothing has left lately, else with the next
   * beat. Where the clock was set back no timer rings for now, not even one that
   * was set before; so nothing waits for one then.
   */
  settle(): void {
    const idle = this.#entries.length === 0 && this.#special.size === 0 && !this.#support.isDirty();
    if (idle) return;
    const { clock } = this.#support;
    const due = this.#lastBeat + Math.min(LONGEST_BEAT, this.#listeners.size * this.#pace);
    const wait = Math.min(due, this.#due) - clock.steady();
    if (wait <= 0 || clock.isBehind) {
      this.flush();
      return;
    }
    if (due >= this.#due) return;
    this.#due = due;
    this.#support.later(Math.min(wait, LONGEST_BEAT), () => {
      if (due === this.#due) this.flush();
    });
  }

  /** Sends what waits. */
  flush(): void {
    this.#support.store();
    const entries = this.#entries;
    const special = this.#special;
    this.#entries = [];
    this.#special = new Map();
    this.#pace = BEAT_PER_LISTENER.presence;
    this.#lastBeat = this.#support.clock.steady();
    this.#due = Number.POSITIVE_INFINITY;

    for (const [recipient, span] of special) {
      const own = entries.filter((entry, index) => reaches(entry, index, { recipient, span }));
      if (own.length > 0) sendFrame([recipient], own);
      if (span.closing) recipient.close(span.closing.code, span.closing.reason);
    }
    const shared = entries.filter((entry) => entry.only === undefined);
    if (shared.length === 0) return;
    sendFrame(
      [...this.#listeners.keys()].filter((listener) => !special.has(listener)),
      shared,
    );
  }

  #resolve(to: Audience): Pick<Told, "only" | "except"> {
    switch (to.kind) {
      case "everyone":
        return {};
      case "others":
        return { except: new Set(this.#byUid.get(to.uid)) };
      case "people":
        return { only: new Set(to.uids.flatMap((uid) => [...(this.#byUid.get(uid) ?? [])])) };
      case "session": {
        const recipient = this.#support.recipient(to.session);
        return { only: new Set(recipient ? [recipient] : []) };
      }
      default:
        return to satisfies never;
    }
  }

  /** Marks a recipient as one who gets a frame of their own in this beat. */
  #span(recipient: Recipient): Span {
    const known = this.#special.get(recipient);
    if (known) return known;
    const heard = this.#listeners.has(recipient);
    const span: Span = { from: heard ? 0 : Number.POSITIVE_INFINITY, until: Number.POSITIVE_INFINITY };
    this.#special.set(recipient, span);
    return span;
  }
}

function reaches(
  entry: Told,
  index: number,
  { recipient, span }: { recipient: Recipient; span: Span },
): boolean {
  if (entry.only) return entry.only.has(recipient);
  return index >= span.from && index < span.until && !entry.except?.has(recipient);
}

function sendFrame(recipients: Iterable<Recipient>, entries: readonly Told[]): void {
  const frame = `[${entries.map((entry) => entry.json).join(",")}]`;
  const bytes = Buffer.byteLength(frame);
  for (const recipient of recipients) recipient.send(frame, bytes);
}
