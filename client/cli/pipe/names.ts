import { oneLine } from "../../core/one-line.ts";
import { Api } from "../api.ts";
import type { Call } from "../call.ts";
import { EXIT, type ExitCode } from "../exit-code.ts";
import { jsonLine } from "../json-line.ts";
import { output } from "../output.ts";
import { readSettings } from "../settings.ts";
import { readerToken } from "./reader.ts";
import { unlocked } from "./unlocked.ts";

/** `papo names`: who is here, one a line. */
export async function run(call: Call): Promise<ExitCode> {
  const settings = readSettings(call, { env: process.env, isTTY: process.stdout.isTTY });
  const { address } = settings;
  const token = readerToken(settings);
  const members = await unlocked(settings, (key) => new Api({ address, key, token }).members());
  for (const member of members) {
    const rank = member.role === "member" ? "" : ` (${member.role})`;
    output.write(call.values.json ? jsonLine(member) : `${oneLine(member.nick)}${rank}\n`);
  }
  return EXIT.fine;
}
