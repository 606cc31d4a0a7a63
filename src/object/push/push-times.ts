import type { RoomClock } from "../../room/state/room-clock.ts";

/** Milliseconds in which what was said has left, in all but the largest rooms. */
const LEFT_WITHIN = 80;

/** What is done for pushes after a while. */
interface PushTimesSupport {
  readonly clock: RoomClock;
  /** Runs something after so many milliseconds. */
  later(milliseconds: number, run: () => void): void;
  callUp(): void;
  push(): void;
  keepWaiting(): void;
}

/**
 * When something is to be done for pushes: once, whoever asks for it how often.
 * Where the clock was set back no timer rings for now, so nothing waits for one.
 */
export class PushTimes {
  readonly #support: PushTimesSupport;
  #isCalling = false;
  #isKeeping = false;
  /** When the next push is due, on the steady clock; a timer set for a later one has nothing to do any more. */
  #due = Number.POSITIVE_INFINITY;

  constructor(support: PushTimesSupport) {
    this.#support = support;
  }

  /** Whom something calls is looked into once it has left, however many there are to look at. */
  call(): void {
    if (this.#isCalling) return;
    this.#isCalling = true;
    this.#in(LEFT_WITHIN, () => {
      this.#isCalling = false;
      this.#support.callUp();
    });
  }

  push(wait: number): void {
    if (wait === 0) {
      this.#support.push();
      return;
    }
    const due = this.#support.clock.steady() + wait;
    if (due >= this.#due) return;
    this.#due = due;
    this.#in(wait, () => {
      if (due !== this.#due) return;
      this.#due = Number.POSITIVE_INFINITY;
      this.#support.push();
    });
  }

  keepWaiting(wait: number): void {
    if (this.#isKeeping) return;
    this.#isKeeping = true;
    this.#in(wait, () => {
      this.#isKeeping = false;
      this.#support.keepWaiting();
    });
  }

  #in(wait: number, run: () => void): void {
    const { clock, later } = this.#support;
    if (clock.isBehind) run();
    else later(wait, run);
  }
}
