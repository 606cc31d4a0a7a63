import type { TerminalHost } from "../prompt/terminal.ts";

const PUSH = "\x1b[22;2t";
/** Cleared first, for not every terminal has kept the old one. */
const POP = "\x1b]2;\x1b\\\x1b[23;2t";
/** They have no title, and may show what is none of their business. */
const WITHOUT = /^(?:dumb|linux|cons\d+|vt\d+|sun|emacs)/;

/** The title of the terminal's window, from the first time that it is set to the end. */
export class Title {
  readonly #host: Pick<TerminalHost, "stdout" | "on" | "off">;
  readonly #hasTitle: boolean;
  #shown: string | undefined;

  constructor(host: Pick<TerminalHost, "stdout" | "env" | "on" | "off">) {
    this.#host = host;
    const { TERM = "" } = host.env;
    this.#hasTitle = TERM !== "" && !WITHOUT.test(TERM);
  }

  /** `title` is safe, and one line. */
  show(title: string): void {
    if (!this.#hasTitle || title === this.#shown) return;
    if (this.#shown === undefined) this.#host.on("exit", this.close);
    this.#host.stdout.write(`${this.#shown === undefined ? PUSH : ""}\x1b]2;${title}\x1b\\`);
    this.#shown = title;
  }

  /** The window has its own again. */
  readonly close = (): void => {
    if (this.#shown !== undefined) this.#host.stdout.write(POP);
    this.#shown = undefined;
    this.#host.off("exit", this.close);
  };
}
