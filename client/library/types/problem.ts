/** Why something could not be done: an expected failure, as a value. See `isProblem`. */
export interface Problem {
  /**
   * The protocol's code (`forbidden`, `rate_limited` …), or one of your side's: `offline`, `no_answer`, `unsure`,
   * `outbox_full`, `too_big`, `left`, and where you join `bad_address`, `bad_saved`, `unreadable`.
   */
  readonly code: string;
  /** A sentence for a person. */
  readonly message: string;
  /** A stable id of that sentence, where a room gives one. */
  readonly detail?: string;
  /** What the sentence names. */
  readonly params?: Readonly<Record<string, string | number>>;
  /** Milliseconds after which it may work. */
  readonly retryAfter?: number;
}
