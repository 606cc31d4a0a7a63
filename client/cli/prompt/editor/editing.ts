import { holdInterrupts } from "../../end/signals.ts";
import type { Environment } from "../../person/directories.ts";
import type { LogLine } from "../../view/log-line.ts";
import type { Terminal } from "../terminal.ts";

/** Lines that wait. */
const MOST = 5_000;

export interface EditingOptions {
  readonly env: Environment;
  terminal(): Pick<Terminal, "lend">;
  print(lines: readonly LogLine[]): void;
  complain(sentence: string): void;
}

/** The time in which a program of the person's has the terminal: what is to be shown waits. */
export class Editing {
  readonly #options: EditingOptions;
  #ending: AbortController | undefined;
  #waiting: readonly LogLine[] = [];

  constructor(options: EditingOptions) {
    this.#options = options;
  }

  get isUnderWay(): boolean {
    return this.#ending !== undefined;
  }

  /** Keeps lines until the terminal is back; of very many the newest. */
  hold(lines: readonly LogLine[]): void {
    this.#waiting = [...this.#waiting, ...lines].slice(-MOST);
  }

  /** What has become of a text; undefined where nothing has. */
  async edit(text: string): Promise<string | undefined> {
    if (this.isUnderWay) return undefined;
    const ending = new AbortController();
    this.#ending = ending;
    const { env, terminal, print, complain } = this.#options;
    const { editIn } = await import("./edit-in.ts");
    if (ending.signal.aborted) return undefined;
    const takeBack = terminal().lend();
    const hearAgain = holdInterrupts();
    const edited = await editIn(text, { env, signal: ending.signal });
    hearAgain();
    if (ending.signal.aborted) return undefined;
    this.#ending = undefined;
    takeBack();
    const waiting = this.#waiting;
    this.#waiting = [];
    print(waiting);
    if ("text" in edited) return edited.text;
    complain(edited.trouble);
    return undefined;
  }

  /** The prompt is closed: the program has nothing to write for any more. */
  close(): void {
    this.#ending?.abort();
  }
}
