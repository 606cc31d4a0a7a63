import { onOtherTab } from "./other-tabs.ts";
import { ignoredIn, setIgnored } from "./remembered.ts";

/** Whom a person does not want to read in a room: shared by all their tabs, each of which writes what was changed in it and no more. */
export class IgnoredInRoom {
  /** Nicknames by `uid`. */
  readonly nicks: Map<string, string>;
  readonly #room: string;
  /** As all tabs know it. */
  #shared: Map<string, string>;

  constructor({ room, over: until }: { room: string; over: AbortSignal }, changed: () => void) {
    this.#room = room;
    this.#shared = ignoredIn(room);
    this.nicks = new Map(this.#shared);
    onOtherTab({ what: "ignored", place: room, until }, () => {
      this.#take(ignoredIn(room));
      changed();
    });
  }

  /** Writes what was changed since the last time. */
  keep(): void {
    const added = [...this.nicks].filter(([uid]) => !this.#shared.has(uid));
    const removed = [...this.#shared.keys()].filter((uid) => !this.nicks.has(uid));
    if (added.length + removed.length === 0) return;
    const all = new Map([...ignoredIn(this.#room), ...added]);
    for (const uid of removed) all.delete(uid);
    setIgnored(this.#room, all);
    this.#take(all);
  }

  #take(all: Map<string, string>): void {
    this.#shared = all;
    this.nicks.clear();
    for (const [uid, nick] of all) this.nicks.set(uid, nick);
  }
}
