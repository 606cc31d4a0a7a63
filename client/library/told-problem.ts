import type { Problem as CoreProblem } from "../core/problem.ts";
import { sayProblem } from "../core/words/say-problem.ts";
import type { Problem } from "./types/problem.ts";
import { libraryWords } from "./words/library-words.ts";

/** A problem as a program is told of it. */
export function toldProblem(problem: CoreProblem): Problem {
  const { problem: code, detail, params, retryAfter } = problem;
  return {
    code,
    message: sayProblem(problem),
    ...(detail !== undefined && detail !== "" && { detail }),
    ...(params !== undefined && { params }),
    ...(retryAfter !== undefined && { retryAfter }),
  };
}

const { problems } = libraryWords;

/** What only this side knows. */
export const UNSURE: Problem = { code: "unsure", message: problems.unsure };
export const GONE: Problem = { code: "no_such_message", message: problems.gone };
export const LEFT: Problem = { code: "left", message: problems.left };
