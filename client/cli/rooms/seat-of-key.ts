import type { RoomKey } from "../prompt/edit/action.ts";
import { byImportance, isActive } from "./activity.ts";
import type { Seat } from "./seat.ts";

/** Where a key leads from the seat in front; undefined where it leads nowhere. */
export function seatOfKey(
  room: RoomKey,
  { seats, front }: { seats: readonly Seat[]; front: Seat | undefined },
): Seat | undefined {
  const at = front === undefined ? 0 : seats.indexOf(front);
  switch (room) {
    case "next":
      return seats[(at + 1) % seats.length];
    case "previous":
      return seats[(at + seats.length - 1) % seats.length];
    case "unread":
      return seats.filter((seat) => seat !== front && isActive(seat)).toSorted(byImportance)[0];
    default:
      return seats[room - 1];
  }
}
