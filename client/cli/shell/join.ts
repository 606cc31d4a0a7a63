import type { ExitCode } from "../end/exit-code.ts";
import type { Call } from "./call.ts";
import { clientSettings } from "./settings.ts";

/** `papo join`: a conversation at a terminal, and a bot in a pipe. */
export async function run(call: Call): Promise<ExitCode> {
  const settings = clientSettings(call, { env: process.env, isTTY: process.stdout.isTTY });
  const json = call.values.json === true;
  if (process.stdin.isTTY && process.stdout.isTTY && !json) {
    const { joinInteractively } = await import("../talk/interactive.ts");
    return joinInteractively(settings);
  }
  const { joinPiped } = await import("../pipe/piped.ts");
  return joinPiped(settings, { json });
}
