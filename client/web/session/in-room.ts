import type { RoomSession } from "./room-session.ts";

/** What every part of a room's page is given. */
export interface InRoom {
  session: RoomSession;
}
