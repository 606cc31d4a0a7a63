import type { Chat } from "../core/chat.ts";
import type { Problem as CoreProblem } from "../core/problem.ts";
import { PapoError } from "./papo-error.ts";
import { roomEnd } from "./room-end.ts";
import { toldProblem } from "./told-problem.ts";
import type { Signal } from "./types/join.ts";

export interface ArriveOptions {
  readonly signal: Signal | undefined;
  /** What the server said to the last attempt that opened nothing. */
  refusal(): CoreProblem | undefined;
  /** The same where it said nothing. */
  unreached(): PapoError;
}

/**
 * Starts a chat. Resolves when it is in the room and has told all that was
 * missed. The first refusal is final, and so is a server that is not there:
 * a program has nobody to ask, and whoever runs it had better know. Only what
 * asks for patience (`rate_limited`) is waited out.
 */
export function arrive(chat: Chat, { signal, refusal, unreached }: ArriveOptions): Promise<void> {
  return new Promise((resolve, reject) => {
    let isWelcome = false;
    const settle = (conclude: () => void) => {
      stop();
      signal?.removeEventListener("abort", abort);
      conclude();
    };
    const fail = (why: unknown) => {
      settle(() => reject(why));
      chat.close();
    };
    const abort = () => {
      settle(() => reject(signal?.reason));
      void chat.leave();
    };
    const stop = chat.subscribe((event) => {
      if (event.type === "welcomed") isWelcome = true;
      if (event.type === "caught_up") return settle(resolve);
      if (event.type !== "state") return;
      const { state } = event;
      if (state.state === "refused") fail(new PapoError(toldProblem(state.problem)));
      if (state.state === "stopped") fail(roomEnd(state, undefined));
      if (state.state !== "waiting" || isWelcome) return;
      const problem = state.problem ?? refusal();
      if (problem === undefined) fail(unreached());
      else if (problem.problem !== "rate_limited") fail(new PapoError(toldProblem(problem)));
    });
    if (signal?.aborted) return abort();
    signal?.addEventListener("abort", abort, { once: true });
    chat.start();
  });
}
