import { Failure } from "../end/failure.ts";
import { codeOf } from "../end/system-trouble.ts";
import { cliWords } from "../words/words.ts";

/** What went wrong with one program, for the journal. A bug's text may hold anything, so its name has to do. */
export function saysOf(error: unknown): string {
  if (error instanceof Failure) return error.message;
  const name = error instanceof Error ? error.name : typeof error;
  return cliWords().shell.unexpected(codeOf(error) ?? name);
}
