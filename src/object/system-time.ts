/** Milliseconds by which the runtime's time may differ from the system's and still be the same. */
const SAME = 100;

/** Turns within one millisecond after which to ask again whether it is one. */
const ASK_AGAIN = 20;

/**
 * The system's clock, in ms since 1970. SQLite reads it anew each time, where
 * the runtime's own stands still during a turn and never goes back. Asking
 * costs some microseconds and no row. (An object, so that a test that stops
 * the clock can stop this one, too.)
 */
export const system = {
  now: (sql: SqlStorage): number =>
    sql.exec<{ now: number }>("SELECT unixepoch('subsec') * 1000 AS now").one().now,
};

/**
 * The time of day in an object. Where the system's clock has been set back,
 * `Date` stands still until that one has caught up, for hours maybe; so where
 * it stands still from one turn to the next, the system is asked.
 */
export class SystemTime {
  readonly #sql: SqlStorage;
  #date = 0;
  /** What the system says, where `Date` stands still. */
  #behind: number | undefined;
  #turnsToAsk = 0;

  constructor(sql: SqlStorage) {
    this.#sql = sql;
    this.#ask(Date.now());
  }

  /** To be called as each turn begins. */
  beginTurn(): void {
    const date = Date.now();
    if (date !== this.#date) this.#goOn(date);
    else if (this.#behind !== undefined || this.#turnsToAsk-- <= 0) this.#ask(date);
  }

  /** In ms since 1970. */
  now(): number {
    const date = Date.now();
    if (date !== this.#date) this.#goOn(date);
    return this.#behind ?? date;
  }

  #goOn(date: number): void {
    this.#date = date;
    this.#behind = undefined;
    this.#turnsToAsk = 0;
  }

  #ask(date: number): void {
    this.#date = date;
    const now = system.now(this.#sql);
    this.#behind = now < date - SAME ? now : undefined;
    this.#turnsToAsk = ASK_AGAIN;
  }
}
