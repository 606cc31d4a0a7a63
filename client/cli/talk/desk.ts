import { isPlain, openPrompt } from "../prompt/open-prompt.ts";
import type { DraftOptions, Prompt } from "../prompt/prompt.ts";
import type { Question } from "../prompt/question.ts";
import type { Origin } from "../prompt/questions.ts";
import type { TerminalHost } from "../prompt/terminal.ts";
import { columnsOf } from "../view/lay-out.ts";
import type { LogLine } from "../view/log-line.ts";
import type { LogAddition } from "../view/view.ts";

/** The terminal as a conversation uses it: a log, a line to write in, and now and then a question in its place. */
export class Desk {
  readonly #host: TerminalHost;
  readonly #bell: boolean;
  /** From the start to the end: whatever is typed meanwhile is in its draft, and is no answer to what is asked later. */
  readonly #prompt: Prompt;
  #isOpen = false;
  #isClosed = false;

  constructor(host: TerminalHost, { bell }: { bell: boolean }) {
    this.#host = host;
    this.#prompt = openPrompt(host);
    this.#bell = bell && !isPlain(host);
  }

  /** Opens the line to write in. */
  open(draft: DraftOptions): void {
    this.#isOpen = true;
    this.#prompt.open(draft);
  }

  /** The terminal's width. */
  get columns(): number {
    return columnsOf(this.#host.stdout);
  }

  get isOpen(): boolean {
    return this.#isOpen;
  }

  setLabel(label: string): void {
    this.#prompt.setLabel(label);
  }

  /** Adds lines, which must be safe, to the log. */
  print(lines: readonly LogLine[]): void {
    if (lines.length > 0) this.#prompt.print(lines);
  }

  /** Adds what is to be seen to the log, and rings for what is to be heard. */
  show({ lines, bell }: LogAddition): void {
    this.print(lines);
    if (bell && this.#bell) this.#host.stdout.write("\x07");
  }

  /** Asks one question at a time; undefined where the reader would rather not say. Nothing is asked once it is closed. */
  async ask(question: Question, origin: Origin = "asked"): Promise<string | undefined> {
    if (this.#isClosed) return undefined;
    return this.#prompt.ask(question, origin);
  }

  close(): void {
    this.#isClosed = true;
    this.#prompt.close();
  }
}
