import { type Clock, systemClock } from "../../core/clock.ts";
import { LinePrompt } from "./line-prompt.ts";
import type { DraftOptions, Prompt } from "./prompt.ts";
import { RowPrompt } from "./row-prompt.ts";
import type { TerminalHost } from "./terminal.ts";

/** Whether a terminal understands no control sequence: what is written to it must be lines and nothing else. */
export function isPlain({ env }: Pick<TerminalHost, "env">): boolean {
  return env.TERM === "dumb";
}

/** Takes the terminal, and opens the line to write in if there is one already. */
export function openPrompt(host: TerminalHost, draft?: DraftOptions, clock: Clock = systemClock): Prompt {
  const prompt = isPlain(host) ? new LinePrompt(host, clock) : new RowPrompt(host, clock);
  if (draft !== undefined) prompt.open(draft);
  return prompt;
}
