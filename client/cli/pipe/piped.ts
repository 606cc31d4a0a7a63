import { outboxBelow, placeInOutbox } from "../../core/sending/place.ts";
import { EXIT, type ExitCode } from "../end/exit-code.ts";
import type { ClientSettings } from "../shell/settings.ts";
import { cliWords } from "../words/words.ts";
import { bot } from "./bot.ts";
import { readLines } from "./lines.ts";
import { plainTalk } from "./plain-talk.ts";
import { report, visit } from "./visit.ts";

/** Joins a room in a pipe: what is read is said, what happens is written. The end of the input is a goodbye. */
export async function joinPiped(settings: ClientSettings, { json }: { json: boolean }): Promise<ExitCode> {
  const stay = visit(settings, { mayAsk: true, bot: json });
  const { take, refuse } = json ? bot(stay) : plainTalk(stay, settings);

  const feed = async () => {
    await stay.arrived;
    const open = new Set<Promise<void>>();
    for await (const line of readLines(process.stdin)) {
      // Who waits for a place has not looked at what is behind.
      stay.tally.hold(1, true);
      await placeInOutbox(stay.chat);
      stay.tally.hold(0, false);
      if ("trouble" in line) {
        stay.tally.lose(1);
        refuse(cliWords().system.undecodableLineUnsent(line));
        continue;
      }
      const done = take(line.text).finally(() => open.delete(done));
      open.add(done);
    }
    await Promise.all(open);
    await outboxBelow(stay.chat, 0);
    await stay.leave({ exitCode: EXIT.fine });
  };
  stay.chat.start();
  const ending = await Promise.race([stay.ended, feed().then(() => stay.ended)]);
  report(ending);
  return ending.exitCode;
}
