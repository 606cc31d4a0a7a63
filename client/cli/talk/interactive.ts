import { oneLine } from "../../core/text/one-line.ts";
import { EXIT, type ExitCode } from "../end/exit-code.ts";
import { onSignal } from "../end/signals.ts";
import type { ClientSettings } from "../shell/settings.ts";
import { layOut } from "../view/lay-out.ts";
import { sentence } from "../view/log-line.ts";
import { askNick } from "./ask-nick.ts";
import { Conversation } from "./conversation.ts";
import { Desk } from "./desk.ts";

/** Joins a room at a terminal. */
export async function joinInteractively(settings: ClientSettings): Promise<ExitCode> {
  let end: (exitCode: ExitCode) => void = (exitCode) => process.exit(exitCode);
  onSignal((exitCode) => end(exitCode));
  const desk = new Desk(process, settings);
  try {
    const nick = settings.nick ?? (await askNick(desk, undefined));
    if (nick === undefined) return EXIT.interrupted;
    const conversation = new Conversation({ settings, desk, nick });
    end = (exitCode) => void conversation.leaveNow({ exitCode });
    const { exitCode, message } = await conversation.ended;
    desk.close();
    if (message !== undefined)
      void process.stderr.write(layOut([sentence(oneLine(message))], process.stderr));
    return exitCode;
  } finally {
    desk.close();
  }
}
