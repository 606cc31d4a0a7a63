import type { Chat } from "../../core/chat.ts";
import { isolateName } from "../../core/text/isolate-name.ts";
import { oneLine } from "../../core/text/one-line.ts";
import { cliWords } from "../words/words.ts";

/** Milliseconds that something may be on its way before the prompt says so. */
const PATIENCE = 1_000;

export interface LabelFacts {
  readonly now: number;
  /** Since when there is no connection; undefined while there is one. */
  readonly offlineSince: number | undefined;
  /** Who one is going to be, until the room has said so. */
  readonly nick: string;
  /** What is going on besides; "" for nothing. */
  readonly doing?: string;
  /** Where, by the name that parts it from others. */
  readonly room: string;
}

/** What stands before the draft: who and where one is, and what is not as it should be. */
export function label(
  chat: Pick<Chat, "state" | "room" | "outbox">,
  { now, offlineSince, doing = "", nick, room }: LabelFacts,
): string {
  const { view } = cliWords();
  const states: string[] = [];
  if (offlineSince !== undefined) states.push(view.offline(now - offlineSince));
  const waiting = chat.outbox.filter(({ at }) => offlineSince !== undefined || now - at >= PATIENCE).length;
  if (waiting > 0) states.push(view.waiting(waiting));
  if (doing !== "") states.push(doing);
  const prefix = states.length === 0 ? "" : view.states(states);
  return `${prefix}${isolateName(oneLine(chat.room.you?.nick ?? nick))}@${room}> `;
}
