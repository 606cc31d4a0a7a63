/** How long something waits: so many milliseconds for each listener, and never more than so many. */
export interface BeatLength {
  readonly perListener: number;
  readonly most: number;
}

/** The longest that what is said waits, in milliseconds: where 5,000 listen. */
export const LONGEST_BEAT = 400;

/**
 * What is said, and whatever else is told: three times what sending takes, 25 µs
 * for each listener, so that it takes a third of the thread and not all of it.
 */
export const TALK: BeatLength = { perListener: 0.08, most: LONGEST_BEAT };
/** What is told to nobody, and only to be stored. */
export const ROWS: BeatLength = { perListener: 0.25, most: 80 };
/** Those who come together are stored together, with one wait for the disk: it takes a millisecond, in which nothing else is done. */
export const WELCOME: BeatLength = { perListener: 0.25, most: 15 };
/**
 * Who comes and goes, to everybody else. While a room fills up everybody is
 * told of everybody, and all that they are told is to fit into few frames. It
 * is told before anything that is said, so that nobody speaks who is not there.
 */
export const PRESENCE: BeatLength = { perListener: 4, most: 900 };

/**
 * Milliseconds of rest that are saved up for what is said in haste. People talk
 * in spurts: what two say at the same time need not wait where little was said
 * before, and only who talks on and on is held to the beat.
 */
const HASTE = 50;

/** One way to wait: what waits leaves together, at once where little has left lately. Times are on the steady clock, in milliseconds. */
export class Beat {
  readonly #slowest: BeatLength;
  /** How long what waits may wait. */
  readonly #lengths = new Set<BeatLength>();
  /** When what waited was sent last. */
  #last = 0;
  /** Rest that was not needed by then: see {@link HASTE}. */
  #saved = 0;
  /** Since when something waits that was said. */
  #since: number | undefined;
  #due = Number.POSITIVE_INFINITY;

  /** `slowest` is how long that may wait of which nobody says more. */
  constructor(slowest: BeatLength) {
    this.#slowest = slowest;
  }

  /** When what waits is to be sent: never, where nothing does. */
  get due(): number {
    return this.#due;
  }

  /** Something more is to wait, for so long at most. */
  hurry(length: BeatLength): void {
    this.#lengths.add(length);
  }

  /** Something waits now, in a room that may have grown since it began to. */
  wait(now: number, listeners: number): void {
    if (this.#lengths.has(TALK)) this.#since ??= now;
    const lengths = this.#lengths.size === 0 ? [this.#slowest] : [...this.#lengths];
    const dueBy = (each: BeatLength) =>
      this.#last + lasts(each, listeners) - (each === TALK ? this.#saved : 0);
    this.#due = Math.min(...lengths.map(dueBy));
  }

  /** What waited leaves, and the beat begins anew. */
  begin(now: number, listeners: number): void {
    // To wait is no rest: a timer that rings late tells of a thread that has enough to do.
    const rested = (this.#since ?? now) - this.#last;
    this.#saved = Math.max(0, Math.min(HASTE, this.#saved + rested - lasts(TALK, listeners)));
    this.#last = now;
    this.#since = undefined;
    this.#due = Number.POSITIVE_INFINITY;
    this.#lengths.clear();
  }
}

function lasts({ perListener, most }: BeatLength, listeners: number): number {
  return Math.min(most, listeners * perListener);
}
