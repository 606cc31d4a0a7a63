import { CLOSE } from "../../../src/protocol/close-code.ts";
import type { Chat } from "../../core/chat.ts";
import type { ChatEvent, ChatState } from "../../core/chat-event.ts";
import type { Problem } from "../../core/problem.ts";
import { oneLine } from "../../core/text/one-line.ts";
import { sayProblem } from "../../core/words/say-problem.ts";
import { type Ending, endingOf, endingOfFirst, endingOfRefusals } from "../end/ending.ts";
import type { Entrance } from "../net/enter.ts";
import { cliWords } from "../words/words.ts";
import { askForBetter, type Refused } from "./refused.ts";

/** Where somebody is: not in the room yet, in it, or changing who they are. */
type Phase = "arriving" | "here" | "moving";

/** What a room, or something before it, may no longer say in a moment. */
const PASSING: ReadonlySet<Problem["problem"]> = new Set(["rate_limited", "internal", "no_answer"]);

export interface ArrivalOptions extends Pick<Refused, "desk" | "self" | "settings"> {
  remark(sentence: string): void;
  /** Nobody is let in yet, but what is typed may wait. */
  open(): void;
  /** The room would not have them, or no longer. */
  ended(ending: Ending): void;
}

/** The way into a room, and back into it: what is waited for, and what the person is asked. */
export class Arrival {
  readonly #options: ArrivalOptions;
  #phase: Phase = "arriving";
  /** What the room has refused before it let anybody in. */
  #refusal: Problem | undefined;
  /** Why nobody is let in yet, as it was told last. */
  #waitTold: string | undefined;
  /** Whether somebody is being asked for what the room wants. */
  #isAsked = false;

  constructor(options: ArrivalOptions) {
    this.#options = options;
  }

  /** Begins anew as somebody else: who they were is about to leave. */
  move(): void {
    this.#phase = "moving";
  }

  follow(event: ChatEvent, entrance: Entrance): void {
    if (event.type === "state") this.#changed(event.state, entrance);
    if (event.type !== "caught_up") return;
    this.#phase = "here";
    this.#refusal = undefined;
  }

  #changed(state: ChatState, entrance: Entrance): void {
    switch (state.state) {
      case "waiting":
        if (this.#phase === "arriving") this.#wait(state.problem, entrance);
        return;
      case "refused":
        void this.#refused(state.problem, entrance.chat);
        return;
      case "stopped":
        if (this.#phase !== "moving") this.#options.ended(this.#endingOf(state));
        return;
      case "idle":
      case "connecting":
      case "online":
        return;
      default:
        state satisfies never;
    }
  }

  /** What may pass is waited for, and what is typed meanwhile waits, too. */
  #wait(problem: Problem | undefined, { trouble, mayPass }: Entrance): void {
    const { remark, open, ended } = this.#options;
    if (problem === undefined ? !mayPass() : !PASSING.has(problem.problem)) {
      ended(endingOfFirst(problem, trouble()));
      return;
    }
    const why = oneLine(problem === undefined ? trouble() : sayProblem(problem));
    // Of a limit, and of how long it holds, the teller tells.
    if (why !== this.#waitTold && problem?.problem !== "rate_limited") {
      remark(`! ${cliWords().view.goesOnTrying(why)}`);
    }
    this.#waitTold = why;
    open();
  }

  #endingOf(state: Extract<ChatState, { state: "stopped" }>): Ending {
    if (state.code === CLOSE.flooding && this.#refusal !== undefined) return endingOfRefusals(this.#refusal);
    return endingOf(state, { told: this.#phase === "here" });
  }

  async #refused(problem: Problem, chat: Chat): Promise<void> {
    this.#refusal = problem;
    if (this.#isAsked) return;
    this.#isAsked = true;
    const ending = await askForBetter({ ...this.#options, chat, problem, isNew: this.#phase === "arriving" });
    this.#isAsked = false;
    if (ending !== undefined) this.#options.ended(ending);
  }
}
