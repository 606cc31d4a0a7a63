import type { LogAddition } from "../view/view.ts";

/** What is held for one room at most. */
const MOST = 500;

/** Where the log has what was dropped: behind `after`, and before `until`. */
export interface Gap {
  readonly count: number;
  readonly after: number;
  readonly until: number;
}

export interface TakenLines {
  readonly shown: readonly LogAddition[];
  readonly gap: Gap | undefined;
}

/** What happens in a room at which nobody looks, until somebody does. The newest is kept. */
export class Held {
  #waiting: LogAddition[] = [];
  #dropped = 0;
  /** Of the first message that was dropped. */
  #firstDropped: number | undefined;

  get isEmpty(): boolean {
    return this.#waiting.length === 0;
  }

  add(shown: LogAddition): void {
    this.#waiting.push(shown);
    if (this.#waiting.length <= MOST) return;
    const gone = this.#waiting.shift();
    this.#dropped++;
    this.#firstDropped ??= gone?.id;
  }

  take(): TakenLines {
    const shown = this.#waiting;
    const first = this.#firstDropped;
    const until = shown.find(({ id }) => id !== undefined)?.id;
    const gap =
      first === undefined ? undefined : { count: this.#dropped, after: first - 1, until: until ?? first };
    this.#waiting = [];
    this.#dropped = 0;
    this.#firstDropped = undefined;
    return { shown, gap };
  }
}
