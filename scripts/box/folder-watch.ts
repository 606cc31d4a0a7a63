import { existsSync, type FSWatcher, watch } from "node:fs";
import { type Identity, identityOf, isSame } from "./file-identity.ts";

/** Milliseconds between two looks where the system tells nothing. */
const LOOK = 1_000;

/** Milliseconds for which a room's file may be missing: workerd erases a room by making its file anew. */
const ABSENCE = 2_000;

const DATABASE = /^([0-9a-f]{64}|metadata)\.sqlite$/;

/** Notices that a folder or its rooms are taken away: who has files open writes on, to where nobody finds it. */
export class FolderWatch {
  /** Resolves with the path of what is gone. */
  readonly lost: Promise<string>;
  readonly #known: readonly (readonly [path: string, identity: Identity])[];
  readonly #watchers: FSWatcher[] = [];
  readonly #timer: NodeJS.Timeout;
  #tell: (path: string) => void = () => {};

  /** Watches folders and files, and the databases in the folder of the rooms. */
  constructor(paths: readonly string[], rooms: string) {
    this.#known = [...paths, rooms].map((path) => [path, identityOf(path, false)]);
    this.lost = new Promise((resolve) => {
      this.#tell = resolve;
    });
    for (const path of paths) this.#listen(path, () => this.#look());
    this.#listen(rooms, (name) => {
      this.#look();
      if (name !== null && DATABASE.test(name)) setTimeout(() => this.#miss(`${rooms}/${name}`), ABSENCE);
    });
    this.#timer = setInterval(() => this.#look(), LOOK);
  }

  stop(): void {
    clearInterval(this.#timer);
    for (const watcher of this.#watchers) watcher.close();
    this.#tell = () => {};
  }

  #listen(path: string, hear: (name: string | null) => void): void {
    try {
      const watcher = watch(path, (event, name) => {
        if (event === "rename") hear(name);
      });
      watcher.on("error", () => {});
      this.#watchers.push(watcher);
    } catch {
      // The system watches no more than so many: then it is noticed a second later.
    }
  }

  #look(): void {
    const gone = this.#known.find(([path, identity]) => !isSame(identity, path));
    if (gone) this.#tell(gone[0]);
  }

  #miss(path: string): void {
    if (!existsSync(path)) this.#tell(path);
  }
}
