import { CLOSE } from "../../protocol/close-code.ts";
import type { Effect } from "../effect.ts";
import type { Room } from "../state/room.ts";
import { endSession } from "./leave.ts";

/** Ends the room for good, as the deployment's admin wants: everybody is closed, and nothing of it is left. */
export function end(room: Room): Effect[] {
  const closing = { code: CLOSE.erased, reason: "erased" };
  const closings = room.sessions.ids().flatMap((id) => endSession(room, id, { closing, last: "untold" }));
  return [...closings, { type: "erase" }];
}

/** Closes everybody but who may stay, for the deployment's door is closed; the room stays as it is. */
export function closeDoor(room: Room, stay: "nobody" | "admins"): Effect[] {
  const closing = { code: CLOSE.erased, reason: "closed" };
  const ids = room.sessions.ids().filter((id) => stay === "nobody" || !room.sessions.get(id)?.admin);
  // Nobody is held: it would cost rows, and nobody comes back at once.
  return ids.flatMap((id) => endSession(room, id, { closing, last: { why: "lost" } }));
}
