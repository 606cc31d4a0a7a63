import type { Room } from "../../state/room.ts";
import type { StoredSubscription } from "../../state/store.ts";

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
