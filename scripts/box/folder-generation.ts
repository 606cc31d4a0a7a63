import { readdirSync, readFileSync, renameSync, rmSync, statSync, utimesSync, writeFileSync } from "node:fs";
import { DatabaseSync } from "node:sqlite";
import { type Identity, identityOf, isSame, keepsBirth } from "./file-identity.ts";

/** The file that knows a folder again. Remove it, and the folder counts as a copy. */
export const MARKER = "generation.json";

/** The generation of a folder that is no copy. */
export const ORIGINAL = 1;

/** Seconds by which a marker says to be older than it is. */
const AGE = 3_600;

interface Marker {
  readonly generation: number;
  /** The marker itself, and the time in seconds that it was given: another may be written over it. */
  readonly self: Identity;
  readonly written: number;
  readonly rooms: Identity;
}

/**
 * Tells in which life the data of a folder is: another number for each copy
 * that is put in its place, the same for as long as it is run as it is. Rooms
 * of a copy may be older than what people have seen of them.
 */
export function generationOf(folder: string, rooms: string): number {
  const path = `${folder}/${MARKER}`;
  const marker = readMarker(path);
  if (marker && isOfThisFolder(marker, path, rooms)) return marker.generation;
  const isCopy = marker !== undefined || hasMarkedRooms(rooms);
  const generation = isCopy ? Math.max(Date.now(), (marker?.generation ?? 0) + 1) : ORIGINAL;
  writeMarker(path, rooms, generation);
  return generation;
}

function isOfThisFolder({ self, written, rooms }: Marker, path: string, roomsNow: string): boolean {
  const seconds = Math.floor(statSync(path).mtimeMs / 1_000);
  return isSame(self, path) && isSame(rooms, roomsNow) && written === seconds;
}

function readMarker(path: string): Marker | undefined {
  try {
    return JSON.parse(readFileSync(path, "utf8"));
  } catch (error) {
    if (error instanceof Error && "code" in error && error.code === "ENOENT") return undefined;
    throw error;
  }
}

/** Written elsewhere and then put in place, so that a crash leaves the old one or the new. */
function writeMarker(path: string, rooms: string, generation: number): void {
  const draft = `${path}.new`;
  rmSync(draft, { force: true });
  writeFileSync(draft, "");
  const births = keepsBirth(draft);
  // A time that nobody writes now, in even seconds: no file system is coarser.
  const written = Math.floor(Date.now() / 2_000) * 2 - AGE;
  const self = identityOf(draft, births);
  const marker: Marker = { generation, self, written, rooms: identityOf(rooms, births) };
  writeFileSync(draft, `${JSON.stringify(marker)}\n`);
  utimesSync(draft, written, written);
  renameSync(draft, path);
}

/** Whether any room has been opened in a folder with a marker: then the marker was lost on the way. */
function hasMarkedRooms(rooms: string): boolean {
  return readdirSync(rooms)
    .filter((name) => /^[0-9a-f]{64}\.sqlite$/.test(name))
    .some((name) => {
      const database = new DatabaseSync(`${rooms}/${name}`, { readOnly: true });
      try {
        return database.prepare("SELECT 1 FROM profile WHERE generation IS NOT NULL").get() !== undefined;
      } catch {
        // A room of a papo that did not mark them, or nobody's.
        return false;
      } finally {
        database.close();
      }
    });
}
