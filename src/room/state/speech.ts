import { LIMITS } from "../../protocol/limits.ts";

/** The longest that slow mode looks back, in milliseconds. */
const LONGEST = LIMITS.slow * 1_000;

/** When people last spoke, by `uid`, on the steady clock; those who spoke last at the end. */
export class Speech {
  readonly #last = new Map<string, number>();

  get(uid: string): number | undefined {
    return this.#last.get(uid);
  }

  /** Notes that somebody speaks now, and forgets whoever has been silent for so long that it makes no difference. */
  note(uid: string, now: number): void {
    this.#last.delete(uid);
    this.#last.set(uid, now);
    for (const [oldest, at] of this.#last) {
      if (now - at < LONGEST) break;
      this.#last.delete(oldest);
    }
  }
}
