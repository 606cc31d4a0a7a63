import type { CloseCode } from "../protocol/close-code.ts";
import type { RoomEvent } from "../protocol/event.ts";
import type { Audience } from "../room/effect.ts";
import type { RoomClock } from "../room/state/room-clock.ts";
import type { SessionId } from "../room/state/session.ts";
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

/** How long something waits: so many milliseconds for each listener, and never more than so many. */
interface BeatLength {
  readonly perListener: number;
  readonly most: number;
}

/** The longest that what is said waits, in milliseconds: where 5,000 listen. */
export const LONGEST_BEAT = 400;

/**
 * What is said, and whatever else is told: three times what sending takes, 25 µs
 * for each listener, so that it takes a third of the thread and not all of it.
 */
const TALK: BeatLength = { perListener: 0.08, most: LONGEST_BEAT };
/** A welcome has the whole roster: those of people who come together are to share in the work of it. */
const WELCOME: BeatLength = { perListener: 0.25, most: 80 };
/**
 * Who comes and goes, to everybody else. While a room fills up everybody is
 * told of everybody, and all that they are told is to fit into few frames. It
 * is told before anything that is said, so that nobody speaks who is not there.
 */
const PRESENCE: BeatLength = { perListener: 4, most: 900 };

/**
 * Milliseconds of rest that are saved up for what is said in haste. People talk
 * in spurts: what two say at the same time need not wait where little was said
 * before, and only who talks on and on is held to the beat.
 */
const HASTE = 50;

const LENGTHS: Partial<Record<RoomEvent["type"], BeatLength>> = {
  joined: PRESENCE,
  left: PRESENCE,
  welcome: WELCOME,
};

/** Who gets an event: these alone, or all but these. */
type Resolved = { readonly only: ReadonlySet<Recipient> } | { readonly except?: ReadonlySet<Recipient> };

/** Two ways to wait: for a frame to everybody, and for one to those who are told something of their own. */
type Beat = "everybody" | "own";

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
  /** How long the most urgent of what waits may wait. */
  #length: Record<Beat, BeatLength> = { everybody: PRESENCE, own: WELCOME };
  /** When what waited was sent last, on the steady clock. */
  #last: Record<Beat, number> = { everybody: 0, own: 0 };
  /** Rest that was not needed by then: see {@link HASTE}. */
  #saved: Record<Beat, number> = { everybody: 0, own: 0 };
  /** Since when something waits that was said, on the steady clock. */
  #since: Record<Beat, number | undefined> = { everybody: undefined, own: undefined };
  /** When what waits is to be sent, on the steady clock. */
  #due: Record<Beat, number> = { everybody: Number.POSITIVE_INFINITY, own: Number.POSITIVE_INFINITY };
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
      this.#hurry("own", length);
    } else {
      this.#waiting.share(json, audience.except);
      this.#hurry("everybody", length);
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
    if (this.#waiting.hasShared) this.#await("everybody", now);
    if (this.#waiting.hasOwn || this.#support.isDirty()) this.#await("own", now);
    this.#sendDue(clock.isBehind ? Number.MAX_VALUE : now);
  }

  /** Sends what is due until then, and sets the timer for the rest. */
  #sendDue(until: number): void {
    if (this.#due.everybody <= until) this.#flush("everybody");
    else if (this.#due.own <= until) this.#flush("own");
    this.#ringAt(Math.min(this.#due.everybody, this.#due.own));
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

  #flush(beat: Beat): void {
    this.#support.store();
    this.#rest("own", WELCOME);
    if (beat === "own") {
      this.#waiting.sendOwn();
      return;
    }
    this.#rest("everybody", PRESENCE);
    this.#waiting.sendAll(this.#listeners.keys());
  }

  /** A beat begins anew, with nothing that waits for its end yet. */
  #rest(beat: Beat, length: BeatLength): void {
    const now = this.#support.clock.steady();
    // To wait is no rest: a timer that rings late tells of a thread that has enough to do.
    const rested = (this.#since[beat] ?? now) - this.#last[beat];
    this.#saved[beat] = Math.max(0, Math.min(HASTE, this.#saved[beat] + rested - this.#lasts(TALK)));
    this.#last[beat] = now;
    this.#since[beat] = undefined;
    this.#due[beat] = Number.POSITIVE_INFINITY;
    this.#length[beat] = length;
  }

  /** Something waits for a beat; one that is due is not put off. */
  #await(beat: Beat, now: number): void {
    const length = this.#length[beat];
    if (length === TALK) this.#since[beat] ??= now;
    const due = this.#last[beat] + this.#lasts(length) - (length === TALK ? this.#saved[beat] : 0);
    this.#due[beat] = Math.min(due, this.#due[beat]);
  }

  /** Milliseconds, with as many listeners as there are. */
  #lasts({ perListener, most }: BeatLength): number {
    return Math.min(most, this.#listeners.size * perListener);
  }

  #hurry(beat: Beat, length: BeatLength): void {
    if (length.perListener < this.#length[beat].perListener) this.#length[beat] = length;
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
