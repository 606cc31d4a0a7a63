import { registerWorker } from "../session/register-worker.ts";
import type { RoomsHost } from "./connections.ts";
import { heedKeys } from "./keys.ts";
import { heedLinks } from "./links.ts";
import { Rooms } from "./rooms.ts";

/** The rooms of a window, which heed its keys and links from now on. */
export function roomsOf(host: RoomsHost): Rooms {
  const rooms = new Rooms(host);
  heedKeys(rooms);
  heedLinks(rooms);
  void registerWorker();
  return rooms;
}
