import type { Entry } from "../../core/sending/entry.ts";
import { type Left, leftIn } from "../end/ending.ts";

/** What becomes of the lines of an input, for the end to tell it truly. */
export class Tally {
  #lost = 0;
  #held = 0;
  #more = false;

  /** Lines were not stored, or nobody knows; which ones, was told. */
  lose(count: number): void {
    this.#lost += count;
  }

  get isLoss(): boolean {
    return this.#lost > 0;
  }

  /** So many lines are read, and not in the outbox yet; `more`: the input goes on behind them, or may. */
  hold(count: number, more: boolean): void {
    this.#held = count;
    this.#more = more;
  }

  /** What an end now leaves behind, beyond what was told. */
  left(outbox: readonly Entry[]): Left {
    const { unsent, unknown } = leftIn(outbox);
    return { unsent: unsent + this.#held, unknown, more: this.#more && this.#held > 0 };
  }
}
