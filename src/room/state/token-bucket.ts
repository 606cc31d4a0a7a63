/**
 * A token bucket: `burst` at once, refilled at `perSecond`. See RFC 2697,
 * section 3, for the idea; here one token is one command.
 */
export interface Bucket {
  readonly tokens: number;
  /** When `tokens` was true, in ms since 1970. */
  readonly at: number;
}

export interface Rate {
  readonly burst: number;
  readonly perSecond: number;
}

/** The bucket as it stands at a time. */
function refill(bucket: Bucket, rate: Rate, now: number): Bucket {
  const earned = (Math.max(0, now - bucket.at) * rate.perSecond) / 1_000;
  return { tokens: Math.min(rate.burst, bucket.tokens + earned), at: now };
}

/** Buckets by key. A full bucket is the same as none, so only those in use take space. */
export class Buckets {
  readonly #buckets = new Map<string, Bucket>();
  readonly #rate: Rate;

  constructor(rate: Rate) {
    this.#rate = rate;
  }

  /** In how many milliseconds there is a token: 0 for now. */
  wait(key: string, now: number): number {
    return Math.max(0, ((1 - this.#at(key, now).tokens) * 1_000) / this.#rate.perSecond);
  }

  /** Takes a token. Returns 0, or in how many milliseconds there is one; then none is taken. */
  take(key: string, now: number): number {
    const wait = this.wait(key, now);
    if (wait > 0) return wait;
    const { tokens } = this.#at(key, now);
    this.#buckets.delete(key);
    this.#buckets.set(key, { tokens: tokens - 1, at: now });
    this.#forget(now);
    return 0;
  }

  #at(key: string, now: number): Bucket {
    return refill(this.#buckets.get(key) ?? { tokens: this.#rate.burst, at: now }, this.#rate, now);
  }

  /** Drops the least recently used bucket once it is full again: one for each that came, so few stay. */
  #forget(now: number): void {
    const [oldest] = this.#buckets;
    if (oldest && refill(oldest[1], this.#rate, now).tokens >= this.#rate.burst)
      this.#buckets.delete(oldest[0]);
  }

  get size(): number {
    return this.#buckets.size;
  }
}
