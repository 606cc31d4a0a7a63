import type { Chat } from "../../core/chat.ts";
import type { Entry } from "../../core/sending/entry.ts";
import { described } from "../view/described.ts";
import { excerpt } from "../view/excerpts.ts";
import { sentence } from "../view/log-line.ts";
import type { Desk } from "./desk.ts";

/** Asks what is to become of something of which nobody knows whether it has arrived. */
export async function askAgain(chat: Chat, desk: Desk, { key, draft }: Entry): Promise<void> {
  const what = described(draft);
  desk.print([sentence(`Nobody knows whether this has arrived: ${what}`)]);
  // One of several may be meant. Where the row is narrow, its end is cut.
  const answer = await desk.ask(
    { type: "choice", label: `Send again? [y/N] “${excerpt(what)}” `, answers: ["y", "yes", "n", "no"] },
    "by_itself",
  );
  if (answer === "y" || answer === "yes") chat.resend(key);
  else {
    chat.drop(key);
    desk.print([sentence(`Not sent again: ${what}`)]);
  }
}
