import type { Question } from "../prompt/ask.ts";
import { openPrompt, type Prompt, type PromptOptions } from "../prompt/prompt.ts";
import type { TerminalHost } from "../prompt/terminal.ts";
import type { Shown } from "../view/view.ts";

/** Where a terminal does not tell its width. */
const COLUMNS = 80;

/** The terminal as a conversation uses it: a log, a line to write in, and now and then a question in its place. */
export class Desk {
  readonly #host: TerminalHost;
  readonly #bell: boolean;
  #line: PromptOptions | undefined;
  #prompt: Prompt | undefined;
  #questions: Promise<unknown> = Promise.resolve();
  #closed = false;

  constructor(host: TerminalHost, { bell }: { bell: boolean }) {
    this.#host = host;
    this.#bell = bell;
  }

  /** Opens the line to write in. */
  open(line: PromptOptions): void {
    this.#line = line;
    this.#prompt ??= openPrompt(this.#host, line);
  }

  get columns(): number {
    return this.#host.stdout.columns || COLUMNS;
  }

  get isOpen(): boolean {
    return this.#line !== undefined;
  }

  setLabel(label: string): void {
    if (this.#line === undefined) return;
    this.#line = { ...this.#line, label };
    this.#prompt?.setLabel(label);
  }

  /** Adds lines, which must be safe, to the log. */
  print(lines: readonly string[]): void {
    if (lines.length === 0) return;
    if (this.#prompt !== undefined) this.#prompt.print(lines);
    else this.#host.stdout.write(lines.map((line) => `${line}\n`).join(""));
  }

  /** Adds what is to be seen to the log, and rings for what is to be heard. */
  show({ lines, bell }: Shown): void {
    this.print(lines);
    if (bell && this.#bell) this.#host.stdout.write("\x07");
  }

  /** Asks one question at a time; undefined where the reader would rather not say. */
  ask(question: Question): Promise<string | undefined> {
    const answer = this.#questions.then(() => this.#ask(question));
    this.#questions = answer;
    return answer;
  }

  close(): void {
    this.#closed = true;
    this.#prompt?.close();
    this.#prompt = undefined;
  }

  #ask({ label, text, secret }: Question): Promise<string | undefined> {
    if (this.#closed) return Promise.resolve(undefined);
    const state = this.#prompt?.close();
    return new Promise((resolve) => {
      const answered = (given: string | undefined) => {
        this.#prompt?.close();
        this.#prompt = this.#line && openPrompt(this.#host, { ...this.#line, ...(state && { state }) });
        resolve(given);
      };
      this.#prompt = openPrompt(this.#host, {
        label,
        ...(text === undefined ? {} : { text }),
        ...(secret ? { mask: "•" } : {}),
        onSubmit: answered,
        onLeave: () => answered(undefined),
      });
    });
  }
}
