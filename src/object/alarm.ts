/** Milliseconds by which a working clock may have the alarm ring late. */
const LATE = 30_000;

/** The object's one alarm. Each change of it costs a row, so it is only ever moved forward. */
export class Alarm {
  readonly #storage: DurableObjectStorage;
  #at: number | undefined;
  /** Where its rows are counted. */
  rows: { add(rows: number): void } | undefined;

  constructor(storage: DurableObjectStorage) {
    this.#storage = storage;
  }

  /** Reads when it rings, once per instance. */
  async load(): Promise<void> {
    this.#at = (await this.#storage.getAlarm()) ?? undefined;
  }

  /** Whether it should have rung long ago. While sockets live so does the runtime, so the clock must have leapt. */
  isLate(now: number): boolean {
    return this.#at !== undefined && now - this.#at > LATE;
  }

  /** Has it ring at a time, in ms since 1970, or earlier. */
  ringBy(at: number): void {
    if (this.#at !== undefined && this.#at <= at) return;
    this.#at = at;
    this.rows?.add(1);
    void this.#storage.setAlarm(at);
  }

  /** It has rung, or was deleted. */
  clear(): void {
    this.#at = undefined;
  }
}
