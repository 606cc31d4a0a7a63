import type { Submitted } from "../../core/slash/slash-commands.ts";
import type { LogLine } from "../view/log-line.ts";
import type { Candidates } from "./edit/completion.ts";
import type { Question } from "./question.ts";
import type { Origin } from "./questions.ts";

/** The line that goes to the room. */
export interface DraftOptions {
  readonly label: string;
  /** What Tab completes, asked for at each first Tab. */
  readonly candidates?: () => Candidates;
  /** What was typed behind `not_asked`, before its reason could be read, is not sent. */
  readonly onSubmit: (text: string) => Submitted;
  readonly onLeave: (by: Leave) => void;
}

export type Leave = "interrupt" | "eof" | "hangup";

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
