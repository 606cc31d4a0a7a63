import { LIMITS } from "../../../src/protocol/limits.ts";
import { oneLine } from "../../core/text/one-line.ts";
import { safeText } from "../../core/text/safe-text.ts";
import { EXIT, type ExitCode } from "../end/exit-code.ts";
import { Failure } from "../end/failure.ts";
import { output } from "../end/output.ts";
import { met, openAdmin } from "../net/api.ts";
import type { Call } from "../shell/call.ts";
import { loadConfig } from "../shell/config.ts";
import { linkOf } from "../shell/where.ts";
import { jsonLine } from "../text/json-line.ts";
import { moment } from "../text/time.ts";
import { remark } from "../view/remark.ts";
import { cliWords } from "../words/words.ts";
import { adminToken } from "./admin-token.ts";

/** For how many days an invitation is good where nobody says. */
const DAYS = 7;

/** `papo invite`: makes an invitation to a room, or to all of a server's. */
export async function run(call: Call): Promise<ExitCode> {
  const { env } = process;
  const { origin, room } = linkOf(call, { env, url: loadConfig(env).url }).link;
  return makeInvitation(origin, room === undefined ? [] : [room], call.values);
}

/** Writes the link to standard output, and what it is good for to standard error. */
export async function makeInvitation(
  origin: string,
  names: readonly string[],
  values: Call["values"],
): Promise<ExitCode> {
  const rooms = names.length === 0 ? undefined : [...names];
  const [one, make] = [values.one === true, values.make === true];
  const days = readDays(values.days);
  const admin = openAdmin(origin, await adminToken(origin));
  const order = { days, ...(rooms && { rooms }), ...(one && { one }), ...(make && { make }) };
  const made = met(await admin.invite(order));
  if (values.json) output.write(jsonLine(made));
  else {
    output.write(`${oneLine(safeText(made.link))}\n`);
    const { invited } = cliWords().admin;
    remark(invited({ rooms, one, make, until: moment(made.expires * 1_000) }));
  }
  return EXIT.fine;
}

function readDays(written: string | boolean | undefined): number {
  if (written === undefined) return DAYS;
  const days = typeof written === "string" && /^\d{1,4}$/.test(written) ? Number(written) : 0;
  if (days >= 1 && days <= LIMITS.passDays) return days;
  throw new Failure(EXIT.usage, cliWords().admin.days(LIMITS.passDays));
}
