import { createHash } from "node:crypto";
import { readdirSync, rmSync } from "node:fs";
import { join } from "node:path";
import * as v from "valibot";
import { base64url, CLIENT, randomClient } from "../../../src/protocol/identity.ts";
import type { Saved } from "../../core/chat.ts";
import { type KeptOutbox, keptOutbox } from "../../core/sending/kept-outbox.ts";
import { Failure } from "../end/failure.ts";
import { cliWords } from "../words/words.ts";
import { type ProfileInRoom, personDirectory } from "./identity.ts";
import { parseFile } from "./parse-file.ts";
import { exclusively, readPrivate, writePrivate } from "./private-file.ts";
import { isRunning, RUN } from "./process-run.ts";

const written = v.object({
  pid: v.number(),
  start: v.exactOptional(v.string()),
  client: v.pipe(v.string(), v.regex(CLIENT)),
  /** Whether it is sure that nothing of it was ever sent. */
  isUnsent: v.boolean(),
  saved: keptOutbox,
});
type KeptLines = v.InferOutput<typeof written>;

/** Tells the people of one room and profile apart, by what says nothing of their secret. */
export function printOf(token: string): string {
  return base64url(createHash("sha256").update(token).digest().subarray(0, 9));
}

/**
 * The lines of one client that are not stored yet, kept in a file of its own
 * while there are any. What another run has left, and no longer holds, is gone
 * on with under the name of its client: so the room can tell what it has of it.
 */
export class UnsentLines {
  readonly client: string;
  /** What an earlier run has left. */
  readonly earlier: KeptOutbox | undefined;
  readonly #file: string | undefined;
  readonly #complain: (sentence: string) => void;
  #isWritten: boolean;
  #isKept = true;

  constructor(place: ProfileInRoom, token: string, complain: (sentence: string) => void) {
    this.#complain = complain;
    const folder = personDirectory(place);
    const files = folder && join(folder, "unsent");
    const left = files === undefined ? undefined : this.#try(() => claim(files, printOf(token)));
    // A number names nothing to a room that has never heard of it: nothing is in doubt.
    const isFresh = left === undefined || left.isUnsent;
    this.client = isFresh ? randomClient() : left.client;
    this.earlier = left && (isFresh ? { outbox: left.saved.outbox ?? [] } : left.saved);
    this.#file = files && (left?.file ?? join(files, `${printOf(token)}.${this.client}.json`));
    this.#isWritten = left !== undefined;
  }

  /** Whether what is in the outbox will be found by the next run. */
  get isKept(): boolean {
    return this.#isWritten && this.#isKept;
  }

  /** Keeps the outbox as it is now. `isOffline`: nothing of it can be sent before it is kept again. */
  keep({ epoch, heard, after = heard, stored, outbox = [] }: Saved, isOffline: boolean): void {
    const file = this.#file;
    if (file === undefined || (outbox.length === 0 && !this.#isWritten)) return;
    this.#isKept =
      this.#try(() => {
        if (outbox.length === 0) rmSync(file, { force: true });
        else {
          const saved = {
            ...(epoch !== undefined && { epoch }),
            ...(after !== undefined && { heard: after }),
            ...(stored !== undefined && { stored }),
            outbox,
          };
          const isUnsent = isOffline && outbox.every(({ state }) => state === "waiting");
          writePrivate(file, `${JSON.stringify({ ...RUN, client: this.client, isUnsent, saved })}\n`);
        }
        return true;
      }) ?? false;
    this.#isWritten = outbox.length > 0;
  }

  #try<Result>(act: () => Result): Result | undefined {
    try {
      return act();
    } catch (error) {
      if (!(error instanceof Failure)) throw error;
      if (this.#isKept) this.#complain(cliWords().person.unsentNotKept(error.message));
      return undefined;
    }
  }
}

/** Takes what a run of this person has left that has ended: one of them, the oldest first. */
function claim(folder: string, print: string): (KeptLines & { file: string }) | undefined {
  const names = namesIn(folder).filter((each) => each.startsWith(`${print}.`) && each.endsWith(".json"));
  if (names.length === 0) return undefined;
  return exclusively(folder, () => {
    const left = names.flatMap((each) => {
      const file = join(folder, each);
      const kept = parseFile(written, readPrivate(file));
      return kept === undefined || isRunning(kept) ? [] : [{ ...kept, file }];
    });
    const [oldest] = left.toSorted((a, b) => firstAt(a) - firstAt(b));
    if (oldest === undefined) return undefined;
    const { file, ...kept } = oldest;
    writePrivate(file, `${JSON.stringify({ ...kept, ...RUN })}\n`);
    return oldest;
  });
}

function firstAt({ saved }: KeptLines): number {
  return saved.outbox?.[0]?.at ?? 0;
}

function namesIn(folder: string): string[] {
  try {
    return readdirSync(folder);
  } catch {
    return [];
  }
}
