import { cliWords } from "../words/words.ts";

/** Lines that are kept until they can be said. */
const MOST = 1_000;

/** Lines that were not taken, and all that came behind them, where the terminal can't be given a line back. */
export class HeldLines {
  #lines: string[] = [];
  /** How many have been told to be here. */
  #told = 0;

  get isEmpty(): boolean {
    return this.#lines.length === 0;
  }

  /** Keeps a line; or says why not. */
  add(line: string): string | undefined {
    if (this.#lines.length >= MOST) return cliWords().prompt.heldTooMany(MOST);
    this.#lines.push(line);
    return undefined;
  }

  /** Gives them all away, in order. */
  take(): readonly string[] {
    const lines = this.#lines;
    this.#lines = [];
    return lines;
  }

  /** What is to be said of them, once for all that has come in one go. */
  news(): string | undefined {
    const { length } = this.#lines;
    const isNews = length > 0 && length !== this.#told;
    this.#told = length;
    return isNews ? cliWords().prompt.held(length) : undefined;
  }
}
