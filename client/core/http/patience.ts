/** Attempts where the network, or the server, failed in a way that may pass. */
const ATTEMPTS = 5;
/** Milliseconds before the second of them; each doubles it. */
const FIRST_PAUSE = 500;
/** Milliseconds after the first failure in which a further one is begun. */
const TRYING = 15_000;
/** Milliseconds before the first attempt after the server has asked for patience, at least; each doubles it, up to a limit. */
const FIRST_WAIT = 1_000;
const LONGEST_WAIT = 30_000;
/** Milliseconds that a server may have somebody wait in all: slow mode has 600 s, and no more is told by any room. */
const WAITING = 15 * 60_000;

/** Why one attempt was not enough. */
export type Setback = { type: "failed" } | { type: "asked"; retryAfter: string | undefined };

/** How often, and how long, something is tried that may yet work. A server cannot make that more than it is. */
export class Patience {
  readonly #now: () => number;
  readonly #begun: number;
  #failed = 0;
  #failedSince: number | undefined;
  #asked = 0;

  /** `now` is in milliseconds since anything. */
  constructor(now: () => number) {
    this.#now = now;
    this.#begun = now();
  }

  /** Milliseconds before the next attempt; undefined where it has been enough. */
  after(setback: Setback): number | undefined {
    const now = this.#now();
    if (setback.type === "failed") {
      this.#failedSince ??= now;
      const pause = FIRST_PAUSE * 2 ** this.#failed++;
      return this.#failed < ATTEMPTS && now - this.#failedSince + pause <= TRYING ? pause : undefined;
    }
    const least = Math.min(LONGEST_WAIT, FIRST_WAIT * 2 ** this.#asked++);
    const wait = Math.max(least, secondsOf(setback.retryAfter) * 1_000);
    return now - this.#begun + wait <= WAITING ? wait : undefined;
  }
}

/** Seconds that a `Retry-After` asks for; of a date it is enough that it is one that asks. */
function secondsOf(header: string | undefined): number {
  return header !== undefined && /^\d{1,9}$/.test(header.trim()) ? Number(header) : 0;
}
