import { isDurable } from "../../../src/protocol/change.ts";
import type { Chat } from "../../core/chat.ts";
import type { SeenEvent } from "../../core/chat-event.ts";
import { localProblem, type Problem } from "../../core/problem.ts";

/** What came of going into a room: what was said there lately, or why not. */
export type IrcEntry =
  | { readonly lately: readonly SeenEvent[] }
  | { readonly problem: Problem; readonly trouble?: string };

/** Resolves once somebody is in a room, or will not be. */
export function entryInto(chat: Chat, trouble: () => string): Promise<IrcEntry> {
  const lately: SeenEvent[] = [];
  return new Promise((resolve) => {
    const fail = (problem: Problem, why?: string) => {
      stop();
      chat.close();
      resolve({ problem, ...(why !== undefined && { trouble: why }) });
    };
    const stop = chat.subscribe((event) => {
      if (isDurable(event)) lately.push(event);
      if (event.type === "caught_up") {
        stop();
        resolve({ lately });
      }
      if (event.type !== "state") return;
      const { state } = event;
      if (state.state === "refused") fail(state.problem);
      if (state.state === "stopped") fail(state.problem ?? localProblem("offline"));
      if (state.state === "waiting" && state.problem?.problem !== "rate_limited") {
        fail(state.problem ?? localProblem("no_answer"), state.problem === undefined ? trouble() : undefined);
      }
    });
    chat.start();
  });
}
