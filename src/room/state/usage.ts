import { dayOf } from "../report.ts";
import type { DayCount, MessageLog } from "./store.ts";

/**
 * What has been written on the present day (UTC): messages and new texts for
 * them. It costs no row of its own, and next to nothing to read: each event
 * carries the day's count as it was then. What one network (a salted hash) has
 * of that is read from the log only where all together have as much as one may.
 */
export class Usage {
  readonly #log: MessageLog;
  /** The time of day, in ms since 1970: the log's own may be ahead of it, where the clock was. */
  readonly #now: () => number;
  #day: number | undefined;
  #messages = 0;
  /** What each network has written since this instance woke; and once it is read, before. */
  #networks = new Map<string, number>();
  #isRead = false;

  constructor(log: MessageLog, now: () => number) {
    this.#log = log;
    this.#now = now;
  }

  /** Messages of the day. */
  get messages(): number {
    this.#turn();
    return this.#messages;
  }

  /** Messages of the day from one network, as far as the log has them. The first to ask has the day's events read. */
  of(address: string): number {
    const day = this.#turn();
    if (!this.#isRead) this.#read(day);
    return this.#networks.get(address) ?? 0;
  }

  /** Counts one more, which is about to be appended, and gives back the count that goes with it. */
  count(address: string): DayCount {
    this.#turn();
    this.#messages++;
    this.#networks.set(address, (this.#networks.get(address) ?? 0) + 1);
    return this.tally;
  }

  /** The count that goes with what is none. */
  get tally(): DayCount {
    return { said: this.messages };
  }

  #turn(): number {
    const day = dayOf(this.#now());
    if (day === this.#day) return day;
    const newest = this.#log.lastTally();
    this.#day = day;
    this.#messages = newest && dayOf(newest.at) === day ? newest.said : 0;
    this.#networks = new Map();
    this.#isRead = false;
    return day;
  }

  /** What was written while the log's time was ahead, it has under another day: then this instance knows more. */
  #read(day: number): void {
    this.#isRead = true;
    for (const [address, count] of this.#log.networksOn(day))
      this.#networks.set(address, Math.max(count, this.#networks.get(address) ?? 0));
  }
}
