import { EXIT, type ExitCode } from "../exit-code.ts";
import { readLines } from "../pipe/lines.ts";
import { outboxBelow, placeInOutbox } from "../pipe/place.ts";
import { report, visit } from "../pipe/visit.ts";
import type { Settings } from "../settings.ts";
import { bot } from "./bot.ts";
import { plainTalk } from "./plain-talk.ts";

/** Joins a room in a pipe: what is read is said, what happens is written. The end of the input is a goodbye. */
export async function joinPiped(settings: Settings, { json }: { json: boolean }): Promise<ExitCode> {
  const stay = visit(settings);
  const { take } = json ? bot(stay) : plainTalk(stay, settings);

  const feed = async () => {
    await stay.arrived;
    const done: Promise<void>[] = [];
    for await (const { text } of readLines(process.stdin)) {
      await placeInOutbox(stay.chat);
      done.push(take(text));
    }
    await Promise.all(done);
    await outboxBelow(stay.chat, 0);
    await stay.leave({ exitCode: EXIT.fine });
  };
  stay.chat.start();
  const ending = await Promise.race([stay.ended, feed().then(() => stay.ended)]);
  report(ending);
  return ending.exitCode;
}

/** One side of a pipe. */
export interface Talk {
  /** Takes a line of input; what it returns is waited for before the end. */
  take(line: string): Promise<void>;
}
