import { EXIT, type ExitCode } from "../end/exit-code.ts";
import { Failure } from "../end/failure.ts";
import { shown } from "../text/shown.ts";
import { cliWords } from "../words/words.ts";
import type { Call } from "./call.ts";
import { settingsOf } from "./settings.ts";

/** `papo join`: conversations at a terminal, and a bot in a pipe. */
export async function run(call: Call): Promise<ExitCode> {
  const json = call.values.json === true;
  const isTerminal = process.stdin.isTTY && process.stdout.isTTY && !json;
  return isTerminal ? joinAtTerminal(call) : joinInPipe(call, json);
}

async function joinInPipe(call: Call, json: boolean): Promise<ExitCode> {
  const [, another] = call.positionals;
  if (another !== undefined) throw new Failure(EXIT.usage, cliWords().shell.oneRoom(shown(another)));
  const settings = settingsOf(call);
  const { joinPiped } = await import("../pipe/piped.ts");
  return joinPiped(settings, { json });
}

async function joinAtTerminal(call: Call): Promise<ExitCode> {
  const { joinInteractively } = await import("../rooms/interactive.ts");
  const { settingsToJoin, startingRooms } = await import("./starting-rooms.ts");
  const settingsFor = settingsToJoin(call);
  const starting = startingRooms(call);
  if (starting !== undefined) return joinInteractively({ ...starting, settingsFor });
  const { asking } = await import("../pipe/at-terminal.ts");
  const { askWhere } = await import("../talk/ask-link.ts");
  const link = await asking(askWhere);
  if (link === undefined) return EXIT.interrupted;
  return joinInteractively({ rooms: [{ settings: settingsOf(call, { link }) }], front: 0, settingsFor });
}
