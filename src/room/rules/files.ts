import type { Saying } from "../../protocol/command.ts";
import { refuseAs } from "../../protocol/detail.ts";
import type { Refusal } from "../../protocol/error.ts";
import type { SharedFile } from "../../protocol/event.ts";
import type { Room } from "../state/room.ts";
import type { StoredFile } from "../state/store.ts";

/** Refuses files that are not the sender's to say something with. */
export function checkFiles(room: Room, uid: string, { files }: Saying): Refusal | undefined {
  if (files === undefined) return undefined;
  if (room.settings.filesBytes === 0) return refuseAs("bad_field", { field: "files" });
  const own = filesOf(room, files).filter(
    (file) => file.uid === uid && file.state === "here" && file.message === undefined,
  );
  return own.length === files.length && new Set(files).size === files.length
    ? undefined
    : refuseAs("file_not_yours");
}

/** The files that there are of these. A room without any is not looked into. */
export function filesOf(room: Room, ids: readonly string[]): StoredFile[] {
  return room.profile?.shelf === undefined ? [] : ids.flatMap((id) => room.files.find(id) ?? []);
}

/** A file as it is told with its message. */
export function shared({ id, name, type, size, width, height }: StoredFile): SharedFile {
  return {
    ...{ id, name, type, size },
    ...(width !== undefined && { width }),
    ...(height !== undefined && { height }),
  };
}
