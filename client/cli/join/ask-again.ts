import type { Chat } from "../../core/chat.ts";
import type { Entry } from "../../core/entry.ts";
import { oneLine } from "../view/one-line.ts";
import type { Desk } from "./desk.ts";

/** Asks what is to become of something of which nobody knows whether it has arrived. */
export async function askAgain(chat: Chat, desk: Desk, { key, draft }: Entry): Promise<void> {
  const what = draft.type === "delete" ? "a deletion" : oneLine(draft.text);
  desk.print([`Nobody knows whether this has arrived: ${what}`]);
  const answer = await desk.ask({ label: "Send it again? [y/N] " });
  if (answer?.trim().toLowerCase() === "y") chat.resend(key);
  else chat.drop(key);
}
