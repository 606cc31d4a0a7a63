import { LIMITS } from "../../../src/protocol/limits.ts";
import { EXIT, type ExitCode } from "../end/exit-code.ts";
import { Failure } from "../end/failure.ts";
import { openRoom } from "../net/api.ts";
import { unlocked } from "../pipe/unlocked.ts";
import type { Call } from "../shell/call.ts";
import { type ClientSettings, settingsOf } from "../shell/settings.ts";
import { parseSince } from "../shell/since.ts";
import { shown } from "../text/shown.ts";
import { cliWords } from "../words/words.ts";
import { printer } from "./printer.ts";
import { readBack } from "./read-back.ts";
import { readerToken } from "./reader.ts";
import { tellEmpty } from "./tell-empty.ts";

/** `papo history`: what was said, read over HTTP. */
export async function run(call: Call): Promise<ExitCode> {
  const settings = settingsOf(call);
  return printHistory(settings, call);
}

/** Prints the messages that a call asks for. */
export async function printHistory(settings: ClientSettings, { values }: Call): Promise<ExitCode> {
  const since = typeof values.since === "string" ? parseSince(values.since, Date.now()) : undefined;
  const limit =
    readLimit(values.limit) ?? (since === undefined ? LIMITS.defaultPage : Number.POSITIVE_INFINITY);
  const { address } = settings;
  const token = readerToken(settings);
  const events = await unlocked(settings, async (key) => {
    const api = openRoom(settings, { key, token });
    const read = await readBack(api, { limit, since });
    if (read.length === 0) await tellEmpty(api, address, cliWords().read.nothing);
    return read;
  });
  const print = printer(settings, values.json === true);
  for (const event of events) print(event);
  return EXIT.fine;
}

function readLimit(written: string | boolean | undefined): number | undefined {
  if (typeof written !== "string") return undefined;
  if (written === "all") return Number.POSITIVE_INFINITY;
  if (/^[1-9]\d{0,8}$/.test(written)) return Number(written);
  throw new Failure(EXIT.usage, cliWords().shell.limit(shown(written)));
}
