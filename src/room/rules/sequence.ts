import { refuseAs } from "../../protocol/detail.ts";
import type { Refusal } from "../../protocol/error.ts";
import type { Actor } from "../actor.ts";
import type { Effect } from "../effect.ts";
import { answer } from "../effect.ts";
import type { Room } from "../state/room.ts";
import type { SessionId } from "../state/session.ts";

/**
 * Where a numbered command stands in its client's row: next in turn
 * (undefined), a repeat, which is answered again, or too far ahead.
 */
export function checkTurn({ session, joined }: Actor, cid: number): readonly Effect[] | Refusal | undefined {
  const stored = joined.cid;
  if (cid <= stored) return [answer(session, { type: "stored", cid })];
  if (cid > stored + 1) return refuseAs("next_number", { next: stored + 1 });
  return undefined;
}

/** Whose command was stored, under which of that client's numbers and as what. */
interface Stored {
  readonly uid: string;
  readonly client: string;
  readonly cid: number;
  readonly id: number;
}

/** Uses up a client's number: its command is stored. Returns which of its sessions are open, for what they keep has changed. */
export function useUp(room: Room, { uid, client, cid, id }: Stored): SessionId[] {
  room.numbers.note({ uid, client }, { cid, id });
  return room.sessions.count({ uid, client, cid });
}

/** Uses up the number of a command that came over a socket. Returns the acknowledgement. */
export function acknowledge(
  room: Room,
  { session, joined }: Actor,
  { cid, id }: { readonly cid: number; readonly id: number },
): Effect {
  useUp(room, { uid: joined.uid, client: joined.client, cid, id });
  return answer(session, { type: "stored", cid, id });
}
