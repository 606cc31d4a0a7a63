import { join } from "node:path";
import * as v from "valibot";
import { parseAddress } from "../../core/address.ts";
import { isProblem } from "../../core/problem.ts";
import { Failure } from "../end/failure.ts";
import { stateDirectory } from "./directories.ts";
import type { ProfileInRoom } from "./identity.ts";
import { parseFile } from "./parse-file.ts";
import { exclusively, readPrivate, writePrivate } from "./private-file.ts";

/** Rooms that are kept, as many as one client can be in. */
export const MOST_ROOMS = 20;
/** Code units of a nickname. */
const NICK = 64;

const keptRoom = v.object({
  url: v.pipe(v.string(), v.maxLength(2_000)),
  nick: v.exactOptional(v.pipe(v.string(), v.maxLength(NICK))),
  quiet: v.exactOptional(v.boolean()),
});

const written = v.object({ rooms: v.array(keptRoom), front: v.exactOptional(v.string()) });

/** A room in which somebody was, and who they were there. */
export type KeptRoom = v.InferOutput<typeof keptRoom>;

/** Where somebody was when they were last anywhere, and which of the rooms was in front. */
export type KeptRooms = v.InferOutput<typeof written>;

/** Whose rooms are meant. */
export type WhoseRooms = Pick<ProfileInRoom, "env" | "profile">;

/** Nowhere, where the file can't be read or is damaged: an address can be given. */
export function readRooms(place: WhoseRooms): KeptRooms {
  try {
    const file = fileOf(place);
    const kept = parseFile(written, file && readPrivate(file)) ?? { rooms: [] };
    const rooms = kept.rooms.filter(({ url }) => !isProblem(parseAddress(url)));
    return { ...kept, rooms: rooms.slice(0, MOST_ROOMS) };
  } catch (error) {
    if (error instanceof Failure) return { rooms: [] };
    throw error;
  }
}

/**
 * What one run keeps of the rooms of a profile in which several may be: what
 * others have written since it began stays beside its own.
 */
export class RoomsFile {
  readonly #place: WhoseRooms;
  /** As this run has left the file; undefined until it has. */
  #left: string | undefined;
  #others: readonly KeptRoom[] = [];

  constructor(place: WhoseRooms) {
    this.#place = place;
  }

  /** `isOwn`: whether this run has been in a room, so that what stands of it elsewhere is old. */
  write({ rooms, front }: KeptRooms, isOwn: (url: string) => boolean): void {
    const file = fileOf(this.#place);
    if (file === undefined) return;
    try {
      exclusively(file, () => {
        const there = JSON.stringify(readRooms(this.#place));
        if (this.#left !== undefined && there !== this.#left) this.#others = readRooms(this.#place).rooms;
        const others = this.#others.filter(({ url }) => !isOwn(url));
        writeRooms(this.#place, { rooms: [...rooms, ...others], ...(front !== undefined && { front }) });
        this.#left = JSON.stringify(readRooms(this.#place));
      });
    } catch (error) {
      if (!(error instanceof Failure)) throw error;
    }
  }
}

/** Whoever can't write it has been told so already: who one is, is kept beside it. */
export function writeRooms(place: WhoseRooms, { rooms, front }: KeptRooms): void {
  const file = fileOf(place);
  if (file === undefined) return;
  const kept: KeptRooms = { rooms: rooms.slice(0, MOST_ROOMS), ...(front !== undefined && { front }) };
  try {
    writePrivate(file, `${JSON.stringify(kept)}\n`);
  } catch (error) {
    if (!(error instanceof Failure)) throw error;
  }
}

/** Beside the servers: no origin has a dot at that place. */
function fileOf({ env, profile }: WhoseRooms): string | undefined {
  const state = stateDirectory(env);
  return state && join(state, profile, "rooms.json");
}
