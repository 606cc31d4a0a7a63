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
export function refill(bucket: Bucket, rate: Rate, now: number): Bucket {
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

  /** Takes a token. Returns 0, or in how many milliseconds there is one. */
  take(key: string, now: number): number {
    const { burst, perSecond } = this.#rate;
    const bucket = refill(this.#buckets.get(key) ?? { tokens: burst, at: now }, this.#rate, now);
    if (bucket.tokens < 1) return ((1 - bucket.tokens) * 1_000) / perSecond;
    this.#buckets.delete(key);
    this.#buckets.set(key, { tokens: bucket.tokens - 1, at: now });
    this.#forget(now);
    return 0;
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
