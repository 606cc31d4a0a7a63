import { type Refusal, refuse } from "../../protocol/error.ts";
import type { Effect } from "../effect.ts";
import { answer } from "../effect.ts";
import type { Room } from "../state/room.ts";
import type { JoinedSession } from "../state/session.ts";

/**
 * Where a numbered command stands in its client's row: next in turn
 * (undefined), a repeat, which is answered again, or too far ahead.
 */
export function checkTurn(session: JoinedSession, cid: number): readonly Effect[] | Refusal | undefined {
  const stored = session.state.cid;
  if (cid <= stored) return [answer(session, { type: "stored", cid })];
  if (cid > stored + 1) return refuse("out_of_order", `The next number is ${stored + 1}.`);
  return undefined;
}

/** Uses up a number: its command is stored. Returns the acknowledgement. */
export function acknowledge(room: Room, session: JoinedSession, stored: { cid: number; id: number }): Effect {
  const { uid, client } = session.state;
  session.state = { ...session.state, cid: stored.cid };
  room.count(uid, client, stored);
  return answer(session, { type: "stored", ...stored });
}
