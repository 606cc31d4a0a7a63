import { type Clock, systemClock } from "../../core/clock.ts";
import type { LogLine } from "../view/log-line.ts";
import type { DraftOptions } from "./field.ts";
import { LinePrompt } from "./line-prompt.ts";
import type { Question } from "./question.ts";
import type { Origin } from "./questions.ts";
import { RowPrompt } from "./row-prompt.ts";
import type { TerminalHost } from "./terminal.ts";

/** Where somebody at a terminal writes and is asked, under a log that goes on growing. */
export interface Prompt {
  /** Whether nothing needs the terminal. */
  readonly isFree: boolean;
  /** Opens the line to write in, once. */
  open(draft: DraftOptions): void;
  /** Changes what stands before the draft, and before nothing else. */
  setLabel(label: string): void;
  /** Asks, one question at a time; undefined where the reader would rather not say. Closed meanwhile, it is never answered. */
  ask(question: Question, origin?: Origin): Promise<string | undefined>;
  /** Adds lines, made safe, to the log. */
  print(lines: readonly LogLine[]): void;
  /** Gives the terminal back and leaves no trace of the prompt. */
  close(): void;
}

/** Whether a terminal understands no control sequence: what is written to it must be lines and nothing else. */
export function isPlain({ env }: Pick<TerminalHost, "env">): boolean {
  return env.TERM === "dumb";
}

/** Takes the terminal, and opens the line to write in if there is one already. */
export function openPrompt(host: TerminalHost, draft?: DraftOptions, clock: Clock = systemClock): Prompt {
  const prompt = isPlain(host) ? new LinePrompt(host) : new RowPrompt(host, clock);
  if (draft !== undefined) prompt.open(draft);
  return prompt;
}
