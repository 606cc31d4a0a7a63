import { refuseAs } from "../../protocol/detail.ts";
import { type Refusal, refuse, waiting } from "../../protocol/error.ts";
import type { Effect } from "../effect.ts";
import type { Room } from "../state/room.ts";
import type { Visitor } from "./access.ts";
import { shareNow, until } from "./budget.ts";

/** Who would make a room that nobody has made. */
type Maker = Pick<Visitor, "admin" | "pass" | "used">;

/** Refuses who can't make a room that is not there: for them it does not exist. */
export function checkMaking(room: Room, { admin, pass, used }: Maker): Refusal | undefined {
  const { profile, settings } = room;
  if (profile || admin) return undefined;
  switch (settings.newRooms) {
    case "anyone":
      // Whoever makes a room owns it, and owners may write for longest.
      return used && shareNow(room, used) > 0 ? until(room, refuseAs("no_more_rooms")) : undefined;
    case "pass":
      return pass?.make ? undefined : refuse("no_such_room");
    case "admin":
      return refuse("no_such_room");
    default:
      return settings.newRooms satisfies never;
  }
}

/** Whether it must be asked first how many rooms this network has made of late, by whoever counts that for all rooms. */
export function isCounted({ profile }: Room, { admin }: Maker): boolean {
  return !profile && !admin;
}

/** The refusal of a room too many. `wait` is in milliseconds. */
export function madeInHaste(wait: number): Refusal {
  return waiting(wait, refuseAs("rooms_made_in_haste"));
}

/** Makes the room if nobody has: as somebody joins it, or posts to it. */
export function make(room: Room, { used }: Maker): Effect[] {
  if (room.profile) return [];
  const epoch = room.now();
  room.arrange({
    ...{ epoch, topic: "", lock: undefined, slow: 0, emptySince: epoch },
    ...{ believed: room.clock.wall(), doubted: undefined, generation: room.settings.dataGeneration },
    ...{ used: used ? shareNow(room, used) : 0, usedDay: used?.day ?? 0 },
    shelf: undefined,
  });
  return [{ type: "report" }];
}
