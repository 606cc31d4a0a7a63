import { stripVTControlCharacters } from "node:util";
import { LIMITS } from "../../../src/protocol/limits.ts";
import { isProblem } from "../../core/problem.ts";
import { checkDraft } from "../../core/sending/check.ts";
import { sayProblem } from "../../core/words/say-problem.ts";
import { EXIT } from "../end/exit-code.ts";
import { Failure } from "../end/failure.ts";
import type { NumberedLine } from "../pipe/lines.ts";
import { cliWords } from "../words/words.ts";

/** The output of a program as a room takes it: without its colours and other controls. */
export function sendable(text: string): string {
  return stripVTControlCharacters(text).replace(/(?![\n\t])\p{Cc}/gu, "");
}

/** The text of a line. Throws a Failure about one that has none. */
export function readable(line: NumberedLine): string {
  if ("text" in line) return line.text;
  throw new Failure(EXIT.unsent, cliWords().system.undecodableLine(line));
}

/** Throws a Failure about a message that the room would refuse for what it is. */
export function assertSendable(message: NumberedLine | { text: string }): void {
  const text = "number" in message ? readable(message) : message.text;
  const problem = checkDraft({ type: "say", text }, LIMITS);
  if (!isProblem(problem)) return;
  const { wrongSize, wrongSizeOfLine, unsayable, unsayableLine } = cliWords().send;
  if (problem.problem === "bad_text" && text !== "") {
    const why = sayProblem(problem);
    throw new Failure(
      EXIT.unsent,
      "number" in message ? unsayableLine({ why, number: message.number }) : unsayable(why),
    );
  }
  // Of what is far too long not all was read.
  const isMore = text.length > LIMITS.frame;
  const size = { most: LIMITS.text, size: isMore ? LIMITS.frame : [...text].length, isMore };
  throw new Failure(
    EXIT.unsent,
    "number" in message ? wrongSizeOfLine({ ...size, number: message.number }) : wrongSize(size),
  );
}
