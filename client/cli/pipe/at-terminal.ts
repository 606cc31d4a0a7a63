import { oneLine } from "../../core/text/one-line.ts";
import { onSignal } from "../end/signals.ts";
import { openPrompt } from "../prompt/open-prompt.ts";
import type { ClientSettings } from "../shell/settings.ts";
import { askPass, type WhereAsking } from "../talk/ask-link.ts";
import { sentence } from "../view/log-line.ts";
import { sayLine } from "../view/remark.ts";

/** Whether somebody sits there who can be asked. */
export function isAtTerminal(): boolean {
  return process.stdin.isTTY && process.stdout.isTTY;
}

/** Asks whoever sits there, where there is no conversation. The terminal is theirs again behind the last answer. */
export async function asking<Answer>(ask: (asked: WhereAsking) => Promise<Answer>): Promise<Answer> {
  // So that the terminal is given back.
  onSignal((exitCode) => process.exit(exitCode));
  const prompt = openPrompt(process);
  const answer = await ask({
    ask: (label) => prompt.ask({ type: "line", label }),
    askUnseen: (label) => prompt.ask({ type: "line", label, secret: true }),
    say: (said) => prompt.print([sentence(oneLine(said))]),
  });
  prompt.close();
  return answer;
}

/** Asks for one line that may be seen. */
export function askSeen(label: string): Promise<string | undefined> {
  return asking(({ ask }) => ask(label));
}

/** Asks for one line that is not shown. */
export function askUnseen(label: string): Promise<string | undefined> {
  return asking(({ askUnseen }) => askUnseen(label));
}

/** Asks for an invitation to a room, and shows it from now on. Whether there is one. */
export async function askForPass({
  address,
  pass,
}: Pick<ClientSettings, "address" | "pass">): Promise<boolean> {
  const given = await asking((asked) => askPass(asked, address));
  const trouble = given === undefined ? undefined : pass.take(given);
  if (trouble !== undefined) sayLine(trouble);
  return given !== undefined;
}
