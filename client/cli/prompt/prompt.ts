import type { Submitted } from "../../core/slash/slash-commands.ts";
import type { LogLine } from "../view/log-line.ts";
import type { RoomKey } from "./edit/action.ts";
import type { Candidates } from "./edit/completion.ts";
import type { Question } from "./question.ts";
import type { Origin } from "./questions.ts";

/** The line that goes to the room. */
export interface DraftOptions {
  readonly label: string;
  /** What Tab completes behind what is written up to the cursor, asked for at each first Tab; a promise where others know it. */
  readonly candidates?: (written: string) => Candidates | Promise<Candidates>;
  /** What was sent in earlier runs and other rooms, oldest first. */
  readonly sent?: () => readonly string[];
  /** What was typed behind `not_asked`, before its reason could be read, is not sent. */
  readonly onSubmit: (text: string) => Submitted;
  readonly onLeave: (by: Leave) => void;
}

export type Leave = "interrupt" | "eof" | "hangup";

/** A line to write in, with a draft, a history and questions of its own. One of them is in front. */
export interface Sheet {
  /** Opens the line to write in, once. What was typed before is in it already. */
  open(draft: DraftOptions): void;
  /** Changes what stands before the draft, and before nothing else. */
  setLabel(label: string): void;
  /** Changes what stands at the end of the row while there is place for it. */
  setAside(aside: string): void;
  /** Asks once it is in front, one question at a time; undefined where the reader would rather not say. Closed meanwhile, it is never answered. */
  ask(question: Question, origin?: Origin): Promise<string | undefined>;
  /** Comes in front; what is there now waits as it is. `by_itself`: what is being typed was meant for another. */
  bring(origin: Origin): void;
  /** What was typed and not sent. */
  readonly rest: string;
}

/** What a prompt tells beside what is written. */
export interface PromptListener {
  /** A key asks for another room. Whether there is one. */
  turnTo(room: RoomKey): boolean;
  /** Somebody wants to go, before there is a line to write in. */
  interrupt(): void;
  /** Somebody has pressed a key, looks at the terminal now, or no longer. */
  attended(by: Attended): void;
}

export type Attended = "key" | "focus" | "blur";

/** Where somebody at a terminal writes and is asked, under a log that goes on growing. Of sheets, it is the one in front. */
export interface Prompt extends Pick<Sheet, "open" | "setLabel" | "ask"> {
  readonly front: Sheet;
  /** Another sheet, which waits behind. */
  sheet(): Sheet;
  heed(listener: PromptListener): void;
  /** Adds lines, made safe, to the log. */
  print(lines: readonly LogLine[]): void;
  /** Gives the terminal back and leaves no trace of the prompt. */
  close(): void;
}
