/** Who listens, and what is still to be told them. */
export class Listeners<Event> {
  readonly #listeners = new Set<(event: Event) => void>();
  #queue: Event[] = [];
  #telling = false;

  add(listener: (event: Event) => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  /** An event that a listener causes is told after the present one, so that all hear the same order. */
  tell(event: Event): void {
    this.#queue.push(event);
    if (this.#telling) return;
    this.#telling = true;
    try {
      for (let next = this.#queue.shift(); next !== undefined; next = this.#queue.shift()) {
        for (const listener of [...this.#listeners]) listener(next);
      }
    } finally {
      this.#telling = false;
    }
  }
}
