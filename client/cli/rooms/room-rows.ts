import { mutedUntil, USUAL_CHOICE } from "../../core/notify/wishes.ts";
import { isolateName } from "../../core/text/isolate-name.ts";
import { oneLine } from "../../core/text/one-line.ts";
import { textWidth } from "../text/width.ts";
import { cliWords } from "../words/words.ts";
import type { Seat } from "./seat.ts";
import type { Stage } from "./stage.ts";

/** The rooms one is in, a row each: its number, its name, who one is there, and how one stands with it. */
export function roomRows(stage: Pick<Stage, "seats" | "isFront" | "isQuiet">, now = Date.now()): string[] {
  const { rooms } = cliWords();
  const cells = stage.seats.map((seat, at) => {
    const notes = [
      stateOf(seat, now),
      ...(seat.count > 0 ? [rooms.unread(seat)] : []),
      ...(stage.isQuiet(seat) ? [rooms.isQuiet] : []),
      ...wishesOf(seat, now),
    ];
    const mark = stage.isFront(seat) ? "→" : " ";
    const nick = isolateName(oneLine(seat.conversation?.nick ?? ""));
    return [`${mark} ${at + 1}`, seat.name, nick, rooms.notes(notes)];
  });
  const widths = [0, 1, 2].map((column) => Math.max(...cells.map((row) => textWidth(row[column] ?? ""))));
  return cells.map((row) =>
    row
      .map((cell, column) => cell + " ".repeat(Math.max(0, (widths[column] ?? 0) - textWidth(cell))))
      .join("  "),
  );
}

/** What is chosen for it, where that is not what holds for others. */
function wishesOf({ wishes }: Seat, now: number): string[] {
  const { rooms } = cliWords();
  const { wants } = wishes.now;
  const until = mutedUntil(wishes.now, now);
  return [
    ...(wants === USUAL_CHOICE ? [] : [rooms.wants(wants)]),
    ...(until === undefined ? [] : [rooms.mutedUntil(until)]),
  ];
}

function stateOf({ conversation, isAsking }: Seat, now: number): string {
  const { rooms } = cliWords();
  const chat = conversation?.chat;
  if (isAsking || chat?.state.state === "refused") return rooms.waitsForYou;
  if (chat?.state.state === "online") return rooms.online(chat.room.members.length);
  return chat?.state.state === "waiting" ? rooms.offline(Math.max(0, chat.state.until - now)) : rooms.notYet;
}
