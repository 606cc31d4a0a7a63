import { openPrompt } from "./open-prompt.ts";
import type { LineQuestion } from "./question.ts";
import type { TerminalHost } from "./terminal.ts";

/** Asks for one line where there is no conversation; undefined where the reader would rather leave. */
export async function ask(
  host: TerminalHost,
  question: Omit<LineQuestion, "type">,
): Promise<string | undefined> {
  const prompt = openPrompt(host);
  const answer = await prompt.ask({ type: "line", ...question });
  prompt.close();
  return answer;
}
