import { nickKey } from "../../protocol/text/nick.ts";
import type { HookShelf, StoredHook } from "./store.ts";

/** The room's hooks, in memory and on disk at once: read when somebody first asks for one. */
export class Hooks {
  readonly #shelf: HookShelf;
  #read: Map<string, StoredHook> | undefined;

  constructor(shelf: HookShelf) {
    this.#shelf = shelf;
  }

  get size(): number {
    return this.#byKey.size;
  }

  /** All of them, the oldest first. */
  [Symbol.iterator](): Iterator<StoredHook> {
    return this.#byKey.values();
  }

  /** By a name that is written like this one or counts as the same. */
  named(name: string): StoredHook | undefined {
    return this.#byKey.get(nickKey(name));
  }

  /** Takes one in, in place of another of that name. */
  put(hook: StoredHook): void {
    const key = nickKey(hook.name);
    this.#byKey.delete(key);
    this.#byKey.set(key, hook);
    this.#shelf.put(key, hook);
  }

  drop({ name }: StoredHook): void {
    const key = nickKey(name);
    this.#byKey.delete(key);
    this.#shelf.drop(key);
  }

  get #byKey(): Map<string, StoredHook> {
    this.#read ??= new Map(this.#shelf.all().map((hook) => [nickKey(hook.name), hook]));
    return this.#read;
  }
}
