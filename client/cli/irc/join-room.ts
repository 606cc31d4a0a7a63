import { isDurable } from "../../../src/protocol/change.ts";
import type { Chat } from "../../core/chat.ts";
import type { SeenEvent } from "../../core/chat-event.ts";
import { localProblem, type Problem } from "../../core/problem.ts";

/** What came of going into a room: what was said there lately, or why not. */
export type IrcEntry =
  /** `end`: no more is collected. */
  | { readonly lately: readonly SeenEvent[]; end(): void }
  | { readonly problem: Problem; readonly trouble?: string };

export interface EntryOptions {
  /** Why the server could not be reached, in a sentence. */
  trouble(): string;
  /** After that, it is given up. */
  readonly within: Promise<unknown>;
}

/** Resolves once somebody is in a room, or will not be. */
export function entryInto(chat: Chat, { trouble, within }: EntryOptions): Promise<IrcEntry> {
  const lately: SeenEvent[] = [];
  return new Promise((resolve) => {
    let isIn = false;
    const fail = (problem: Problem, why?: string) => {
      end();
      chat.close();
      resolve({ problem, ...(why !== undefined && { trouble: why }) });
    };
    const end = chat.subscribe((event) => {
      // What comes with the welcome is told, too: nobody else listens yet.
      if (isDurable(event)) lately.push(event);
      if (event.type === "caught_up") {
        isIn = true;
        resolve({ lately, end });
      }
      if (event.type !== "state" || isIn) return;
      const { state } = event;
      if (state.state === "refused") fail(state.problem);
      if (state.state === "stopped") fail(state.problem ?? localProblem("offline"));
      if (state.state === "waiting" && state.problem?.problem !== "rate_limited") {
        fail(state.problem ?? localProblem("no_answer"), state.problem === undefined ? trouble() : undefined);
      }
    });
    void within.then(() => {
      if (!isIn) fail(localProblem("no_answer"));
    });
    chat.start();
  });
}
