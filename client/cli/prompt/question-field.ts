import type { Line } from "./edit/line.ts";
import { openingLine, type Question } from "./question.ts";
import type { RowContent } from "./row.ts";

/** Cells in which an answer is written, at least; of a longer one they show the part around the cursor. */
const ANSWER_CELLS = 10;

/** A question on its way to an answer. Draft and question share no label, no text and no cursor. */
export interface QuestionField {
  readonly question: Question;
  readonly line: Line;
  readonly settle: (answer: string | undefined) => void;
}

export function questionField(question: Question, settle: QuestionField["settle"]): QuestionField {
  return { question, line: openingLine(question), settle };
}

/** Whether the answer must not be seen. */
export function isSecret(field: QuestionField | undefined): field is QuestionField {
  return field?.question.type === "line" && field.question.secret === true;
}

/** What stands in the row while it is asked. */
export function questionContent(field: QuestionField): RowContent {
  const { question, line } = field;
  const content = { label: question.label, ...line };
  if (question.type === "choice") {
    return { ...content, longest: Math.max(...question.answers.map((answer) => answer.length)) };
  }
  if (question.type === "reveal") return content;
  return { ...content, longest: ANSWER_CELLS, ...(isSecret(field) && { mask: "•" }) };
}
