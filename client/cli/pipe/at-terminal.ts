import { oneLine } from "../../core/text/one-line.ts";
import { onSignal } from "../end/signals.ts";
import { ask } from "../prompt/ask.ts";
import type { ClientSettings } from "../shell/settings.ts";
import { askPass } from "../talk/ask-link.ts";
import { layOut } from "../view/lay-out.ts";
import { sentence } from "../view/log-line.ts";

/** Whether somebody sits there who can be asked. */
export function isAtTerminal(): boolean {
  return process.stdin.isTTY && process.stdout.isTTY;
}

/** Asks for one line, where there is no conversation. */
export function askSeen(label: string): Promise<string | undefined> {
  // So that the terminal is given back.
  onSignal((exitCode) => process.exit(exitCode));
  return ask(process, { label });
}

/** The same for one that is not shown. */
export function askUnseen(label: string): Promise<string | undefined> {
  onSignal((exitCode) => process.exit(exitCode));
  return ask(process, { label, secret: true });
}

/** Asks for an invitation to a room, and shows it from now on. Whether there is one. */
export async function askForPass({
  address,
  pass,
}: Pick<ClientSettings, "address" | "pass">): Promise<boolean> {
  const given = await askPass({ askUnseen, say }, address);
  const trouble = given === undefined ? undefined : pass.take(given);
  if (trouble !== undefined) say(trouble);
  return given !== undefined;
}

/** Says something on standard error to somebody who is being asked. */
export function say(said: string): void {
  process.stderr.write(layOut([sentence(oneLine(said))], process.stderr));
}

/** Says on standard error what a program need not read. */
export function remark(said: string): void {
  say(`papo: ${said}`);
}
