import type { Clock } from "../../core/clock.ts";
import { fitted } from "../view/fitted.ts";
import { columnsOf } from "../view/lay-out.ts";
import type { LogLine } from "../view/log-line.ts";
import type { TerminalHost } from "./terminal.ts";

/** What is written to a terminal whose last line may hold anything: a label, or half a line, of which nothing tells. */
export class LineOutput {
  readonly #stdout: TerminalHost["stdout"];
  readonly #clock: Clock;
  /** When a newline was written last, with nothing behind it. */
  #newlineAt: number | undefined;

  constructor({ stdout }: TerminalHost, clock: Clock) {
    this.#stdout = stdout;
    this.#clock = clock;
  }

  /** Writes lines, which begin on a line of their own. */
  print(lines: readonly LogLine[]): void {
    const start = this.#newlineAt === this.#clock.now() ? "" : "\n";
    const rows = lines.flatMap((line) => fitted(line, columnsOf(this.#stdout)));
    this.#stdout.write(start + rows.map((row) => `${row}\n`).join(""));
    this.#newlineAt = this.#clock.now();
  }

  /** What the answer is typed behind. */
  label(text: string): void {
    this.#stdout.write(text);
    this.#newlineAt = undefined;
  }

  newline(): void {
    this.#stdout.write("\n");
    this.#newlineAt = this.#clock.now();
  }
}
