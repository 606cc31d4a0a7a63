import { setTimeout as sleep } from "node:timers/promises";

/** Requests a second that the laptop sends at most: it could send far more, and be refused far more often. */
const PER_SECOND = 50;

/** Lets the laptop's strategies send their requests one after the other, so that no burst hides what a rate allows. */
export class Pace {
  readonly signal: AbortSignal;
  #next = 0;

  constructor(signal: AbortSignal) {
    this.signal = signal;
  }

  /** Whether there is time left. */
  get goesOn(): boolean {
    return !this.signal.aborted;
  }

  /** Waits for the turn of one more request. */
  async turn(): Promise<void> {
    const now = performance.now();
    this.#next = Math.max(now, this.#next + 1_000 / PER_SECOND);
    await this.rest(this.#next - now);
  }

  /** Waits, but not beyond the end. */
  async rest(milliseconds: number): Promise<void> {
    await sleep(milliseconds, undefined, { signal: this.signal }).catch(() => {});
  }
}
