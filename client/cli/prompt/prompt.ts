import type { LogLine } from "../view/log-line.ts";
import type { DraftOptions } from "./field.ts";
import type { Question } from "./question.ts";
import type { Origin } from "./questions.ts";

/** Where somebody at a terminal writes and is asked, under a log that goes on growing. */
export interface Prompt {
  /** Opens the line to write in, once. What was typed before is in it already. */
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
