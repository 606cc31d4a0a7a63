import type { Chat } from "../core/chat.ts";
import type { Clock } from "../core/clock.ts";
import { type Problem as CoreProblem, isProblem, waitOf } from "../core/problem.ts";
import { toldProblem, UNSURE } from "./told-problem.ts";
import type { Problem } from "./types/problem.ts";

/** How often one is given that came too early, and for how many milliseconds it waits for that at most. */
const ATTEMPTS = 10;
const LONGEST_WAIT = 60_000;

type GiveOrder = () => CoreProblem | undefined;

interface OrdersOptions {
  readonly chat: Pick<Chat, "subscribe" | "history">;
  readonly clock: Clock;
  readonly ended: Promise<unknown>;
}

/** Commands that the room acknowledges by no number of theirs: one at a time, so that a refusal is surely of that one. */
export class Orders {
  readonly #chat: Pick<Chat, "subscribe" | "history">;
  readonly #clock: Clock;
  readonly #ended: Promise<unknown>;
  #last: Promise<unknown> = Promise.resolve();

  /** `ended`: nobody is in the room any more. */
  constructor({ chat, clock, ended }: OrdersOptions) {
    this.#chat = chat;
    this.#clock = clock;
    this.#ended = ended;
  }

  /** `type`: under which the room would refuse it. */
  give(type: string, order: GiveOrder): Promise<Problem | undefined> {
    const done = this.#last.then(() => this.#patiently(type, order));
    this.#last = done;
    return done;
  }

  /** The person's other clients have their share of the room's pace, too. */
  async #patiently(type: string, order: GiveOrder): Promise<Problem | undefined> {
    for (let left = ATTEMPTS; ; left--) {
      const { problem, isUnsure } = await this.#carryOut(type, order);
      if (isUnsure) return UNSURE;
      if (problem?.problem !== "rate_limited" || left === 1 || waitOf(problem) > LONGEST_WAIT) {
        return problem && toldProblem(problem);
      }
      await this.#sleep(waitOf(problem));
    }
  }

  #sleep(ms: number): Promise<void> {
    return new Promise((resolve) => {
      const cancel = this.#clock.setTimer(ms, resolve);
      void this.#ended.then(() => {
        cancel();
        resolve();
      });
    });
  }

  async #carryOut(
    type: string,
    order: GiveOrder,
  ): Promise<{ problem: CoreProblem | undefined; isUnsure: boolean }> {
    let refusal: CoreProblem | undefined;
    const stop = this.#chat.subscribe((event) => {
      if (event.type === "error" && event.of === type) refusal ??= event.problem;
    });
    const problem = order();
    // The room takes commands in order, so once it has answered this it has done the other, or refused it.
    const answer = problem ?? (await this.#chat.history({ before: 1, limit: 1 }));
    stop();
    const why = problem ?? refusal;
    return { problem: why, isUnsure: why === undefined && isProblem(answer) };
  }
}
