import { refuseAs } from "../../protocol/detail.ts";
import type { Refusal } from "../../protocol/error.ts";
import { FILE_LIMITS } from "../../protocol/limits.ts";
import { DAY, dayOf } from "../report.ts";
import type { Room } from "../state/room.ts";
import type { Visitor } from "./access.ts";
import { until } from "./budget.ts";

/** Bytes that somebody may send now, and what they are told where that is too little. */
interface PlaceLeft {
  readonly left: number;
  readonly full: Refusal;
}

/** Bytes of the largest file that a room ever takes. */
export function largestFile({ fileBytes, filesBytes }: Room["settings"]): number {
  return Math.min(fileBytes, unclaimedIn(filesBytes));
}

/** How much somebody may send now: by the tightest of the bounds. */
export function placeLeft(room: Room, { uid, address }: Pick<Visitor, "uid" | "address">): PlaceLeft {
  const { filesBytes, fileBytes, addressFileBytes } = room.settings;
  const since = dayOf(room.clock.wall()) * DAY;
  const totals = room.files.totals({ uid, address, since });
  // Of the largest files, one.
  const networkBytes = Math.max(FILE_LIMITS.unclaimedBytes, fileBytes);
  const bounds: PlaceLeft[] = [
    {
      left: totals.unclaimedOfPerson < FILE_LIMITS.unclaimed ? Number.POSITIVE_INFINITY : 0,
      full: refuseAs("too_many_unclaimed", { most: FILE_LIMITS.unclaimed }),
    },
    { left: filesBytes - totals.kept, full: refuseAs("room_files_full", { most: filesBytes }) },
    {
      left: networkBytes - totals.unclaimedOfNetwork,
      full: refuseAs("network_unclaimed", { most: networkBytes }),
    },
    { left: unclaimedIn(filesBytes) - totals.unclaimed, full: refuseAs("room_unclaimed") },
    {
      left: addressFileBytes - totals.sentByNetwork,
      full: until(room, refuseAs("address_file_budget", { most: addressFileBytes })),
    },
  ];
  return bounds.reduce((tightest, bound) => (bound.left < tightest.left ? bound : tightest));
}

/** Bytes of a room's files that no message need have. */
function unclaimedIn(filesBytes: number): number {
  return Math.floor(filesBytes * FILE_LIMITS.unclaimedShare);
}
