/** More requests than can come within a millisecond. */
const MOST_AT_ONCE = 200;

/** Addresses that are counted at a time; beyond them all others count as one. */
const MOST_ADDRESSES = 100_000;

/**
 * Stands in for Cloudflare's rate-limit binding: the same call, counted in
 * memory. It also tells how many milliseconds are left until it counts anew.
 */
export class RateLimiter {
  #limit;
  #window;
  /** Requests of each address within the current window. */
  #counts = new Map();
  #windowEnds = 0;
  #last = 0;
  /** Requests since the clock last went on. */
  #inThisInstant = 0;

  /** So many requests (`limit`) of each key within so many seconds (`period`). */
  constructor({ limit, period }) {
    this.#limit = limit;
    this.#window = period * 1_000;
  }

  limit({ key }) {
    const now = Date.now();
    let rest = this.#windowEnds - now;
    this.#inThisInstant = now === this.#last ? this.#inThisInstant + 1 : 1;
    this.#last = now;
    // So many don't come at once: the system's clock was set back, and the runtime's stands still until it has caught up.
    const standsStill = this.#inThisInstant > MOST_AT_ONCE;
    if (rest <= 0 || rest > this.#window || standsStill) {
      this.#inThisInstant = 1;
      this.#counts.clear();
      this.#windowEnds = now + this.#window;
      rest = this.#window;
    }
    const who = this.#counts.has(key) || this.#counts.size < MOST_ADDRESSES ? key : "others";
    const count = (this.#counts.get(who) ?? 0) + 1;
    this.#counts.set(who, count);
    return { success: count <= this.#limit, retryAfter: rest };
  }
}
