import type { ChatEvent, ChatState } from "../../core/chat-event.ts";
import { oneLine } from "../../core/text/one-line.ts";
import { sayProblem } from "../../core/words/say-problem.ts";
import { cliWords } from "../words/words.ts";

type WaitingState = Extract<ChatState, { state: "waiting" }>;

/** Milliseconds below which it says little when the next attempt is. */
const SOON = 5_000;

/** Says why a room lets nobody in, once for each reason until it does. */
export class WaitNotice {
  #told: string | undefined;
  #hasBeenIn = false;

  /** What is to be said about an event, if anything. `now` is in milliseconds since 1970. */
  of(event: ChatEvent, now: number): string | undefined {
    if (event.type === "caught_up") {
      this.#told = undefined;
      this.#hasBeenIn = true;
    }
    return event.type === "state" && event.state.state === "waiting"
      ? this.#about(event.state, now)
      : undefined;
  }

  #about({ problem, until }: WaitingState, now: number): string | undefined {
    if (problem === undefined || problem.message === this.#told) return undefined;
    // A first attempt ends with what is wrong, unless it is worth the wait.
    if (!this.#hasBeenIn && problem.problem !== "rate_limited") return undefined;
    this.#told = problem.message;
    const ms = until - now;
    const why = oneLine(sayProblem(problem));
    return ms < SOON ? cliWords().view.goesOnTrying(why) : cliWords().view.triesAgain({ why, ms });
  }
}
