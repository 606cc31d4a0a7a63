import type { Chat } from "../core/chat.ts";
import { type Problem as CoreProblem, isProblem } from "../core/problem.ts";
import { toldProblem, UNSURE } from "./told-problem.ts";
import type { Problem } from "./types/problem.ts";

/** Commands that the room acknowledges by no number of theirs: one at a time, so that a refusal is surely of that one. */
export class Orders {
  readonly #chat: Pick<Chat, "subscribe" | "history">;
  #last: Promise<unknown> = Promise.resolve();

  constructor(chat: Pick<Chat, "subscribe" | "history">) {
    this.#chat = chat;
  }

  /** `type`: under which the room would refuse it. */
  give(type: string, order: () => CoreProblem | undefined): Promise<Problem | undefined> {
    const done = this.#last.then(() => this.#carryOut(type, order));
    this.#last = done;
    return done;
  }

  async #carryOut(type: string, order: () => CoreProblem | undefined): Promise<Problem | undefined> {
    let refusal: CoreProblem | undefined;
    const stop = this.#chat.subscribe((event) => {
      if (event.type === "error" && event.of === type) refusal ??= event.problem;
    });
    const problem = order();
    // The room takes commands in order, so once it has answered this it has done the other, or refused it.
    const answer = problem ?? (await this.#chat.history({ before: 1, limit: 1 }));
    stop();
    const why = problem ?? refusal;
    if (why !== undefined) return toldProblem(why);
    return isProblem(answer) ? UNSURE : undefined;
  }
}
