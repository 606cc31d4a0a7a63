import type { Clock } from "../../client/core/clock.ts";

interface Timer {
  at: number;
  /** Of two timers for the same moment, the one set first goes first. */
  order: number;
  fn(): void;
}

/** A clock that stands still until a test moves it. */
export class FakeClock implements Clock {
  #now: number;
  #order = 0;
  readonly #timers = new Set<Timer>();

  constructor(now = 1_790_000_000_000) {
    this.#now = now;
  }

  now(): number {
    return this.#now;
  }

  setTimer(ms: number, fn: () => void): () => void {
    const timer = { at: this.#now + Math.max(0, ms), order: this.#order++, fn };
    this.#timers.add(timer);
    return () => this.#timers.delete(timer);
  }

  get pending(): number {
    return this.#timers.size;
  }

  /** When the next timer is due, if there is one. */
  get nextAt(): number | undefined {
    return this.#next(Number.POSITIVE_INFINITY)?.at;
  }

  /** Lets `ms` milliseconds pass; every timer due within them goes off at its own moment. */
  advance(ms: number): void {
    const end = this.#now + ms;
    for (let timer = this.#next(end); timer !== undefined; timer = this.#next(end)) {
      this.#timers.delete(timer);
      this.#now = Math.max(this.#now, timer.at);
      timer.fn();
    }
    this.#now = end;
  }

  /** Goes to the next timer, if there is one. */
  advanceToNext(): boolean {
    const timer = this.#next(Number.POSITIVE_INFINITY);
    if (timer !== undefined) this.advance(Math.max(0, timer.at - this.#now));
    return timer !== undefined;
  }

  #next(end: number): Timer | undefined {
    return [...this.#timers]
      .filter((timer) => timer.at <= end)
      .sort((a, b) => a.at - b.at || a.order - b.order)[0];
  }
}
