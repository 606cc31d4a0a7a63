import { randomToken } from "../../../src/protocol/identity.ts";
import type { Chat } from "../../core/chat.ts";
import { type Ending, endingOf, endingOfFirst, endingOfRefusal } from "../end/ending.ts";
import { LEAVE_WITHIN } from "../end/leave-within.ts";
import { enter } from "../net/enter.ts";
import type { ClientSettings } from "../shell/settings.ts";

/** What became of somebody who wants to come in by a nickname. */
export type AttemptOutcome =
  | { readonly chat: Chat }
  | { readonly refused: "nick" }
  | { readonly ending: Ending };

export interface Attempt {
  readonly outcome: Promise<AttemptOutcome>;
  /** Thinks better of it; nothing more comes of it. */
  drop(): void;
}

/**
 * Comes into the room as a new person. A socket proves nothing of who is at
 * its other end, so nobody is ever taken for somebody who was there before.
 */
export function attempt(settings: ClientSettings, nick: string): Attempt {
  const { chat, trouble } = enter(settings, { self: { nick, token: randomToken() } });
  let stop = () => {};
  const outcome = new Promise<AttemptOutcome>((resolve) => {
    const fail = (failed: AttemptOutcome) => {
      stop();
      chat.close();
      resolve(failed);
    };
    stop = chat.subscribe((event) => {
      if (event.type === "caught_up") {
        stop();
        resolve({ chat });
      }
      if (event.type !== "state") return;
      const { state } = event;
      if (state.state === "refused") {
        const isNick = state.problem.problem === "nick_taken" || state.problem.problem === "bad_nick";
        fail(isNick ? { refused: "nick" } : { ending: endingOfRefusal(state.problem, settings.keyWithheld) });
      }
      if (state.state === "stopped") fail({ ending: endingOf(state, { told: false }) });
      if (state.state === "waiting" && state.problem?.problem !== "rate_limited") {
        fail({ ending: endingOfFirst(state.problem, trouble()) });
      }
    });
    chat.start();
  });
  return {
    outcome,
    drop() {
      stop();
      void chat.leave(LEAVE_WITHIN);
    },
  };
}
