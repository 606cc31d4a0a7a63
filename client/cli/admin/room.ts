import type { RoomEntry, Summary } from "../../../src/protocol/http-answer.ts";
import { addressOf } from "../../core/address.ts";
import { oneLine } from "../../core/text/one-line.ts";
import { safeText } from "../../core/text/safe-text.ts";
import { EXIT, type ExitCode } from "../end/exit-code.ts";
import { Failure } from "../end/failure.ts";
import { output } from "../end/output.ts";
import { met, openAdmin, openAdminsRoom } from "../net/api.ts";
import { jsonLine } from "../text/json-line.ts";
import { moment } from "../text/time.ts";
import { layOut } from "../view/lay-out.ts";
import { listed } from "../view/log-line.ts";
import { cliWords } from "../words/words.ts";
import type { AdminCall } from "./admin-call.ts";
import { adminToken } from "./admin-token.ts";
import { table } from "./table.ts";

/** A room as the registry knows it from its last report, and as it says itself now. */
export interface RoomLook {
  readonly entry: RoomEntry | undefined;
  readonly summary: Summary;
}

/** `papo admin … room NAME`: what is known of one room. */
export async function showRoom({ origin, values }: AdminCall, room: string): Promise<ExitCode> {
  const admin = await adminToken(origin);
  const report = await lookAt(origin, admin, room);
  if (report === undefined) throw new Failure(EXIT.refused, cliWords().admin.noSuchRoom(room));
  if (values.json) output.write(jsonLine({ room, ...report.entry, summary: report.summary }));
  else output.write(layOut(roomLines(room, report, Date.now()).map(listed), process.stdout));
  return EXIT.fine;
}

/** Looks at a room; undefined where nobody has made it. */
export async function lookAt(origin: string, admin: string, room: string): Promise<RoomLook | undefined> {
  const entry = await openAdmin(origin, admin).entry(room);
  const summary = met(await openAdminsRoom(addressOf(origin, room), admin).summary());
  const isMade = !("cursor" in summary) || summary.cursor > 0 || summary.members > 0;
  const known = entry && met(entry);
  return known === undefined && !isMade ? undefined : { entry: known, summary };
}

/** The same for a person. `now` is in milliseconds since 1970. */
export function roomLines(room: string, { entry, summary }: RoomLook, now: number): string[] {
  const { about, ago, count, yes, no } = cliWords().admin;
  const time = (at: number) => `${moment(at)} (${ago(now - at)})`;
  const rows: string[][] = [];
  if ("topic" in summary && summary.topic !== "") rows.push([about.topic, oneLine(safeText(summary.topic))]);
  rows.push([about.locked, summary.locked ? yes : no]);
  if ("members" in summary) {
    rows.push([about.members, count(summary.members)], [about.cursor, count(summary.cursor)]);
  } else if (entry) rows.push([about.members, count(entry.members)]);
  if (entry) {
    rows.push([about.messages, count(entry.messages)], [about.rows, count(entry.rows)]);
    rows.push([about.created, time(entry.created)], [about.active, time(entry.active)]);
  }
  const [, ...lines] = table(
    [
      { head: "", align: "left" },
      { head: "", align: "left" },
    ],
    rows,
  );
  return [room, ...lines.map((line) => `  ${line}`)];
}
