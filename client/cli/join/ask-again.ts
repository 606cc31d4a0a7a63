import type { Chat } from "../../core/chat.ts";
import type { Entry } from "../../core/entry.ts";
import { oneLine } from "../../core/one-line.ts";
import { sentence } from "../view/log-line.ts";
import type { Desk } from "./desk.ts";

/** Asks what is to become of something of which nobody knows whether it has arrived. */
export async function askAgain(chat: Chat, desk: Desk, { key, draft }: Entry): Promise<void> {
  const what = draft.type === "delete" ? "a deletion" : oneLine(draft.text);
  desk.print([sentence(`Nobody knows whether this has arrived: ${what}`)]);
  const answer = await desk.ask(
    { type: "choice", label: "Send it again? [y/N] ", answers: ["y", "yes", "n", "no"] },
    "by_itself",
  );
  if (answer === "y" || answer === "yes") chat.resend(key);
  else {
    chat.drop(key);
    desk.print([sentence(`Not sent again: ${what}`)]);
  }
}
