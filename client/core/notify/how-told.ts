import { isQuietAt } from "./quiet-hours.ts";
import { type DeviceWishes, mutedUntil, type RoomWishes } from "./wishes.ts";

/**
 * `aloud`: it rings, and is shown wherever somebody may look. `silently`: it is
 * counted and shown, and nothing rings or flashes. `not`: it is unread, like all
 * that is said, and no more.
 */
export type HowTold = "aloud" | "silently" | "not";

/**
 * How somebody is told of a message of somebody else. `calls`: whether it calls
 * them (`callsTo`, and what words of their own call them besides); `now` is in
 * milliseconds since 1970.
 */
export function howTold(
  { calls }: { readonly calls: boolean },
  wishes: RoomWishes & Pick<DeviceWishes, "quietHours">,
  now: number,
): HowTold {
  const { wants, quietHours } = wishes;
  if (wants === "nothing" || (wants === "calls" && !calls)) return "not";
  const isSilent = mutedUntil(wishes, now) !== undefined || (quietHours && isQuietAt(quietHours, now));
  return isSilent ? "silently" : "aloud";
}
