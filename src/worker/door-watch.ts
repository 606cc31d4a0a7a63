import { log } from "../object/log.ts";
import type { DoorState } from "../registry/registrar.ts";

/** Milliseconds for which what the registry told holds. */
export const HOLDS = 30_000;

/** Milliseconds for which a request waits for the registry. */
export const PATIENCE = 2_000;

/** What a watch stands on. */
export interface WatchSupport {
  /** Milliseconds on a clock that never goes back. */
  now(): number;
  /** Runs something after so many milliseconds, unless what it gives back is called before. */
  later(milliseconds: number, run: () => void): () => void;
}

/** A question on its way. */
interface Enquiry {
  readonly at: number;
  readonly answered: Promise<void>;
}

/**
 * How the door stands, as this isolate last heard. It asks no more than once
 * in {@link HOLDS}, however many want to know; whoever comes meanwhile waits
 * for that answer. Without one, what was last heard holds.
 */
export class DoorWatch {
  readonly #support: WatchSupport;
  #known: DoorState | undefined;
  #asked: Enquiry | undefined;
  #waiting: Enquiry | undefined;

  constructor(support: WatchSupport) {
    this.#support = support;
  }

  /** How the door stands; undefined where nobody has ever said. */
  async look(ask: () => Promise<DoorState>): Promise<DoorState | undefined> {
    const now = this.#support.now();
    if (this.#asked === undefined || now - this.#asked.at >= HOLDS) this.#ask(now, ask);
    const waiting = this.#waiting;
    const left = waiting ? waiting.at + PATIENCE - now : 0;
    if (waiting && left > 0) await this.#within(left, waiting.answered);
    return this.#known;
  }

  /** Somebody has just put the door here: what is on its way may be older. */
  learn(state: DoorState): void {
    this.#known = state;
    this.#asked = { at: this.#support.now(), answered: Promise.resolve() };
    this.#waiting = undefined;
  }

  /** Resolves once the question that is on its way is answered. */
  get settled(): Promise<void> {
    return this.#waiting?.answered ?? Promise.resolve();
  }

  #ask(at: number, ask: () => Promise<DoorState>): void {
    const hear = (state: DoorState | undefined) => {
      if (this.#asked !== asked) return;
      this.#waiting = undefined;
      if (state) this.#known = state;
    };
    const answered = ask().then(hear, (error: unknown) => {
      log("error", { error });
      hear(undefined);
    });
    const asked: Enquiry = { at, answered };
    this.#asked = asked;
    this.#waiting = asked;
  }

  #within(milliseconds: number, answered: Promise<void>): Promise<void> {
    return new Promise((resolve) => {
      const stop = this.#support.later(milliseconds, resolve);
      void answered.then(() => {
        stop();
        resolve();
      });
    });
  }
}
