/**
 * A token bucket: `burst` at once, refilled at `perSecond`. See RFC 2697,
 * section 3, for the idea; here one token is one command.
 */
interface Bucket {
  tokens: number;
  /** When `tokens` was true, in ms since 1970. */
  at: number;
}

export interface Rate {
  readonly burst: number;
  readonly perSecond: number;
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
    return this.#until(this.#tokensIn(this.#buckets.get(key), now));
  }

  /** Takes a token. Returns 0, or in how many milliseconds there is one; then none is taken. */
  take(key: string, now: number): number {
    const bucket = this.#buckets.get(key);
    const tokens = this.#tokensIn(bucket, now);
    const wait = this.#until(tokens);
    if (wait > 0) return wait;
    const taken = { tokens: tokens - 1, at: now };
    if (bucket) Object.assign(bucket, taken);
    else this.#begin(key, taken);
    return 0;
  }

  get size(): number {
    return this.#buckets.size;
  }

  /** As it stands at a time. */
  #tokensIn(bucket: Bucket | undefined, now: number): number {
    const { burst, perSecond } = this.#rate;
    if (!bucket) return burst;
    const earned = (Math.max(0, now - bucket.at) * perSecond) / 1_000;
    return Math.min(burst, bucket.tokens + earned);
  }

  /** Milliseconds until what is there has become a whole token. */
  #until(tokens: number): number {
    return Math.max(0, ((1 - tokens) * 1_000) / this.#rate.perSecond);
  }

  /** For each that comes, two are looked at whether they are full again, and go: in turn, so that few stay. */
  #begin(key: string, begun: Bucket): void {
    const [first, second] = this.#buckets;
    for (const [other, bucket] of [first, second].filter((one) => one !== undefined)) {
      this.#buckets.delete(other);
      if (this.#tokensIn(bucket, begun.at) < this.#rate.burst) this.#buckets.set(other, bucket);
    }
    this.#buckets.set(key, begun);
  }
}
