/** Milliseconds for which one `typing` holds: a little more than the pause between two. */
const TYPING_HOLDS = 5_000;
/** People shown as typing at a time, at most. */
const MOST_TYPISTS = 100;

/** Who is typing in a room. */
export class Typists {
  /** Nicknames by `uid`. */
  readonly #nicks = new Map<string, string>();
  readonly #changed: () => void;

  constructor(changed: () => void) {
    this.#changed = changed;
  }

  get nicks(): string[] {
    return [...this.#nicks.values()];
  }

  add({ uid, nick }: { uid: string; nick: string }): void {
    if (this.#nicks.size >= MOST_TYPISTS || this.#nicks.has(uid)) return;
    this.#nicks.set(uid, nick);
    setTimeout(() => {
      this.#nicks.delete(uid);
      this.#changed();
    }, TYPING_HOLDS);
  }

  delete(uid: string): void {
    this.#nicks.delete(uid);
  }
}
