import { join } from "node:path";
import * as v from "valibot";
import { count, moment } from "../../../src/protocol/untrusted.ts";
import { Failure } from "../end/failure.ts";
import { cliWords } from "../words/words.ts";
import { type ProfileInRoom, personDirectory } from "./identity.ts";
import { parseFile } from "./parse-file.ts";
import { exclusively, readPrivate, writePrivate } from "./private-file.ts";
import { printOf } from "./unsent-lines.ts";

const stop = v.object({ id: count, at: v.exactOptional(moment), epoch: count });

/** The newest event that a person has seen in a room, and in which of its lives. */
export type Stop = v.InferOutput<typeof stop>;

/** How far a person has seen a room, kept from run to run. All their terminals know it, and it only grows. */
export class StoppedAt {
  readonly #file: string | undefined;
  readonly #complain: (sentence: string) => void;
  #kept: Stop | undefined;
  #hasComplained = false;
  #isAnew = false;

  constructor(place: ProfileInRoom, token: string, complain: (sentence: string) => void) {
    this.#complain = complain;
    const folder = personDirectory(place);
    this.#file = folder && join(folder, "seen", `${printOf(token)}.json`);
    const file = this.#file;
    this.#try(() => {
      this.#kept = file === undefined ? undefined : parseFile(stop, readPrivate(file));
    });
  }

  /** Where an earlier run, or another one, had stopped. */
  get place(): Stop | undefined {
    return this.#kept;
  }

  /** The room has nothing of that: it counts anew. */
  forget(): void {
    this.#kept = undefined;
    this.#isAnew = true;
  }

  keep(seen: Stop): void {
    const file = this.#file;
    if (file === undefined || isBehind(seen, this.#kept)) return;
    this.#kept = seen;
    this.#try(() =>
      exclusively(file, () => {
        if (this.#isAnew || !isBehind(seen, parseFile(stop, readPrivate(file))))
          writePrivate(file, `${JSON.stringify(seen)}\n`);
        this.#isAnew = false;
      }),
    );
  }

  #try(act: () => void): void {
    try {
      act();
    } catch (error) {
      if (!(error instanceof Failure)) throw error;
      if (!this.#hasComplained) this.#complain(cliWords().person.stopNotKept(error.message));
      this.#hasComplained = true;
    }
  }
}

/** Whether another terminal has seen as much already. A room that began anew counts from its beginning. */
function isBehind({ id, epoch }: Stop, other: Stop | undefined): boolean {
  return other !== undefined && other.epoch === epoch && other.id >= id;
}
