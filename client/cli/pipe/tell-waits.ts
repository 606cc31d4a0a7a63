import type { Chat } from "../../core/chat.ts";
import { WaitNotice } from "../view/wait-notice.ts";

/** Tells on standard error why nothing goes on, where nobody sees a prompt. */
export function tellWaits(chat: Pick<Chat, "subscribe">): void {
  const notice = new WaitNotice();
  chat.subscribe((event) => {
    const sentence = notice.of(event, Date.now());
    if (sentence !== undefined) process.stderr.write(`papo: ${sentence}\n`);
  });
}
