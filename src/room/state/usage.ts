import { dayOf } from "../report.ts";
import type { DayCount, MessageLog } from "./store.ts";

/**
 * What has been written on the present day (UTC): messages and new texts for
 * them, all and by network (a salted hash). It costs no row of its own, and
 * next to nothing to read: each event carries the counts as they were then.
 */
export class Usage {
  readonly #log: MessageLog;
  /** The time of day, in ms since 1970: the log's own may be ahead of it, where the clock was. */
  readonly #now: () => number;
  #day: number | undefined;
  #messages = 0;
  #networks = new Map<string, number>();

  constructor(log: MessageLog, now: () => number) {
    this.#log = log;
    this.#now = now;
  }

  /** Messages of the day. */
  get messages(): number {
    this.#turn();
    return this.#messages;
  }

  /** Messages of the day from one network; of one that has been silent for longer than the log is searched, none. */
  of(address: string): number {
    this.#turn();
    const known = this.#networks.get(address);
    if (known !== undefined) return known;
    const last = this.#messages === 0 ? undefined : this.#log.lastFrom(address, this.#day ?? 0);
    const count = last?.networkSaid ?? 0;
    this.#networks.set(address, count);
    return count;
  }

  /** Counts one more, and gives back the counts that go with it. */
  count(address: string): DayCount {
    const before = this.tally(address);
    this.#messages = before.said + 1;
    this.#networks.set(address, before.networkSaid + 1);
    return this.tally(address);
  }

  /** The counts that go with what is none. */
  tally(address: string): DayCount {
    return { said: this.messages, networkSaid: address === "" ? 0 : this.of(address) };
  }

  #turn(): void {
    const day = dayOf(this.#now());
    if (day === this.#day) return;
    const newest = this.#log.lastTally();
    this.#day = day;
    this.#messages = newest && dayOf(newest.at) === day ? newest.said : 0;
    this.#networks = new Map();
  }
}
