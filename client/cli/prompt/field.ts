import type { Submitted } from "../../core/slash/slash-commands.ts";
import { cliWords } from "../words/words.ts";
import type { PromptAction } from "./edit/action.ts";
import type { Candidates } from "./edit/completion.ts";
import { DRAFT_LIMIT, type Line, lineOf } from "./edit/line.ts";
import { lineCount } from "./edit/paste.ts";
import { openingState, type PromptEffect, type PromptState, reducePrompt } from "./edit/prompt-state.ts";
import { openingLine, type Question } from "./question.ts";
import type { RowContent } from "./row.ts";

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

/**
 * What can have the row. Each is drawn from its own fields alone: there is no
 * label, no text and no cursor that a draft and a question share.
 */
export type Field = DraftField | QuestionField;

export interface DraftField {
  readonly type: "draft";
  /** Undefined until it is opened: what is typed before that waits in it. */
  readonly options: DraftOptions | undefined;
  readonly state: PromptState;
}

export interface QuestionField {
  readonly type: "question";
  readonly question: Question;
  readonly line: Line;
  readonly settle: (answer: string | undefined) => void;
}

export const UNOPENED_DRAFT: DraftField = { type: "draft", options: undefined, state: openingState() };

export function questionField(question: Question, settle: QuestionField["settle"]): QuestionField {
  return { type: "question", question, line: openingLine(question), settle };
}

const NO_CANDIDATES: Candidates = { nicks: [], commands: [] };

/** A draft after one action, the same where nothing has changed; and what is to be done about it. */
export function draftAfter(
  draft: DraftField,
  action: PromptAction,
): { draft: DraftField; effect: PromptEffect } {
  const candidates = action.type === "complete" ? draft.options?.candidates?.() : undefined;
  const { state, effect } = reducePrompt(draft.state, action, candidates ?? NO_CANDIDATES);
  return { draft: state === draft.state ? draft : { ...draft, state }, effect };
}

/** A draft with a text in the place of its own. */
export function draftOf(draft: DraftField, text: string): DraftField {
  const { history, line } = draft.state;
  return { ...draft, state: { mode: "typing", history, line: lineOf(text, line.killed) } };
}

/** Whether a draft cannot hold all that an action puts into it. */
export function isCut({ state }: DraftField, action: PromptAction): boolean {
  const isText = action.type === "insert" || action.type === "paste";
  return isText && state.line.text.length + action.text.length > DRAFT_LIMIT;
}

/** Whether nothing would be lost, or taken for something else, if a question took the draft's place. */
export function isIdle({ state }: DraftField): boolean {
  return state.mode === "typing" && state.line.text === "";
}

export function rowContent(field: Field): RowContent {
  switch (field.type) {
    case "draft": {
      const { state, options } = field;
      if (state.mode === "typing") return { label: options?.label ?? "", ...state.line };
      const question = cliWords().prompt.pasteLines(lineCount(state.pasted));
      return { label: "", text: question, cursor: question.length };
    }
    case "question": {
      const { question, line } = field;
      const content = { label: question.label, ...line };
      if (question.type === "choice") {
        return { ...content, longest: Math.max(...question.answers.map((answer) => answer.length)) };
      }
      return question.type === "line" && question.secret ? { ...content, mask: "•" } : content;
    }
    default:
      return field satisfies never;
  }
}
