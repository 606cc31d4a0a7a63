import type { RoomEntry, RoomList } from "../../../src/protocol/http-answer.ts";
import { oneLine } from "../../core/text/one-line.ts";
import { safeText } from "../../core/text/safe-text.ts";
import { EXIT, type ExitCode } from "../end/exit-code.ts";
import { output } from "../end/output.ts";
import { met, openAdmin } from "../net/api.ts";
import { jsonLine } from "../text/json-line.ts";
import { layOut } from "../view/lay-out.ts";
import { listed } from "../view/log-line.ts";
import { remark } from "../view/remark.ts";
import { cliWords } from "../words/words.ts";
import type { AdminCall } from "./admin-call.ts";
import { adminToken } from "./admin-token.ts";
import { type Column, table } from "./table.ts";

/** Milliseconds after which a room in which nothing happens counts as one that nobody uses. */
const IDLE = 86_400_000;

/** `papo admin … rooms`: which rooms there are, and what each used today. */
export async function showRooms({ origin, values }: AdminCall): Promise<ExitCode> {
  const admin = openAdmin(origin, await adminToken(origin));
  const rooms: RoomEntry[] = [];
  let day: RoomList["day"] = { rows: 0, limit: 0 };
  for await (const page of admin.rooms()) {
    const list = met(page);
    rooms.push(...list.rooms);
    day = list.day;
  }
  const now = Date.now();
  const chosen = values.all ? rooms : rooms.filter((entry) => isUsed(entry, now));
  const left = rooms.length - chosen.length;
  if (values.json) output.write(jsonLine({ rooms: chosen, day }));
  else if (chosen.length > 0) output.write(layOut(roomsTable(chosen, now).map(listed), process.stdout));
  const words = cliWords().admin;
  if (rooms.length === 0) remark(words.noRooms);
  if (left > 0) remark(words.unused(left));
  if (!values.json) remark(words.day(day));
  return EXIT.fine;
}

/** The rooms one under the other, those first that cost most today. `now` is in milliseconds since 1970. */
export function roomsTable(rooms: readonly RoomEntry[], now: number): string[] {
  const { columns, ago, count } = cliWords().admin;
  const left = (head: string): Column => ({ head, align: "left" });
  const right = (head: string): Column => ({ head, align: "right" });
  return table(
    [
      left(columns.room),
      right(columns.members),
      right(columns.messages),
      right(columns.rows),
      right(columns.created),
      right(columns.active),
    ],
    rooms
      .toSorted((a, b) => b.rows - a.rows || (a.room < b.room ? -1 : 1))
      .map(({ room, members, messages, rows, created, active }) => [
        oneLine(safeText(room)),
        ...[members, messages, rows].map(count),
        ...[created, active].map((at) => ago(now - at)),
      ]),
  );
}

function isUsed({ members, messages, rows, active }: RoomEntry, now: number): boolean {
  return members > 0 || messages > 0 || rows > 0 || now - active < IDLE;
}
