import { refuseAs } from "../../protocol/detail.ts";
import { type Refusal, refuse, refuseUntil } from "../../protocol/error.ts";
import type { SharedFile } from "../../protocol/event.ts";
import { fileName } from "../../protocol/file-name.ts";
import { FILE_LIMITS } from "../../protocol/limits.ts";
import { type Effect, wake } from "../effect.ts";
import { checkAccess, type Visitor } from "../rules/access.ts";
import { checkBudget, checkDay } from "../rules/budget.ts";
import { placeLeft } from "../rules/file-bounds.ts";
import { shared } from "../rules/files.ts";
import type { Room } from "../state/room.ts";
import type { FilePlace } from "../state/store.ts";

/** A file that somebody is about to send. */
export interface Offer {
  readonly name: string;
  /** Its bytes, where that is known before they come. */
  readonly size: number | undefined;
  readonly place: FilePlace;
}

/** Where its bytes are to go, and how many there may be: all that is left, where nobody knows how many come. */
export interface Berth {
  readonly id: string;
  readonly shelf: string;
  readonly place: FilePlace;
  readonly most: number;
  /** Why more than that are too many. */
  readonly refusal: Refusal;
}

/** What has come of it. */
export type FileArrival =
  | ({ readonly arrived: true } & Omit<SharedFile, "id" | "name">)
  | { readonly arrived: false; readonly received: number };

/** Keeps a place for a file, or says why there is none. */
export function offerFile(
  room: Room,
  visitor: Visitor,
  { name, size, place }: Offer,
): { readonly berth: Berth; readonly effects: readonly Effect[] } | Refusal {
  const { filesBytes, fileBytes } = room.settings;
  if (filesBytes === 0) return refuseAs("no_files_here");
  if (!room.profile) return refuse("no_such_room");
  if (visitor.anonymous) return refuse("no_token");
  const tooLarge = refuseAs("file_too_large", { most: fileBytes });
  const refusal =
    checkAccess(room, visitor) ??
    (size === 0 ? refuseAs("file_empty") : undefined) ??
    (size !== undefined && size > fileBytes ? tooLarge : undefined);
  if (refusal) return refusal;
  const wait = room.pay("token", visitor);
  if (wait > 0) return refuseUntil(wait);
  const over = checkDay(room, visitor) ?? checkBudget(room, visitor);
  if (over) return over;
  room.files.retain(room.clock.wall());
  const { left, full } = placeLeft(room, visitor);
  if (left < (size ?? 1)) return full;
  const most = size ?? Math.min(fileBytes, left);
  const { uid, address } = visitor;
  const shelf = room.profile.shelf ?? `${room.name}-${room.secrets.newFileId()}`;
  if (room.profile.shelf === undefined) room.arrange({ ...room.profile, shelf });
  const at = room.clock.wall();
  const id = room.secrets.newFileId();
  room.files.add({
    ...{ id, place, name: fileName(name), type: "", size: most },
    ...{ uid, address, at, state: "coming", message: undefined, isWiped: false },
  });
  return {
    berth: { id, shelf, place, most, refusal: most === fileBytes ? tooLarge : full },
    effects: [wake(at + FILE_LIMITS.unclaimedAge)],
  };
}

/** Takes a file in whose bytes are all there, or gives its place up. Who asks again hears the same. */
export function settleFile(room: Room, id: string, arrival: FileArrival): SharedFile | Refusal {
  const file = room.profile?.shelf === undefined ? undefined : room.files.find(id);
  // It may have come after its bytes were removed.
  if (file?.state === "gone") room.files.release([file]);
  if (!file || file.state === "gone") return refuse("no_such_file");
  if (file.state === "here") return shared(file);
  if (!arrival.arrived) {
    room.files.giveUp(file, arrival.received);
    return refuse("no_such_file");
  }
  const { arrived: _, ...told } = arrival;
  return shared(room.files.complete(file, told));
}

/** Somebody takes back what they have uploaded and not said: others need the place. */
export function withdrawFile(room: Room, { uid }: Visitor, id: string): Refusal | undefined {
  const file = room.profile?.shelf === undefined ? undefined : room.files.find(id);
  if (!file || file.uid !== uid || file.message !== undefined || file.state === "gone")
    return refuse("no_such_file");
  room.files.release([file]);
  return undefined;
}
