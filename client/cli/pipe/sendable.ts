import { stripVTControlCharacters } from "node:util";
import { LIMITS } from "../../../src/protocol/limits.ts";
import { checkDraft } from "../../core/check.ts";
import { isProblem } from "../../core/problem.ts";
import { EXIT } from "../exit-code.ts";
import { Failure } from "../failure.ts";

/** The output of a program as a room takes it: without its colours and other controls. */
export function sendable(text: string): string {
  return stripVTControlCharacters(text).replace(/(?![\n\t])\p{Cc}/gu, "");
}

/** Throws a Failure about a message that the room would refuse for what it is. `what` names it. */
export function assertSendable(text: string, what: string): void {
  const problem = checkDraft({ type: "say", text }, LIMITS);
  if (isProblem(problem)) {
    throw new Failure(
      EXIT.unsent,
      `${what} cannot be sent: a message has 1 to ${LIMITS.text} characters, and this has ${[...text].length}.`,
    );
  }
}
