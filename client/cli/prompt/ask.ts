import { openPrompt } from "./prompt.ts";
import type { TerminalHost } from "./terminal.ts";

export interface Question {
  readonly label: string;
  /** An answer to begin with, ready to be edited. */
  readonly text?: string;
  /** Whether the answer is shown as dots. */
  readonly secret?: boolean;
}

/** Asks for one line; undefined where the reader would rather leave. */
export function ask(host: TerminalHost, { label, text, secret }: Question): Promise<string | undefined> {
  return new Promise((resolve) => {
    const answer = (given: string | undefined) => {
      prompt.close();
      resolve(given);
    };
    const prompt = openPrompt(host, {
      label,
      ...(text === undefined ? {} : { text }),
      ...(secret ? { mask: "•" } : {}),
      onSubmit: answer,
      onLeave: () => answer(undefined),
    });
  });
}
