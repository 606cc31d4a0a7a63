import { refuseAs } from "../../protocol/detail.ts";
import { isRefusal, type Refusal, refuse } from "../../protocol/error.ts";
import type { SharedFile } from "../../protocol/event.ts";
import type { Range } from "../../protocol/http.ts";
import type { MessagePage, Roster, Summary } from "../../protocol/http-answer.ts";
import { checkAccess, type Visitor } from "../rules/access.ts";
import { shared } from "../rules/files.ts";
import { pageOf } from "../rules/look-back.ts";
import { checkMaking } from "../rules/make.ts";
import type { Room } from "../state/room.ts";
import type { FilePlace } from "../state/store.ts";

/** Tells of a room; of a locked one only that it is, to who has no passphrase. */
export function summarize(room: Room, visitor: Visitor): Summary | Refusal {
  const refusal = checkReading(room, visitor);
  if (refusal?.refused === "locked") return { room: room.name, locked: true };
  if (refusal) return refusal;
  const { topic, lock } = room.profile ?? { topic: "", lock: undefined };
  const { name, people, store } = room;
  return { room: name, topic, locked: lock !== undefined, members: people.size, cursor: store.log.cursor() };
}

export function listMembers(room: Room, visitor: Visitor): Roster | Refusal {
  return checkReading(room, visitor) ?? { members: room.roster() };
}

/** Public messages only, whoever asks. */
export function readMessages(room: Room, visitor: Visitor, range: Range): MessagePage | Refusal {
  const refusal = checkReading(room, visitor);
  return isRefusal(refusal) ? refusal : pageOf(room, "", range);
}

/** A room that is not there can be read by who could make it. */
function checkReading(room: Room, visitor: Visitor): Refusal | undefined {
  return checkMaking(room, visitor) ?? checkAccess(room, visitor);
}

/** A file that may be read, and where its bytes are. */
export interface ReadableFile {
  readonly file: SharedFile;
  readonly shelf: string;
  readonly place: FilePlace;
}

/** Whoever knows the id may read. */
export function findFile(room: Room, id: string): ReadableFile | Refusal {
  const shelf = room.profile?.shelf;
  const file = shelf === undefined ? undefined : room.files.find(id);
  if (shelf === undefined || !file || file.state === "coming") return refuse("no_such_file");
  if (file.state === "here") return { file: shared(file), shelf, place: file.place };
  return file.message === undefined ? refuse("no_such_file") : refuseAs("file_deleted");
}
