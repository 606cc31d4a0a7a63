import { access, constants, mkdir } from "node:fs/promises";
import { resolve } from "node:path";
import { UsageError } from "../usage-error.ts";
import { removeEmpty } from "./empty-objects.ts";
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
  readonly #kept: readonly string[];
  readonly #lock: FolderLock;
  readonly #watch: FolderWatch;

  /** `kept` are the folders of the objects, that of the rooms first. */
  private constructor(folder: string, kept: readonly [string, ...string[]], lock: FolderLock) {
    this.objects = `${folder}/do`;
    this.#kept = kept;
    this.#lock = lock;
    const [rooms, ...others] = kept;
    this.generation = generationOf(folder, rooms);
    const files = [LOCK, MARKER].map((name) => `${folder}/${name}`);
    this.#watch = new FolderWatch([folder, ...files, this.objects], rooms, others);
    this.lost = this.#watch.lost;
  }

  /**
   * Takes it, and makes it if it is missing. Named are the folders in it of
   * the rooms, and of other objects. Throws a sentence if it can't be used.
   */
  static async take(given: string, rooms: string, others: readonly string[] = []): Promise<DataFolder> {
    const folder = resolve(given);
    const place = (name: string) => `${folder}/do/${name}`;
    const kept = [place(rooms), ...others.map(place)] as const;
    await make(folder, given);
    const lock = FolderLock.take(folder);
    try {
      for (const each of kept) {
        await make(each, given);
        await removeEmpty(each);
      }
      return new DataFolder(folder, kept, lock);
    } catch (error) {
      lock.release();
      throw error;
    }
  }

  /** Once nobody writes to it any more. */
  async release(): Promise<void> {
    this.#watch.stop();
    for (const each of this.#kept) await removeEmpty(each);
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
