/** Starts in a row that may fail before it is given up: with the waits between them some seconds. */
const MOST_FAILURES = 6;

/** Milliseconds before the second try, doubled with each further one up to the longest. */
const WAIT = { first: 100, longest: 2_000 };

/** Milliseconds after which a runtime counts as one that runs. */
const SETTLED = 5_000;

/** When a runtime that has died is to be started again. */
export class RestartPolicy {
  /** Deaths in a row without a settled runtime between them, and how many of those never listened. */
  #deaths = 0;
  #failures = 0;

  /**
   * A runtime died after having listened for so many milliseconds, or before it
   * did. Returns for how many to wait, or undefined if there is no use in going on.
   */
  died(listened: number | undefined): number | undefined {
    if (listened === undefined) this.#failures++;
    else this.#failures = 0;
    if (this.#failures >= MOST_FAILURES) return undefined;
    if (listened !== undefined && listened >= SETTLED) this.#deaths = 0;
    const wait = this.#deaths === 0 ? 0 : WAIT.first * 2 ** (this.#deaths - 1);
    this.#deaths++;
    return Math.min(wait, WAIT.longest);
  }
}
