import { cliWords } from "../words/words.ts";
import type { Choice, Question } from "./question.ts";

/**
 * What a whole line answers; undefined where it is none. Beside a choice, all that is none of its answers goes to the
 * room. They stand behind a slash: somebody may say `y` many messages after it was asked.
 */
export function answerByLine(question: Question, line: string): string | undefined {
  if (question.type !== "choice") return line;
  const answer = /^\/(.*)$/.exec(line.trim().toLowerCase())?.[1];
  return question.answers.find((each) => each === answer);
}

/** Says which lines answer a choice. */
export function howToChoose({ label, answers }: Choice): string {
  const ways = answers.map((answer) => `/${answer}`);
  return cliWords().prompt.choose({ question: label.trim(), ways });
}
