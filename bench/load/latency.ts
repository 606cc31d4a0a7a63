import { Histogram } from "./histogram.ts";
import type { Ledger } from "./ledger.ts";

/** Deliveries a second whose latency is recorded: enough for a 99th percentile, cheap enough to be taken. */
const SAMPLES_PER_SECOND = 100_000;

/** Takes the time of a sample of the deliveries: every message, at every nth member. */
export class Latency {
  readonly #ledger: Ledger;
  readonly #histogram = new Histogram();
  readonly #every: number;
  /** Messages from this number on are measured. */
  #from = Number.POSITIVE_INFINITY;

  constructor({ ledger, members, rate }: { ledger: Ledger; members: number; rate: number }) {
    this.#ledger = ledger;
    this.#every = Math.max(1, Math.round((members * rate) / SAMPLES_PER_SECOND));
  }

  startFrom(number: number): void {
    this.#from = number;
  }

  /** Members whose deliveries are timed. */
  sampled(members: number): number {
    return Math.ceil(members / this.#every);
  }

  delivered(member: number, number: number): void {
    if (number < this.#from || member % this.#every !== 0) return;
    this.#histogram.record(performance.now() - this.#ledger.sentAt(number));
  }

  /** Deliveries that never came count as infinitely late, so that losing them improves nothing. */
  percentile(share: number, expected: number): number {
    if (expected === 0) return 0;
    const { count } = this.#histogram;
    const among = (share * Math.max(expected, count)) / count;
    return count > 0 && among <= 1 ? this.#histogram.percentile(among) : Number.POSITIVE_INFINITY;
  }
}
