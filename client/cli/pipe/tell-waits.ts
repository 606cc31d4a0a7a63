import type { Chat } from "../../core/chat.ts";
import { layOut } from "../view/lay-out.ts";
import { sentence } from "../view/log-line.ts";
import { WaitNotice } from "../view/wait-notice.ts";

/** Tells on standard error why nothing goes on, where nobody sees a prompt. */
export function tellWaits(chat: Pick<Chat, "subscribe">): void {
  const notice = new WaitNotice();
  chat.subscribe((event) => {
    const why = notice.of(event, Date.now());
    if (why === undefined) return;
    void process.stderr.write(layOut([sentence(`papo: ${why}`)], process.stderr));
  });
}
