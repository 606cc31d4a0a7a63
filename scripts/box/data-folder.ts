import { access, constants, mkdir } from "node:fs/promises";
import { resolve } from "node:path";
import { UsageError } from "../usage-error.ts";
import { removeEmptyRooms } from "./empty-rooms.ts";
import { generationOf, MARKER } from "./folder-generation.ts";
import { FolderLock, LOCK } from "./folder-lock.ts";
import { FolderWatch } from "./folder-watch.ts";

/** The folder with the rooms' databases, in use by this process alone. */
export class DataFolder {
  /** The folder that workerd is given. */
  readonly objects: string;
  /** See {@link generationOf}. */
  readonly generation: number;
  /** Resolves with the path of what is taken away while it is in use. */
  readonly lost: Promise<string>;
  readonly #rooms: string;
  readonly #lock: FolderLock;
  readonly #watch: FolderWatch;

  private constructor(folder: string, rooms: string, lock: FolderLock) {
    this.objects = `${folder}/do`;
    this.#rooms = rooms;
    this.#lock = lock;
    this.generation = generationOf(folder, rooms);
    const files = [LOCK, MARKER].map((name) => `${folder}/${name}`);
    this.#watch = new FolderWatch([folder, ...files, this.objects], rooms);
    this.lost = this.#watch.lost;
  }

  /** Takes it, and makes it if it is missing. Throws a sentence if it can't be used. */
  static async take(given: string, name: string): Promise<DataFolder> {
    const folder = resolve(given);
    const rooms = `${folder}/do/${name}`;
    await make(folder, given);
    const lock = FolderLock.take(folder);
    try {
      await make(rooms, given);
      await removeEmptyRooms(rooms);
      return new DataFolder(folder, rooms, lock);
    } catch (error) {
      lock.release();
      throw error;
    }
  }

  /** Once nobody writes to it any more. */
  async release(): Promise<void> {
    this.#watch.stop();
    await removeEmptyRooms(this.#rooms);
    this.#lock.release();
  }
}

async function make(folder: string, given: string): Promise<void> {
  try {
    await mkdir(folder, { recursive: true });
    await access(folder, constants.R_OK | constants.W_OK | constants.X_OK);
  } catch (error) {
    const why = error instanceof Error && "code" in error ? String(error.code) : String(error);
    const reason =
      why === "EEXIST" || why === "ENOTDIR" ? "there is a file of that name" : `it can't be used (${why})`;
    throw new UsageError(`--data ${given}: ${reason}. Name a folder that may be written to.`);
  }
}
