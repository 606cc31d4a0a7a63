import { existsSync, type FSWatcher, readdirSync, statSync, watch } from "node:fs";
import { type Identity, identityOf, isSame } from "./file-identity.ts";

/** Milliseconds between two looks: at the rooms, and at all else where the system tells nothing. */
const LOOK = 1_000;

/** Milliseconds for which a room's file may be missing: workerd erases a room by making its file anew. */
const ABSENCE = 2_000;

const DATABASE = /^([0-9a-f]{64}|metadata)\.sqlite$/;

/**
 * Notices that a folder or its rooms are taken away: who has files open writes
 * on, to where nobody finds it. The system is not asked to tell of the folder
 * of the rooms: it would do so each time that something is written there, and
 * what this process does then stands in the way of the message that was stored.
 */
export class FolderWatch {
  /** Resolves with the path of what is gone. */
  readonly lost: Promise<string>;
  readonly #known: readonly (readonly [path: string, identity: Identity])[];
  readonly #watchers: FSWatcher[] = [];
  readonly #timer: NodeJS.Timeout;
  readonly #rooms: string;
  /** The databases in the folder of the rooms as it was last listed, and when that had last changed (ns since 1970). */
  #databases: ReadonlySet<string> = new Set();
  #changed: bigint | undefined;
  #mayHaveChanged = false;
  #tell: (path: string) => void = () => {};

  /** Watches folders and files, looks at others in which much is written, and at the databases in the folder of the rooms. */
  constructor(paths: readonly string[], rooms: string, others: readonly string[]) {
    this.#known = [...paths, rooms, ...others].map((path) => [path, identityOf(path, false)]);
    this.#rooms = rooms;
    this.lost = new Promise((resolve) => {
      this.#tell = resolve;
    });
    for (const path of paths) this.#listen(path);
    this.#lookAtRooms();
    this.#timer = setInterval(() => {
      if (this.#look()) this.#lookAtRooms();
    }, LOOK);
  }

  stop(): void {
    clearInterval(this.#timer);
    for (const watcher of this.#watchers) watcher.close();
    this.#tell = () => {};
  }

  #listen(path: string): void {
    try {
      const watcher = watch(path, (event) => {
        if (event === "rename") this.#look();
      });
      watcher.on("error", () => {});
      this.#watchers.push(watcher);
    } catch {
      // The system watches no more than so many: then it is noticed a second later.
    }
  }

  /** Whether all is where it was. */
  #look(): boolean {
    const gone = this.#known.find(([path, identity]) => !isSame(identity, path));
    if (gone) this.#tell(gone[0]);
    return gone === undefined;
  }

  /** Lists the databases, if any has come or gone: a folder changes with its entries, and not with what is written to them. */
  #lookAtRooms(): void {
    try {
      const changed = statSync(this.#rooms, { bigint: true }).ctimeNs;
      if (changed === this.#changed && !this.#mayHaveChanged) return;
      this.#missFrom(new Set(readdirSync(this.#rooms).filter((name) => DATABASE.test(name))));
      // Its clock ticks a few hundred times a second: what follows within a tick does not show.
      this.#mayHaveChanged = changed !== this.#changed;
      this.#changed = changed;
    } catch {
      // Gone meanwhile, or no descriptor is free: the next look tells.
    }
  }

  #missFrom(databases: ReadonlySet<string>): void {
    for (const name of this.#databases)
      if (!databases.has(name)) setTimeout(() => this.#miss(`${this.#rooms}/${name}`), ABSENCE);
    this.#databases = databases;
  }

  #miss(path: string): void {
    if (!existsSync(path)) this.#tell(path);
  }
}
