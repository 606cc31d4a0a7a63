import { EXIT, type ExitCode } from "../end/exit-code.ts";
import { Failure } from "../end/failure.ts";
import { output } from "../end/output.ts";
import { met, openAdmin } from "../net/api.ts";
import { askSeen, isAtTerminal } from "../pipe/at-terminal.ts";
import { jsonLine } from "../text/json-line.ts";
import { layOut } from "../view/lay-out.ts";
import { listed } from "../view/log-line.ts";
import { remark, sayLine } from "../view/remark.ts";
import { cliWords } from "../words/words.ts";
import type { AdminCall } from "./admin-call.ts";
import { adminToken } from "./admin-token.ts";
import { lookAt, roomLines } from "./room.ts";

/** `papo admin … erase NAME`: takes a room away with all that is in it. */
export async function erase({ origin, values }: AdminCall, room: string): Promise<ExitCode> {
  const words = cliWords().admin;
  if (!values.yes && !isAtTerminal()) throw new Failure(EXIT.usage, words.sayYes);
  const admin = await adminToken(origin);
  if (!values.yes) {
    const report = await lookAt(origin, admin, room);
    if (report === undefined) throw new Failure(EXIT.refused, words.noSuchRoom(room));
    process.stderr.write(layOut(roomLines(room, report, Date.now()).map(listed), process.stderr));
    sayLine(words.willErase(room));
    const answer = await askSeen(words.typeName);
    if (answer === undefined) return EXIT.interrupted;
    if (answer.trim().toLowerCase() !== room) throw new Failure(EXIT.failed, words.notErased(room));
  }
  met(await openAdmin(origin, admin).erase(room));
  if (values.json) output.write(jsonLine({ room, erased: true }));
  else remark(words.erased(room));
  return EXIT.fine;
}
