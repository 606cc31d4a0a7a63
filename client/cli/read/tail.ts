import { isDurable } from "../../../src/protocol/change.ts";
import type { ExitCode } from "../end/exit-code.ts";
import { openRoom } from "../net/api.ts";
import { loadToken } from "../person/identity.ts";
import { tellWaits } from "../pipe/tell-waits.ts";
import { unlocked } from "../pipe/unlocked.ts";
import { report, visit } from "../pipe/visit.ts";
import type { Call } from "../shell/call.ts";
import { nickOf, settingsOf } from "../shell/settings.ts";
import { parseSince } from "../shell/since.ts";
import { remark } from "../view/remark.ts";
import { cliWords } from "../words/words.ts";
import { printHistory } from "./history.ts";
import { printer } from "./printer.ts";
import { idBefore } from "./read-back.ts";

/** `papo tail`: follows a room as a member; or reads what is there. */
export async function run(call: Call): Promise<ExitCode> {
  const { values } = call;
  const settings = settingsOf(call);
  if (values["no-follow"]) return printHistory(settings, call);
  const token = loadToken(settings, nickOf(settings));

  let { key } = settings;
  const since = typeof values.since === "string" ? parseSince(values.since, Date.now()) : undefined;
  const after =
    since &&
    (await unlocked(settings, (given) => {
      key = given;
      return idBefore(openRoom(settings, { key, token }), since);
    }));

  const print = printer(settings, values.json === true);
  const { chat, ended } = visit(
    { ...settings, key },
    { saved: after === undefined ? undefined : { after }, mayAsk: true, bot: values.json === true },
  );
  chat.subscribe((event) => {
    if (isDurable(event)) print(event);
    if (event.type === "break") remark(cliWords().read[event.why]);
  });
  tellWaits(chat);
  chat.start();
  const ending = await ended;
  report(ending);
  return ending.exitCode;
}
