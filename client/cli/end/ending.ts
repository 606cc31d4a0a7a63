import { CLOSE } from "../../../src/protocol/close-code.ts";
import type { ChatState } from "../../core/chat-event.ts";
import type { Problem } from "../../core/problem.ts";
import type { Entry } from "../../core/sending/entry.ts";
import { sayProblem } from "../../core/words/say-problem.ts";
import { cliWords } from "../words/words.ts";
import { EXIT, type ExitCode, exitCodeWithoutSending } from "./exit-code.ts";

type Stopped = Extract<ChatState, { state: "stopped" }>;

/** How a conversation ended, and what to say about it. */
export interface Ending {
  readonly exitCode: ExitCode;
  readonly message?: string;
}

/** The end that a room has put to it. `told`: the line that says who did it has been shown. */
export function endingOf({ code, reason, problem }: Stopped, { told }: { told: boolean }): Ending {
  const { end } = cliWords();
  switch (code) {
    case CLOSE.left:
      // Nobody has asked it to.
      return { exitCode: EXIT.failed, message: end.roomEnded };
    case CLOSE.kicked:
      return { exitCode: EXIT.refused, ...(!told && { message: end.sentOut }) };
    case CLOSE.banned:
      return { exitCode: EXIT.refused, message: problem ? sayProblem(problem) : end.banned };
    case CLOSE.erased:
      // The room says which of the two it was.
      return { exitCode: EXIT.refused, message: reason === "closed" ? end.serverClosed : end.erased };
    case CLOSE.replaced:
      return { exitCode: EXIT.failed, message: end.replaced };
    case CLOSE.flooding:
      return { exitCode: EXIT.failed, message: end.cutOff };
    default:
      return { exitCode: EXIT.failed, message: end.roomEndedWith({ code, reason }) };
  }
}

/** A refusal that nobody can be asked about. `keyWithheld`: why a passphrase that is set was not told. */
export function endingOfRefusal(refusal: Problem, keyWithheld?: string): Ending {
  const exitCode = exitCodeWithoutSending(refusal.problem, EXIT.refused);
  const message = sayProblem(refusal);
  const { end } = cliWords();
  switch (refusal.problem) {
    case "locked":
      return {
        exitCode,
        message: keyWithheld === undefined ? end.giveKey(message) : end.keyWithheld(keyWithheld),
      };
    case "no_pass":
      return { exitCode, message: end.giveLink(message) };
    case "nick_taken":
    case "bad_nick":
      return { exitCode, message: end.chooseNick(message) };
    default:
      return { exitCode, message };
  }
}

/** The end of somebody who was refused so often that the room hears no more. */
export function endingOfRefusals(last: Problem): Ending {
  const { exitCode } = endingOfRefusal(last);
  return { exitCode, message: cliWords().end.tooOften(sayProblem(last)) };
}

/** What is left behind at an end. */
export interface Left {
  readonly unsent: number;
  /** Sent, and not answered. */
  readonly unknown: number;
  /** Whether the input goes on behind what was read of it, or may. */
  readonly more?: boolean;
  /** Whether the next run finds it. */
  readonly isKept?: boolean;
}

/** What an outbox leaves behind. */
export function leftIn(outbox: readonly Entry[]): Left {
  const unsent = outbox.filter(({ state }) => state === "waiting").length;
  return { unsent, unknown: outbox.length - unsent };
}

/** Says what is left behind; it decides the code of an end that somebody wanted. */
export function withUnsent({ exitCode, message }: Ending, left: Left): Ending {
  const { unsent, unknown, more = false } = left;
  if (unsent + unknown === 0) return { exitCode, ...(message !== undefined && { message }) };
  const { end } = cliWords();
  const lost = end.left({ unsent, unknown, more });
  const sentence = left.isKept ? end.kept(lost) : lost;
  return {
    exitCode: isWanted(exitCode) ? EXIT.unsent : exitCode,
    message: message === undefined ? sentence : end.leaving({ ending: message, left: sentence }),
  };
}

/** The same of files, each by its name: no further run sends them. */
export function withUnsentFiles(ending: Ending, names: readonly string[]): Ending {
  if (names.length === 0) return ending;
  const { exitCode, message } = ending;
  const left = cliWords().files.left(names);
  return {
    exitCode: isWanted(exitCode) ? EXIT.unsent : exitCode,
    message: message === undefined ? left : cliWords().end.leaving({ ending: message, left }),
  };
}

/** Whether somebody wanted to go. */
function isWanted(exitCode: ExitCode): boolean {
  return exitCode === EXIT.fine || exitCode === EXIT.interrupted;
}

/** The first attempt has failed; `trouble` says how, where the room did not. */
export function endingOfFirst(problem: Problem | undefined, trouble: string): Ending {
  if (problem === undefined) return { exitCode: EXIT.failed, message: trouble };
  const exitCode = exitCodeWithoutSending(problem.problem);
  const { retryAfter } = problem;
  const why = sayProblem(problem);
  const ms = Math.ceil((retryAfter ?? 0) / 1_000) * 1_000;
  return { exitCode, message: ms > 0 ? cliWords().end.tryAgainIn({ why, ms }) : why };
}
