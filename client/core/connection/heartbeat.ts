import { PING_BYTES, PING_INTERVAL } from "../../../src/protocol/limits.ts";
import type { Clock } from "../clock.ts";
import { utf8Length } from "../text/utf8.ts";

/** Milliseconds in which something must come back after a `ping`. */
const ANSWER_WITHIN = 15_000;
/** The same after a wake-up, when the connection is doubtful and somebody is waiting. */
const ANSWER_WITHIN_AFTER_WAKE = 5_000;

export interface HeartbeatOptions {
  clock: Clock;
  ping(): void;
  /** Nothing came back in time: nobody is there any more. */
  dead(): void;
}

/**
 * Pings in time, so that the room knows that this side is there and reading;
 * and notices when the room is not. Any frame counts as an answer, for a `pong`
 * may queue behind a long replay.
 *
 * The next ping is counted from the pong. Browsers let a timer that was set by
 * a timer wait for the next full minute in a hidden tab, which is too late for
 * proxies that cut what is silent for one; a timer set by a frame they do not.
 */
export class Heartbeat {
  readonly #options: HeartbeatOptions;
  #received = 0;
  #cancelNext = () => {};
  #deadline: { at: number; cancel(): void } | undefined;

  /** Begins at once: the connection has just been opened. */
  constructor(options: HeartbeatOptions) {
    this.#options = options;
    this.#wait();
  }

  received(frame: string): void {
    this.#deadline?.cancel();
    this.#deadline = undefined;
    if (frame === "pong") this.#wait();
    this.#received += utf8Length(frame);
    if (this.#received >= PING_BYTES) this.#ping(ANSWER_WITHIN);
  }

  /** Makes sure now that the other side is still there. */
  check(): void {
    this.#ping(ANSWER_WITHIN_AFTER_WAKE);
  }

  stop(): void {
    this.#cancelNext();
    this.#deadline?.cancel();
  }

  #wait(): void {
    this.#cancelNext();
    this.#cancelNext = this.#options.clock.setTimer(PING_INTERVAL, () => this.#ping(ANSWER_WITHIN));
  }

  #ping(within: number): void {
    const { clock, ping, dead } = this.#options;
    this.#received = 0;
    this.#wait();
    const at = clock.now() + within;
    if (this.#deadline === undefined || at < this.#deadline.at) {
      this.#deadline?.cancel();
      this.#deadline = { at, cancel: clock.setTimer(within, dead) };
    }
    ping();
  }
}
