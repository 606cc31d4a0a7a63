import type { Clock } from "../../core/clock.ts";

/** Milliseconds within which whoever does it again means it. */
const AGAIN = 2_000;

/** Tells a key that was pressed once, maybe for something else, from one that is meant. */
export class SecondThought {
  readonly #clock: Pick<Clock, "now">;
  #last = Number.NEGATIVE_INFINITY;

  constructor(clock: Pick<Clock, "now">) {
    this.#clock = clock;
  }

  /** Pressed now: whether that is again. */
  isAgain(): boolean {
    const now = this.#clock.now();
    const ms = now - this.#last;
    this.#last = now;
    // A clock may be put back.
    return ms >= 0 && ms <= AGAIN;
  }
}
