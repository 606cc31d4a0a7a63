import type { CloseCode } from "../protocol/close-code.ts";
import type { RoomEvent } from "../protocol/event.ts";
import type { Audience } from "../room/effect.ts";
import type { RoomClock } from "../room/state/room-clock.ts";
import type { SessionId } from "../room/state/session.ts";
import { Beat, type BeatLength, PRESENCE, ROWS, TALK, WELCOME } from "./beat.ts";
import { Departures, type Recipient } from "./departures.ts";
import { Encoder } from "./encode.ts";

/** What the fan-out stands on. */
export interface FanOutSupport {
  readonly clock: RoomClock;
  /** Whether something waits to be stored. It shares the beat with what is to be sent. */
  isDirty(): boolean;
  /** Stores all that the waiting events tell of. Nothing leaves before. */
  store(): void;
  /** Runs something after so many milliseconds, unless what it gives back is called before. */
  later(milliseconds: number, run: () => void): () => void;
  /** The socket of a session, while it is open. */
  recipient(session: SessionId): Recipient | undefined;
}

const LENGTHS: Partial<Record<RoomEvent["type"], BeatLength>> = {
  joined: PRESENCE,
  left: PRESENCE,
  welcome: WELCOME,
};

/** Who gets an event: these alone, or all but these. */
type Resolved = { readonly only: ReadonlySet<Recipient> } | { readonly except?: ReadonlySet<Recipient> };

/**
 * Batched fan-out. In a quiet room an event leaves at once. In a busy one it
 * waits for the next beat, and all that came together leaves in one frame per
 * member: a frame costs far more than what is in it. Who is told something of
 * their own need not wait for what the others are told, which may take longer.
 */
export class FanOut {
  readonly #support: FanOutSupport;
  readonly #encoder = new Encoder();
  /** Who hears what everyone hears, with their `uid`. */
  readonly #listeners = new Map<Recipient, string>();
  readonly #byUid = new Map<string, Set<Recipient>>();
  readonly #waiting = new Departures((recipient) => this.#listeners.has(recipient));
  /** Two ways to wait: for a frame to everybody, and for one to those who are told something of their own. */
  readonly #everybody = new Beat(PRESENCE);
  readonly #own = new Beat(ROWS);
  /** When the one timer rings, on the steady clock: for the beat that is due first. */
  #rings = Number.POSITIVE_INFINITY;
  #stop = () => {};

  constructor(support: FanOutSupport) {
    this.#support = support;
  }

  /** From here on a socket hears what everyone hears. */
  admit(recipient: Recipient, uid: string): void {
    this.#waiting.begin(recipient);
    this.#listeners.set(recipient, uid);
    const others = this.#byUid.get(uid);
    if (others) others.add(recipient);
    else this.#byUid.set(uid, new Set([recipient]));
  }

  /** Queues an event. */
  tell(to: Audience, event: RoomEvent): void {
    const audience = this.#resolve(to);
    if ("only" in audience && audience.only.size === 0) return;
    const json = this.#encoder.encode(event);
    const length = LENGTHS[event.type] ?? TALK;
    if ("only" in audience) {
      for (const recipient of audience.only) this.#waiting.give(recipient, json);
      this.#own.hurry(length);
    } else {
      this.#waiting.share(json, audience.except);
      this.#everybody.hurry(length);
    }
  }

  /** A socket hears what has been told so far, and is closed then. */
  close(recipient: Recipient, code: CloseCode, reason: string): void {
    this.#waiting.close(recipient, { code, reason });
    this.forget(recipient);
  }

  /** A socket is gone, or about to go. */
  forget(recipient: Recipient): void {
    const uid = this.#listeners.get(recipient);
    if (uid === undefined) return;
    this.#waiting.end(recipient);
    this.#listeners.delete(recipient);
    const own = this.#byUid.get(uid);
    own?.delete(recipient);
    if (own?.size === 0) this.#byUid.delete(uid);
  }

  /**
   * Sends what waits: at once where little has left lately, else with the next
   * beat. Where the clock was set back no timer rings for now, not even one that
   * was set before; so nothing waits for one then.
   */
  settle(): void {
    const { clock } = this.#support;
    const now = clock.steady();
    if (this.#waiting.hasShared) this.#everybody.wait(now, this.#listeners.size);
    if (this.#waiting.hasOwn || this.#support.isDirty()) this.#own.wait(now, this.#listeners.size);
    this.#sendDue(clock.isBehind ? Number.MAX_VALUE : now);
  }

  /** Sends what is due until then, and sets the timer for the rest. */
  #sendDue(until: number): void {
    if (this.#everybody.due <= until) this.#sendAll();
    else if (this.#own.due <= until) this.#sendOwn();
    this.#ringAt(Math.min(this.#everybody.due, this.#own.due));
  }

  /** A timer with nothing to do any more is taken back: workerd rings one a millisecond, and it would stand in line before those that have. */
  #ringAt(due: number): void {
    if (due === this.#rings) return;
    this.#stop();
    this.#rings = due;
    if (due === Number.POSITIVE_INFINITY) return;
    this.#stop = this.#support.later(due - this.#support.clock.steady(), () => {
      this.#rings = Number.POSITIVE_INFINITY;
      this.#sendDue(due);
    });
  }

  #sendAll(): void {
    this.#begin(this.#everybody, this.#own);
    this.#waiting.sendAll(this.#listeners.keys());
  }

  #sendOwn(): void {
    this.#begin(this.#own);
    this.#waiting.sendOwn();
  }

  /** Nothing leaves before it is stored. */
  #begin(...beats: Beat[]): void {
    this.#support.store();
    const now = this.#support.clock.steady();
    for (const beat of beats) beat.begin(now, this.#listeners.size);
  }

  #resolve(to: Audience): Resolved {
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
}
