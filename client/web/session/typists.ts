/** Milliseconds for which one `typing` holds: a little more than the pause between two. */
const TYPING_HOLDS = 5_000;
/** People shown as typing at a time, at most. */
const MOST_TYPISTS = 100;

type Timer = ReturnType<typeof setTimeout>;

/** Who is typing in a room. */
export class Typists {
  /** By `uid`: how they are called, and what ends it. */
  readonly #typists = new Map<string, { nick: string; timer: Timer }>();
  readonly #changed: () => void;

  constructor(changed: () => void) {
    this.#changed = changed;
  }

  get nicks(): string[] {
    return Array.from(this.#typists.values(), ({ nick }) => nick);
  }

  add({ uid, nick }: { uid: string; nick: string }): void {
    const there = this.#typists.get(uid);
    if (!there && this.#typists.size >= MOST_TYPISTS) return;
    // Who goes on is shown for as long again, and in the place where they are.
    clearTimeout(there?.timer);
    const timer = setTimeout(() => {
      this.delete(uid);
      this.#changed();
    }, TYPING_HOLDS);
    this.#typists.set(uid, { nick, timer });
  }

  delete(uid: string): void {
    clearTimeout(this.#typists.get(uid)?.timer);
    this.#typists.delete(uid);
  }
}
