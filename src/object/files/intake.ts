/** Bytes a second that one room takes in, of all files together. */
const RATE = 4_194_304;

/**
 * Spreads over time what people send to one room. Where objects share a thread
 * and a disk, as on one's own machine they all do, the talk goes on between one
 * block and the next.
 */
export class Intake {
  /** When the next bytes may be taken, in ms of a clock that may be set. */
  #free = 0;
  /** For how long those before them keep it busy, at most. */
  #busy = 0;

  /** How many ms so many bytes must wait that come `now` (in ms). */
  take(bytes: number, now: number): number {
    // Where the clock was set back, it is free no later than it was when it was last asked.
    const wait = Math.min(Math.max(0, this.#free - now), this.#busy);
    const takes = (bytes / RATE) * 1_000;
    this.#free = now + wait + takes;
    this.#busy = wait + takes;
    return wait;
  }
}
