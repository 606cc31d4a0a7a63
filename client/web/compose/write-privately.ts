import type { Addressee } from "../model/writing.ts";
import type { RoomSession } from "../session/room-session.ts";
import { focusComposer } from "./focus-composer.ts";

/** Comes to where nothing is written but to one person: their private talk. */
export function writePrivately({ talk, toTalk, desk }: RoomSession, to: Addressee): void {
  if (talk?.to.uid !== to.uid) toTalk?.(to.uid);
  desk.address(to);
  focusComposer();
}
