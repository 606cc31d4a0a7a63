import type { Chat } from "../../core/chat.ts";
import { layOut } from "../view/lay-out.ts";
import { sentence } from "../view/log-line.ts";
import { WaitNotice } from "../view/wait-notice.ts";
import { cliWords } from "../words/words.ts";

/** Milliseconds of waiting that need no telling: at the room's usual pace each line waits a little. */
const UNNOTICED = 1_000;

/** Tells on standard error why nothing goes on, where nobody sees a prompt; and once that it does again. */
export function tellWaits(
  chat: Pick<Chat, "subscribe" | "outbox">,
  tell: (sentence: string) => void = report,
): void {
  const notice = new WaitNotice();
  let isPaused = false;
  let connection: "new" | "online" | "lost" = "new";
  chat.subscribe((event) => {
    const isLost = event.type === "state" && event.state.state === "waiting" && connection === "online";
    const why = notice.of(event, Date.now());
    if (isLost) {
      connection = "lost";
      if (why === undefined) tell(cliWords().pipe.lost);
    }
    if (why !== undefined) tell(why);
    const wait = event.type === "paused" ? event.until - Date.now() : 0;
    if (wait > UNNOTICED && !isPaused) {
      // Once, though each line behind it may have to wait as well.
      isPaused = true;
      tell(cliWords().pipe.paused(wait));
    }
    if (event.type === "stored" && chat.outbox.length === 0) isPaused = false;
    if (event.type !== "caught_up") return;
    if (connection === "lost") tell(cliWords().pipe.back);
    connection = "online";
  });
}

function report(what: string): void {
  void process.stderr.write(layOut([sentence(`papo: ${what}`)], process.stderr));
}
