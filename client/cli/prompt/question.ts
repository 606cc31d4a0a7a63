import type { PromptAction } from "./edit/action.ts";
import { editLine, type Line, lineOf } from "./edit/line.ts";
import { lineCount } from "./edit/paste.ts";

/** A question takes all that is typed, until Enter. */
export interface LineQuestion {
  readonly type: "line";
  readonly label: string;
  /** An answer to begin with, ready to be edited. */
  readonly text?: string;
  /** Whether the answer is shown as dots. */
  readonly secret?: boolean;
}

/** A choice takes its answers alone (behind a slash where nothing else tells them from what is said), and Enter for none of them. What else is typed was meant for the draft. */
export interface Choice {
  readonly type: "choice";
  readonly label: string;
  /** In lower case. */
  readonly answers: readonly string[];
}

/** Something that is shown until Enter, or until one writes on: it must not stay on the screen. */
export interface Reveal {
  readonly type: "reveal";
  /** What is to be known about it, in the log above. */
  readonly about: readonly string[];
  readonly label: string;
  readonly text: string;
}

export type Question = LineQuestion | Choice | Reveal;

/** What an action means to a question. */
export type QuestionStep =
  | { readonly type: "typing"; readonly line: Line }
  /** Undefined where the reader would rather not say. */
  | { readonly type: "answered"; readonly answer: string | undefined }
  /** It is no answer, so it goes into the draft behind what was taken for one; the question waits again. */
  | { readonly type: "not_meant"; readonly typed: string }
  /** It has been seen, and the action is the draft's. */
  | { readonly type: "put_away" }
  /** An answer is one line: of several nobody could tell which was meant, least of all behind dots. */
  | { readonly type: "too_many_lines" };

export function openingLine(question: Question): Line {
  return lineOf(question.type === "choice" ? "" : (question.text ?? ""));
}

/** What comes of an action while a question has the row. It knows no draft, no history and no completion. */
export function answerWith(question: Question, line: Line, action: PromptAction): QuestionStep {
  switch (action.type) {
    case "interrupt":
      if (line.text === "" || question.type === "reveal") return { type: "answered", answer: undefined };
      return { type: "typing", line: lineOf("") };
    case "eof":
      if (line.text === "" || question.type === "reveal") return { type: "answered", answer: undefined };
      return { type: "typing", line: editLine(line, { type: "delete", motion: "right" }) };
    case "move":
      return { type: "typing", line: editLine(line, action) };
    default:
      return answerKey(question, line, action);
  }
}

function answerKey(question: Question, line: Line, action: PromptAction): QuestionStep {
  switch (question.type) {
    case "line":
      return answerLine(line, action);
    case "choice":
      return choose(question, line, action);
    case "reveal":
      return action.type === "submit" ? { type: "answered", answer: "" } : { type: "put_away" };
    default:
      return question satisfies never;
  }
}

function answerLine(line: Line, action: PromptAction): QuestionStep {
  switch (action.type) {
    case "submit":
      return { type: "answered", answer: line.text };
    case "insert":
    case "paste":
      if (lineCount(action.text) > 1) return { type: "too_many_lines" };
      return { type: "typing", line: editLine(line, { type: "insert", text: action.text }) };
    case "delete":
    case "kill":
    case "yank":
    case "yank-older":
    case "transpose":
      return { type: "typing", line: editLine(line, action) };
    default:
      return { type: "typing", line };
  }
}

function choose({ answers }: Choice, line: Line, action: PromptAction): QuestionStep {
  const notMeant: QuestionStep = { type: "not_meant", typed: line.text };
  switch (action.type) {
    case "submit": {
      const answer = line.text.toLowerCase();
      return answer === "" || answers.includes(answer)
        ? { type: "answered", answer }
        : { type: "typing", line };
    }
    case "insert": {
      const longer = editLine(line, action);
      const begun = longer.text.toLowerCase();
      return answers.some((answer) => answer.startsWith(begun)) ? { type: "typing", line: longer } : notMeant;
    }
    case "delete":
    case "kill":
      return { type: "typing", line: editLine(line, action) };
    case "escape":
      return { type: "typing", line };
    default:
      return notMeant;
  }
}
