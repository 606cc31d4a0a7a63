import type { Clock } from "../../core/clock.ts";

/** Milliseconds without a key before a question that comes by itself takes the row: who is typing goes on typing. */
export const QUIET = 1_000;

/** Milliseconds in which a terminal that was just taken tells what was typed before. */
export const SETTLING = 100;

/** Milliseconds between two parts of a paste, which may come through a slow network. */
export const PASTING = 300;

/** Whether something has been heard a moment ago, and the end of that. */
export class Quiet {
  readonly #clock: Clock;
  readonly #onQuiet: () => void;
  /** Undefined while it is quiet. */
  #forget: (() => void) | undefined;

  constructor(clock: Clock, onQuiet: () => void) {
    this.#clock = clock;
    this.#onQuiet = onQuiet;
  }

  get isQuiet(): boolean {
    return this.#forget === undefined;
  }

  /** Something was heard, which counts for so many milliseconds. */
  hear(ms: number): void {
    this.hush();
    this.#forget = this.#clock.setTimer(ms, () => {
      this.#forget = undefined;
      this.#onQuiet();
    });
  }

  /** Makes it quiet at once, of which nobody is told. */
  hush(): void {
    this.#forget?.();
    this.#forget = undefined;
  }
}
