import { EXIT, type ExitCode } from "../exit-code.ts";
import type { Settings } from "../settings.ts";
import { oneLine } from "../view/one-line.ts";
import { Conversation } from "./conversation.ts";
import { Desk } from "./desk.ts";

/** Joins a room at a terminal. */
export async function joinInteractively(settings: Settings): Promise<ExitCode> {
  const desk = new Desk(process);
  const nick = settings.nick ?? (await desk.ask({ label: "Nickname: " }))?.trim();
  if (nick === undefined) return EXIT.interrupted;

  const conversation = new Conversation({ settings, desk, nick });
  process
    .on("SIGINT", () => void conversation.leaveNow({ exitCode: EXIT.interrupted }))
    .on("SIGTERM", () => void conversation.leaveNow({ exitCode: EXIT.terminated }))
    .on("SIGHUP", () => void conversation.leaveNow({ exitCode: EXIT.hungUp }))
    .on("SIGCONT", () => conversation.wake());
  conversation.start();
  const { exitCode, message } = await conversation.ended;
  desk.close();
  if (message !== undefined) process.stderr.write(`${oneLine(message)}\n`);
  return exitCode;
}
