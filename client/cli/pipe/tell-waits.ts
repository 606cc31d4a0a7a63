import type { Chat } from "../../core/chat.ts";
import { layOut } from "../view/lay-out.ts";
import { sentence } from "../view/log-line.ts";
import { WaitNotice } from "../view/wait-notice.ts";

/** Tells on standard error why nothing goes on, where nobody sees a prompt; and once that it does again. */
export function tellWaits(chat: Pick<Chat, "subscribe">, tell: (sentence: string) => void = report): void {
  const notice = new WaitNotice();
  let connection: "new" | "online" | "lost" = "new";
  chat.subscribe((event) => {
    const isLost = event.type === "state" && event.state.state === "waiting" && connection === "online";
    const why = notice.of(event, Date.now());
    if (isLost) {
      connection = "lost";
      if (why === undefined) tell("The connection is lost; papo goes on trying.");
    }
    if (why !== undefined) tell(why);
    if (event.type !== "caught_up") return;
    if (connection === "lost") tell("Connected again.");
    connection = "online";
  });
}

function report(what: string): void {
  void process.stderr.write(layOut([sentence(`papo: ${what}`)], process.stderr));
}
