/** Sub-buckets per doubling: figures are right to about one percent. */
const STEPS = 64;
/** From one microsecond to well over an hour. */
const BUCKETS = 32 * STEPS;

/** Counts durations in buckets that grow with them; memory stays the same however many are recorded. */
export class Histogram {
  readonly #counts = new Float64Array(BUCKETS);
  #total = 0;

  record(ms: number): void {
    const bucket = Math.floor(Math.log2(Math.max(1, ms * 1000)) * STEPS);
    const index = Math.min(BUCKETS - 1, bucket);
    this.#counts[index] = (this.#counts[index] ?? 0) + 1;
    this.#total++;
  }

  get count(): number {
    return this.#total;
  }

  /** The duration in ms that `share` (0 to 1) of all stay below; 0 when nothing was recorded. */
  percentile(share: number): number {
    if (this.#total === 0) return 0;
    const rank = Math.ceil(share * this.#total);
    let seen = 0;
    for (let index = 0; index < BUCKETS; index++) {
      seen += this.#counts[index] ?? 0;
      if (seen >= rank) return 2 ** ((index + 0.5) / STEPS) / 1000;
    }
    return Number.POSITIVE_INFINITY;
  }
}
