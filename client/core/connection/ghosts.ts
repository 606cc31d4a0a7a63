/**
 * Joins on connections that were given up before an answer came. The room may
 * hear one late and take it for the newer client, so that our own ghost
 * replaces us; each can do so once.
 */
export class Ghosts {
  #unanswered = 0;

  joinSent(): void {
    this.#unanswered += 1;
  }

  joinAnswered(): void {
    this.#unanswered -= 1;
  }

  /** Whether it may have been a ghost that replaced us. */
  mayHaveReplacedUs(): boolean {
    if (this.#unanswered === 0) return false;
    this.#unanswered -= 1;
    return true;
  }
}
