import type { Chat } from "../../core/chat.ts";
import { oneLine } from "../../core/text/one-line.ts";

/** Milliseconds that something may be on its way before the prompt says so. */
const PATIENCE = 1_000;

export interface LabelFacts {
  readonly now: number;
  /** Since when there is no connection; undefined while there is one. */
  readonly offlineSince: number | undefined;
}

/** What stands before the draft: who and where one is, and what is not as it should be. */
export function label(
  chat: Pick<Chat, "state" | "room" | "outbox">,
  { now, offlineSince }: LabelFacts,
): string {
  const states: string[] = [];
  if (offlineSince !== undefined) states.push(`offline ${duration(now - offlineSince)}`);
  const waiting = chat.outbox.filter(({ at }) => offlineSince !== undefined || now - at >= PATIENCE).length;
  if (waiting > 0) states.push(`${waiting} waiting`);
  const prefix = states.length === 0 ? "" : `[${states.join(", ")}] `;
  return `${prefix}${oneLine(chat.room.you?.nick ?? "")}@${oneLine(chat.room.name)}> `;
}

/** `4s`, `2m`, `3h` */
export function duration(ms: number): string {
  const seconds = Math.max(0, Math.floor(ms / 1_000));
  if (seconds < 120) return `${seconds}s`;
  return seconds < 7_200 ? `${Math.floor(seconds / 60)}m` : `${Math.floor(seconds / 3_600)}h`;
}
