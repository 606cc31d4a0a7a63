import { type Callee, callsTo } from "../../../protocol/calling.ts";
import type { Room } from "../../state/room.ts";
import type { LoggedMessage, StoredSubscription } from "../../state/store.ts";

/** Whether a device is to be told of a message, of those that its person may see. */
export function concerns(
  message: LoggedMessage,
  callee: Callee,
  wants: StoredSubscription["wants"],
): boolean {
  const { uid, text, to, manner } = message;
  if (wants === "calls" || to) return callsTo({ uid, text, to, re: manner.re }, callee);
  return text !== undefined && uid !== callee.uid;
}

/** By what name somebody is called: while they are gone, by the last, unless somebody else has it. */
export function calledAs(
  room: Room,
  uid: string,
  [known]: readonly StoredSubscription[],
): string | undefined {
  const here = room.people.get(uid);
  if (here) return here.nick;
  return known && room.people.named(known.nick) ? undefined : known?.nick;
}
