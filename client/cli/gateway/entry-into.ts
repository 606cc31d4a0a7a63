import { isDurable } from "../../../src/protocol/change.ts";
import type { Chat } from "../../core/chat.ts";
import type { ChatState, SeenEvent } from "../../core/chat-event.ts";
import { localProblem } from "../../core/problem.ts";

/** How a chat stands with a room that it is not in, and will not be by itself. */
type NoEntry = Extract<ChatState, { state: "refused" | "stopped" | "waiting" }>;

/** What came of going into a room: what was said there lately, or why not. */
export type GuestEntry =
  /** `end`: no more is collected. */
  { readonly lately: readonly SeenEvent[]; end(): void } | { readonly keptOut: NoEntry };

/**
 * Starts a chat. Resolves once it is in its room, or will not be: who comes
 * through a gateway is told of the first refusal, and of a server that is not
 * there. Only what asks for patience is waited out, and not longer than `within`.
 */
export function entryInto(chat: Chat, within: Promise<unknown>): Promise<GuestEntry> {
  const lately: SeenEvent[] = [];
  return new Promise((resolve) => {
    let isIn = false;
    const fail = (keptOut: NoEntry) => {
      end();
      chat.close();
      resolve({ keptOut });
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
      if (state.state === "refused" || state.state === "stopped") fail(state);
      if (state.state === "waiting" && state.problem?.problem !== "rate_limited") fail(state);
    });
    void within.then(() => {
      if (!isIn) fail({ state: "waiting", until: 0, attempt: 0, problem: localProblem("no_answer") });
    });
    chat.start();
  });
}
