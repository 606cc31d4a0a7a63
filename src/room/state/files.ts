import type { SharedFile } from "../../protocol/event.ts";
import { FILE_LIMITS } from "../../protocol/limits.ts";
import { DAY, dayOf } from "../report.ts";
import type { FileLedger, FileTotals, StoredFile } from "./store.ts";

/** Milliseconds within which so many bytes of an upload must have come: while it lasts, it takes up others' place. */
export function timeFor(bytes: number): number {
  return FILE_LIMITS.grace + (bytes / FILE_LIMITS.pace) * 1_000;
}

/**
 * The room's files: what they are called, whose they are, which message has
 * them. A file is on its way, here, and gone; its bytes lie elsewhere, and
 * whoever can reach them removes what {@link toWipe} names.
 */
export class Files {
  readonly #ledger: FileLedger;
  #mustWipe = false;

  constructor(ledger: FileLedger) {
    this.#ledger = ledger;
  }

  find(id: string): StoredFile | undefined {
    return this.#ledger.find(id);
  }

  totals(of: { readonly uid: string; readonly address: string; readonly since: number }): FileTotals {
    return this.#ledger.totals(of);
  }

  add(file: StoredFile): void {
    this.#ledger.add(file);
  }

  /** All bytes of a file are there. */
  complete(file: StoredFile, told: Omit<SharedFile, "id" | "name">): StoredFile {
    const here: StoredFile = { ...file, ...told, state: "here" };
    this.#ledger.change(here);
    return here;
  }

  /** A message takes files up. */
  claim(files: readonly StoredFile[], message: number): void {
    for (const file of files) this.#ledger.change({ ...file, message });
  }

  /** Nobody may read these any more. */
  release(files: readonly Pick<SharedFile, "id">[]): void {
    for (const { id } of files) {
      const file = this.#ledger.find(id);
      if (file) this.#letGo(file);
    }
  }

  /** Somebody is banned: what no message of theirs has taken up goes. */
  releaseOf(uid: string): void {
    for (const file of this.#ledger.waiting())
      if (file.uid === uid && file.state !== "gone") this.#letGo(file);
  }

  /** An upload comes to nothing. What has come of it counts for its day. */
  giveUp(file: StoredFile, received: number): void {
    this.#letGo({ ...file, size: received });
  }

  /** Messages up to an id are removed: nothing is known of their files any more, once their bytes are. */
  forgetThrough(id: number): void {
    for (const file of this.#ledger.ofMessagesThrough(id)) {
      if (file.isWiped) this.#ledger.drop(file.id);
      else this.#letGo({ ...file, message: undefined });
    }
  }

  /** Lets files go that no message has taken up. `now` is the time of day, in ms since 1970. */
  retain(now: number): void {
    for (const file of this.#ledger.waiting()) {
      if (file.state === "gone") {
        // Until then it counts for its network.
        if (file.isWiped && dayOf(file.at) !== dayOf(now)) this.#ledger.drop(file.id);
        this.#mustWipe ||= !file.isWiped;
      } else if (isOver(file, now)) this.#letGo(file);
    }
  }

  /** When {@link retain} has something to do, in ms since 1970. */
  due(): number {
    const dues = this.#ledger.waiting().map(dueOf);
    return Math.min(Number.POSITIVE_INFINITY, ...dues);
  }

  /** Whether there is something to wipe that has not been asked for yet. Asking takes the answer back. */
  takeNews(): boolean {
    const news = this.#mustWipe;
    this.#mustWipe = false;
    return news;
  }

  /** The files whose bytes are to be removed. */
  toWipe(): StoredFile[] {
    return this.#ledger.waiting().filter(({ state, isWiped }) => state === "gone" && !isWiped);
  }

  /** The bytes of a file are removed. */
  wiped({ id }: StoredFile): void {
    const file = this.#ledger.find(id);
    if (file) this.#ledger.change({ ...file, isWiped: true });
  }

  #letGo(file: StoredFile): void {
    this.#ledger.change({ ...file, state: "gone", isWiped: false });
    this.#mustWipe = true;
  }
}

/** Of a clock that was set back, too. */
function isOver(file: StoredFile, now: number): boolean {
  return Math.abs(now - file.at) >= ageOf(file);
}

/** Milliseconds for which a file may wait; one that is on its way no longer than that may take, with some time to tell. */
function ageOf({ state, size }: StoredFile): number {
  return state === "coming" ? timeFor(size) + FILE_LIMITS.grace : FILE_LIMITS.unclaimedAge;
}

/** Whoever wipes knows when to try again. */
function dueOf(file: StoredFile): number {
  const { state, isWiped, at } = file;
  if (state !== "gone") return at + ageOf(file);
  return isWiped ? (dayOf(at) + 1) * DAY : Number.POSITIVE_INFINITY;
}
