import type { Chat, Saved } from "../../core/chat.ts";
import type { Problem } from "../../core/problem.ts";
import { oneLine } from "../../core/text/one-line.ts";
import { sayProblem } from "../../core/words/say-problem.ts";
import { type Ending, endingOf, endingOfFirst, endingOfRefusal, withUnsent } from "../end/ending.ts";
import { EXIT } from "../end/exit-code.ts";
import { LEAVE_WITHIN } from "../end/leave-within.ts";
import { output } from "../end/output.ts";
import { onSignal } from "../end/signals.ts";
import { enter } from "../net/enter.ts";
import { Self } from "../person/self.ts";
import { type ClientSettings, nickOf } from "../shell/settings.ts";
import { layOut } from "../view/lay-out.ts";
import { sentence } from "../view/log-line.ts";
import { sayLine } from "../view/remark.ts";
import { askForPass, isAtTerminal } from "./at-terminal.ts";
import { ReaderPace } from "./reader-pace.ts";
import { Tally } from "./tally.ts";

/** A stay in a room without a conversation. */
export interface Visit {
  /** Not started yet, so that nothing is missed. */
  readonly chat: Chat;
  /** What becomes of the lines of input. */
  readonly tally: Tally;
  /** In the room, and everything missed is told. */
  readonly arrived: Promise<void>;
  readonly ended: Promise<Ending>;
  /** The others read the reason. */
  leave(ending: Ending, reason?: string): Promise<void>;
}

export interface VisitOptions {
  /** What was seen before. */
  readonly saved?: Saved | undefined;
  /** Whether somebody at the terminal may be asked for an invitation: nothing else reads what is typed until they are in. */
  readonly mayAsk?: boolean;
  /** Whether a program reads, and speaks. */
  readonly bot?: boolean;
}

/** Prepares to join. It ends at the first refusal, at a signal, or when it is left. */
export function visit(
  settings: ClientSettings,
  { saved, mayAsk = false, bot = false }: VisitOptions = {},
): Visit {
  const self = new Self(settings, nickOf(settings));
  const { chat, trouble } = enter(settings, { self, saved, bot });
  const tally = new Tally();
  const pace = new ReaderPace(chat, output);
  let welcomed = false;
  let arrive = () => {};
  const arrived = new Promise<void>((resolve) => {
    arrive = resolve;
  });
  let leaving = false;
  let end: (ending: Ending) => void = () => {};
  const ended = new Promise<Ending>((resolve) => {
    end = ({ exitCode, ...ending }) => {
      const isLoss = tally.isLoss && exitCode === EXIT.fine;
      resolve(withUnsent({ ...ending, exitCode: isLoss ? EXIT.unsent : exitCode }, tally.left(chat.outbox)));
    };
  });
  const leave = async (ending: Ending, reason?: string) => {
    leaving = true;
    pace.stop();
    await chat.leave(LEAVE_WITHIN, reason);
    end(ending);
  };

  const onSignals = () => onSignal((exitCode) => void leave({ exitCode }));
  const refused = async (problem: Problem) => {
    if (problem.problem === "no_pass" && mayAsk && isAtTerminal()) {
      sayLine(oneLine(sayProblem(problem)));
      const isGiven = await askForPass(settings);
      onSignals();
      if (isGiven) return chat.rejoin({ anew: true });
    }
    end(endingOfRefusal(problem, settings.keyWithheld));
  };

  chat.subscribe((event) => {
    const notice = self.follow(event, chat.room);
    if (notice !== undefined)
      void process.stderr.write(layOut([sentence(`papo: ${oneLine(notice)}`)], process.stderr));
    if (event.type === "welcomed") welcomed = true;
    if (event.type === "caught_up") arrive();
    if (event.type === "failed") tally.lose(1);
    if (event.type === "unsure") {
      // Nobody can be asked, and twice would be worse than told.
      for (const { key } of event.entries) chat.drop(key);
      tally.lose(event.entries.length);
    }
    pace.keep();
    if (event.type !== "state" || leaving || pace.isWaiting) return;
    const { state } = event;
    if (state.state === "refused") void refused(state.problem);
    if (state.state === "stopped") end(endingOf(state, { told: false }));
    if (state.state === "waiting" && !welcomed && state.problem?.problem !== "rate_limited") {
      end(endingOfFirst(state.problem, trouble()));
    }
  });
  onSignals();
  output.onLost((ending) => void leave(ending));
  return { chat, tally, arrived, ended, leave };
}

/** Tells an ending on standard error. */
export function report({ message }: Ending): void {
  if (message !== undefined)
    void process.stderr.write(layOut([sentence(`papo: ${oneLine(message)}`)], process.stderr));
}
