import { EXIT, type ExitCode } from "../end/exit-code.ts";
import type { Call } from "./call.ts";
import { loadConfig } from "./config.ts";
import { settingsOf } from "./settings.ts";
import { isSomewhere } from "./where.ts";

/** `papo join`: a conversation at a terminal, and a bot in a pipe. */
export async function run(call: Call): Promise<ExitCode> {
  const json = call.values.json === true;
  const isTerminal = process.stdin.isTTY && process.stdout.isTTY && !json;
  if (!isTerminal) {
    const settings = settingsOf(call);
    const { joinPiped } = await import("../pipe/piped.ts");
    return joinPiped(settings, { json });
  }
  const { joinInteractively } = await import("../talk/interactive.ts");
  if (isSomewhere(call, { env: process.env, url: loadConfig(process.env).url })) {
    return joinInteractively(settingsOf(call));
  }
  const { asking } = await import("../pipe/at-terminal.ts");
  const { askWhere } = await import("../talk/ask-link.ts");
  const link = await asking(askWhere);
  return link === undefined ? EXIT.interrupted : joinInteractively(settingsOf(call, link));
}
