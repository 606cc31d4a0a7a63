/** Wrong secrets that one address may try within a minute. */
const ATTEMPTS = 10;
const WINDOW = 60_000;

/** Counts wrong attempts by key within a window of a minute. */
export class AttemptLimit {
  readonly #windows = new Map<string, { since: number; count: number }>();

  /** Milliseconds until another attempt is heard, 0 where one is. */
  wait(key: string, now: number): number {
    const window = this.#current(key, now);
    return window && window.count >= ATTEMPTS ? window.since + WINDOW - now : 0;
  }

  fail(key: string, now: number): void {
    const window = this.#current(key, now);
    if (window) window.count++;
    else this.#windows.set(key, { since: now, count: 1 });
  }

  /** Windows stand in the order of their beginnings, so the old ones are first. */
  #current(key: string, now: number): { since: number; count: number } | undefined {
    for (const [old, { since }] of this.#windows) {
      if (since + WINDOW > now) break;
      this.#windows.delete(old);
    }
    return this.#windows.get(key);
  }
}
