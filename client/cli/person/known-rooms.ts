import { readdirSync } from "node:fs";
import { join } from "node:path";
import { roomName } from "../../../src/protocol/room-name.ts";
import { stateDirectory } from "./directories.ts";
import { folderName } from "./folder-name.ts";
import type { WhoseRooms } from "./kept-rooms.ts";

/** Rooms that are told. */
const MOST = 200;

/** The rooms of one server in which somebody has been from this machine. */
export function knownRooms({ env, profile }: WhoseRooms, origin: string): readonly string[] {
  const state = stateDirectory(env);
  if (state === undefined) return [];
  const names = [profile, encodeURIComponent(origin)].map((name) => folderName(name));
  try {
    return readdirSync(join(state, ...names))
      .filter((name) => roomName(name) === name)
      .slice(0, MOST);
  } catch {
    return [];
  }
}
