import { CLOSE } from "../../src/protocol/close-code.ts";
import type { ChatEventOf, ChatState } from "../core/chat-event.ts";
import { PapoError } from "./papo-error.ts";
import { toldProblem } from "./told-problem.ts";
import { libraryWords } from "./words/library-words.ts";

type StoppedState = Extract<ChatState, { state: "stopped" }>;
type Kicked = ChatEventOf<"kicked">;

/** Why somebody is no longer in a room that they have not left. `kicked`: who put them out, where that was told. */
export function roomEnd({ code, reason, problem }: StoppedState, kicked: Kicked | undefined): PapoError {
  const { ends } = libraryWords;
  const by = kicked?.by;
  const told = kicked && {
    params: { by: kicked.by, byUid: kicked.byUid, ...(kicked.reason && { reason: kicked.reason }) },
  };
  switch (code) {
    case CLOSE.kicked:
      return new PapoError({ code: "kicked", message: by ? ends.kickedBy(by) : ends.kicked, ...told });
    case CLOSE.banned:
      if (problem !== undefined) return new PapoError(toldProblem(problem));
      return new PapoError({ code: "banned", message: by ? ends.bannedBy(by) : ends.banned, ...told });
    case CLOSE.erased:
      return reason === "closed"
        ? new PapoError({ code: "closed", message: ends.closed })
        : new PapoError({ code: "erased", message: ends.erased });
    case CLOSE.replaced:
      return new PapoError({ code: "replaced", message: ends.replaced });
    case CLOSE.flooding:
      return new PapoError({ code: "flooding", message: ends.flooding });
    case CLOSE.tooBig:
      return new PapoError({ code: "too_big", message: ends.tooBig });
    default:
      return problem === undefined
        ? new PapoError({ code: "ended", message: ends.ended(code) })
        : new PapoError(toldProblem(problem));
  }
}
