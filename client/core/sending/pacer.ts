/** How fast the room takes commands: `burst` at once, then `perSecond`. */
export interface Pace {
  burst: number;
  perSecond: number;
}

/** The room's token bucket, kept on this side so that a client is seldom refused. Times are in ms. */
export class Pacer {
  #pace: Pace;
  #tokens: number;
  #filled: number;

  constructor(pace: Pace, now: number) {
    this.#pace = pace;
    this.#tokens = pace.burst;
    this.#filled = now;
  }

  setPace(pace: Pace): void {
    const more = Math.max(0, pace.burst - this.#pace.burst);
    this.#tokens = Math.min(this.#tokens + more, pace.burst);
    this.#pace = pace;
  }

  /** Takes a token; or tells how long there is none. */
  take(now: number): { wait: number } | undefined {
    const { burst, perSecond } = this.#pace;
    const elapsed = Math.max(0, now - this.#filled);
    this.#tokens = Math.min(burst, this.#tokens + (elapsed * perSecond) / 1_000);
    this.#filled = now;
    // Sums of fractions may end up a hair below the whole.
    if (this.#tokens < 0.999) return { wait: Math.ceil(((1 - this.#tokens) * 1_000) / perSecond) };
    this.#tokens -= 1;
    return undefined;
  }

  /** The room said `rate_limited`: its bucket, which the person's other clients share, is emptier than this one. */
  drain(now: number): void {
    this.#tokens = 0;
    this.#filled = now;
  }
}
