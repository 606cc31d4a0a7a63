import type { Chat } from "../../core/chat.ts";
import type { Entry } from "../../core/sending/entry.ts";
import { described } from "../view/described.ts";
import { excerpt } from "../view/excerpts.ts";
import { sentence } from "../view/log-line.ts";
import { cliWords } from "../words/words.ts";
import type { Desk } from "./desk.ts";

/** Asks what is to become of something of which nobody knows whether it has arrived. */
export async function askAgain(chat: Chat, desk: Desk, { key, draft }: Entry): Promise<void> {
  const { talk } = cliWords();
  const what = described(draft);
  desk.print([sentence(talk.arrivalUnknown(what))]);
  // One of several may be meant. Where the row is narrow, its end is cut.
  const answer = await desk.ask(
    { type: "choice", label: talk.sendAgain(excerpt(what)), answers: [...talk.yes, ...talk.no] },
    "by_itself",
  );
  if (answer !== undefined && talk.yes.includes(answer)) chat.resend(key);
  else {
    chat.drop(key);
    desk.print([sentence(talk.notSentAgain(what))]);
  }
}
