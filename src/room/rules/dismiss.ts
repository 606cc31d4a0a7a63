import type { CloseCode } from "../../protocol/close-code.ts";
import { close, type Effect } from "../effect.ts";
import type { Session } from "../state/session.ts";

/** Marks a session as gone, so that nothing more from it counts, and has its socket closed. */
export function dismiss(session: Session, code: CloseCode, reason: string): Effect {
  session.state = { state: "gone" };
  return close(session, code, reason);
}
