import { DatabaseSync } from "node:sqlite";
import { UsageError } from "../usage-error.ts";

/** SQLite's own word for "somebody else has it". */
const SQLITE_BUSY = 5;

/** The file that is locked: SQLite's, because Node has no locks of its own. */
export const LOCK = "lock";

/**
 * A folder that is in use by this process and no other. The system holds the
 * lock, so it is gone with the process, however that ends.
 */
export class FolderLock {
  readonly #database: DatabaseSync;

  private constructor(database: DatabaseSync) {
    this.#database = database;
  }

  /** Throws a sentence if another process has it. */
  static take(folder: string): FolderLock {
    let database: DatabaseSync | undefined;
    try {
      database = new DatabaseSync(`${folder}/${LOCK}`);
      database.exec("BEGIN EXCLUSIVE");
      return new FolderLock(database);
    } catch (error) {
      database?.close();
      if (error instanceof Error && "errcode" in error && error.errcode === SQLITE_BUSY) {
        throw new UsageError(
          `Another papo uses the data in ${folder}. Stop it first, or name another folder: --data DIR`,
        );
      }
      const why = error instanceof Error ? error.message : String(error);
      throw new UsageError(`The data in ${folder} can't be locked (${why}). Name another folder: --data DIR`);
    }
  }

  release(): void {
    this.#database.close();
  }
}
