import type { DraftOptions } from "../prompt/prompt.ts";
import type { Question } from "../prompt/question.ts";
import type { Origin } from "../prompt/questions.ts";
import type { LogLine } from "../view/log-line.ts";
import type { LogAddition } from "../view/view.ts";

/** The terminal as one conversation uses it: a log, a line to write in, and now and then a question in its place. */
export interface Desk {
  /** The terminal's width. */
  readonly columns: number;
  /** What the room is called here: its name, and its host where another room has that name. */
  readonly name: string;
  /** Whether there is a line to write in. */
  readonly isOpen: boolean;
  /** Opens it, once. */
  open(draft: DraftOptions): void;
  setLabel(label: string): void;
  /** Says beside the line what others do just now; "" for nothing. */
  setAside(aside: string): void;
  /** Adds lines, which must be safe, to the log at once. */
  print(lines: readonly LogLine[]): void;
  /** Adds what has happened in the room to the log, now or once its reader looks at the room. */
  show(shown: LogAddition): void;
  /** Whether something that has happened waits for its reader. */
  readonly isHolding: boolean;
  /** Whether its log is what the terminal shows now. */
  readonly isInFront: boolean;
  /** Whether somebody surely looks at the room now. */
  readonly isWatched: boolean;
  /** Whether it is told now who comes and goes. */
  readonly tellsComings: boolean;
  /** In another client of theirs, they have read up to there. */
  readElsewhere(id: number): void;
  /** In the room, and everything missed is told. `greet` says who is there, which waits until somebody looks. */
  arrived(greet: () => void): void;
  /** Asks one question at a time; undefined where the reader would rather not say. Nothing is asked once it is closed. */
  ask(question: Question, origin?: Origin): Promise<string | undefined>;
}
