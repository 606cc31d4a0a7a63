import type { DraftOptions } from "../prompt/field.ts";
import { isPlain, openPrompt } from "../prompt/open-prompt.ts";
import type { Prompt } from "../prompt/prompt.ts";
import type { Question } from "../prompt/question.ts";
import type { Origin } from "../prompt/questions.ts";
import type { TerminalHost } from "../prompt/terminal.ts";
import { layOut } from "../view/lay-out.ts";
import type { LogLine } from "../view/log-line.ts";
import type { Shown } from "../view/view.ts";

/** The terminal as a conversation uses it: a log, a line to write in, and now and then a question in its place. */
export class Desk {
  readonly #host: TerminalHost;
  readonly #bell: boolean;
  #prompt: Prompt | undefined;
  #isOpen = false;
  #isClosed = false;

  constructor(host: TerminalHost, { bell }: { bell: boolean }) {
    this.#host = host;
    this.#bell = bell && !isPlain(host);
  }

  /** Opens the line to write in. */
  open(draft: DraftOptions): void {
    this.#isOpen = true;
    this.#prompt ??= openPrompt(this.#host);
    this.#prompt.open(draft);
  }

  get isOpen(): boolean {
    return this.#isOpen;
  }

  setLabel(label: string): void {
    this.#prompt?.setLabel(label);
  }

  /** Adds lines, which must be safe, to the log. */
  print(lines: readonly LogLine[]): void {
    if (lines.length === 0) return;
    if (this.#prompt === undefined) this.#host.stdout.write(layOut(lines, this.#host.stdout));
    else this.#prompt.print(lines);
  }

  /** Adds what is to be seen to the log, and rings for what is to be heard. */
  show({ lines, bell }: Shown): void {
    this.print(lines);
    if (bell && this.#bell) this.#host.stdout.write("\x07");
  }

  /** Asks one question at a time; undefined where the reader would rather not say. Nothing is asked once it is closed. */
  async ask(question: Question, origin: Origin = "asked"): Promise<string | undefined> {
    if (this.#isClosed) return undefined;
    this.#prompt ??= openPrompt(this.#host);
    const prompt = this.#prompt;
    const answer = await prompt.ask(question, origin);
    // Between a question and the line to write in, the terminal works as ever.
    if (prompt.isFree) this.#release();
    return answer;
  }

  close(): void {
    this.#isClosed = true;
    this.#release();
  }

  #release(): void {
    this.#prompt?.close();
    this.#prompt = undefined;
  }
}
