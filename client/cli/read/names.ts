import { isolateName } from "../../core/text/isolate-name.ts";
import { oneLine } from "../../core/text/one-line.ts";
import { sayMember } from "../../core/words/say-member.ts";
import { EXIT, type ExitCode } from "../end/exit-code.ts";
import { output } from "../end/output.ts";
import { met, openRoom } from "../net/api.ts";
import { unlocked } from "../pipe/unlocked.ts";
import type { Call } from "../shell/call.ts";
import { settingsOf } from "../shell/settings.ts";
import { jsonLine } from "../text/json-line.ts";
import { cliWords } from "../words/words.ts";
import { readerToken } from "./reader.ts";
import { tellEmpty } from "./tell-empty.ts";

/** `papo names`: who is here, one a line. */
export async function run(call: Call): Promise<ExitCode> {
  const settings = settingsOf(call);
  const { address } = settings;
  const token = readerToken(settings);
  const members = await unlocked(settings, async (key) => {
    const api = openRoom(settings, { key, token });
    const here = met(await api.members());
    if (here.length === 0) await tellEmpty(api, address, cliWords().read.nobody);
    return here;
  });
  // For eyes alone: a program gets the name as it is.
  const shown = process.stdout.isTTY ? isolateName : (nick: string) => nick;
  for (const member of members) {
    const safe = { ...member, nick: shown(oneLine(member.nick)) };
    const line = sayMember(member.away ? { ...safe, away: oneLine(member.away) } : safe);
    output.write(call.values.json ? jsonLine(member) : `${line}\n`);
  }
  return EXIT.fine;
}
