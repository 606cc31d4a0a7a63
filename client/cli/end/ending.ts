import { CLOSE } from "../../../src/protocol/close-code.ts";
import type { ChatState } from "../../core/chat-event.ts";
import type { Problem } from "../../core/problem.ts";
import type { Entry } from "../../core/sending/entry.ts";
import { duration } from "../view/label.ts";
import { EXIT, type ExitCode, exitCodeWithoutSending } from "./exit-code.ts";

/** How a passphrase is given where nobody can be asked. */
export const HOW_TO_GIVE_KEY = "Give it in PAPO_KEY, or in a file by --key-file.";

type Stopped = Extract<ChatState, { state: "stopped" }>;

/** How a conversation ended, and what to say about it. */
export interface Ending {
  readonly exitCode: ExitCode;
  readonly message?: string;
}

/** The end that a room has put to it. `told`: the line that says who did it has been shown. */
export function endingOf({ code, reason, problem }: Stopped, { told }: { told: boolean }): Ending {
  switch (code) {
    case CLOSE.left:
      // Nobody has asked it to.
      return { exitCode: EXIT.failed, message: "The room ended the connection." };
    case CLOSE.kicked:
      return { exitCode: EXIT.refused, ...(!told && { message: "You were sent out of the room." }) };
    case CLOSE.banned:
      return { exitCode: EXIT.refused, message: problem?.message ?? "You are banned from this room." };
    case CLOSE.replaced:
      return { exitCode: EXIT.failed, message: "Another client has taken your place." };
    case CLOSE.flooding:
      return { exitCode: EXIT.failed, message: "The room cut you off: too much that it had to refuse." };
    default:
      return { exitCode: EXIT.failed, message: `The room ended the connection (${code} ${reason}).` };
  }
}

/** A refusal that nobody can be asked about. `keyWithheld`: why a passphrase that is set was not told. */
export function endingOfRefusal({ problem, message }: Problem, keyWithheld?: string): Ending {
  const exitCode = exitCodeWithoutSending(problem, EXIT.refused);
  switch (problem) {
    case "locked":
      return {
        exitCode,
        message:
          keyWithheld === undefined ? `${message} ${HOW_TO_GIVE_KEY}` : `This room is locked. ${keyWithheld}`,
      };
    case "nick_taken":
    case "bad_nick":
      return { exitCode, message: `${message} Choose another with --nick.` };
    default:
      return { exitCode, message };
  }
}

/** The end of somebody who was refused so often that the room hears no more. */
export function endingOfRefusals(last: Problem): Ending {
  const { exitCode } = endingOfRefusal(last);
  const message = `${last.message} That was too often: the room takes no more attempts. Try again later.`;
  return { exitCode, message };
}

/** What is left behind at an end. */
export interface Left {
  readonly unsent: number;
  /** Sent, and not answered. */
  readonly unknown: number;
  /** Whether the input goes on behind what was read of it, or may. */
  readonly more?: boolean;
}

/** What an outbox leaves behind. */
export function leftIn(outbox: readonly Entry[]): Left {
  const unsent = outbox.filter(({ state }) => state === "waiting").length;
  return { unsent, unknown: outbox.length - unsent };
}

/** Says what is left behind; it decides the code of an end that somebody wanted. */
export function withUnsent({ exitCode, message }: Ending, left: Left): Ending {
  const sentence = sentenceAbout(left);
  if (sentence === undefined) return { exitCode, ...(message !== undefined && { message }) };
  const wanted = exitCode === EXIT.fine || exitCode === EXIT.interrupted;
  return {
    exitCode: wanted ? EXIT.unsent : exitCode,
    message: message === undefined ? sentence : `${message} ${sentence}`,
  };
}

function sentenceAbout({ unsent, unknown, more = false }: Left): string | undefined {
  const which =
    unknown === 1
      ? "Of 1 line it is not known whether it was sent"
      : `Of ${unknown} lines it is not known whether they were sent`;
  if (unsent === 0) return unknown === 0 ? undefined : `${which}.`;
  const count = unsent === 1 ? "1 line was not sent" : `${unsent} lines were not sent`;
  const behind = more ? ", nor what follows in the input" : "";
  return `${count}${behind}${unknown === 0 ? "" : `; of ${unknown} it is not known`}.`;
}

/** The first attempt has failed; `trouble` says how, where the room did not. */
export function endingOfFirst(problem: Problem | undefined, trouble: string): Ending {
  if (problem === undefined) return { exitCode: EXIT.failed, message: trouble };
  const exitCode = exitCodeWithoutSending(problem.problem);
  const { message, retryAfter } = problem;
  const wait = Math.ceil((retryAfter ?? 0) / 1_000) * 1_000;
  return { exitCode, message: wait > 0 ? `${message} Try again in ${duration(wait)}.` : message };
}
