/** Entries that are kept; who was kept for longest is forgotten first. */
const KEPT = 200;

/** What is known of late, by a key. */
export class Lately<Value> {
  readonly #kept = new Map<string, Value>();

  keep(key: string, value: Value): void {
    this.#kept.delete(key);
    this.#kept.set(key, value);
    for (const oldest of this.#kept.keys()) {
      if (this.#kept.size <= KEPT) return;
      this.#kept.delete(oldest);
    }
  }

  forget(key: string): void {
    this.#kept.delete(key);
  }

  get values(): readonly Value[] {
    return [...this.#kept.values()];
  }

  find(key: string): Value | undefined {
    return this.#kept.get(key);
  }
}
