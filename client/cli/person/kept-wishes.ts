import { join } from "node:path";
import * as v from "valibot";
import { moment } from "../../../src/protocol/untrusted.ts";
import { NOTIFY_CHOICES, type RoomWishes, USUAL_CHOICE } from "../../core/notify/wishes.ts";
import { Failure } from "../end/failure.ts";
import { cliWords } from "../words/words.ts";
import { type ProfileInRoom, personDirectory } from "./identity.ts";
import { parseFile } from "./parse-file.ts";
import { readPrivate, writePrivate } from "./private-file.ts";

const written = v.object({ wants: v.picklist(NOTIFY_CHOICES), mutedUntil: v.exactOptional(moment) });

/** What a person wants to be told of a room, kept from one run to the next. */
export class KeptWishes {
  readonly #file: string | undefined;
  #now: RoomWishes = { wants: USUAL_CHOICE };

  /** `complain` is told where what was chosen is not known. */
  constructor(place: ProfileInRoom, complain: (sentence: string) => void) {
    const folder = personDirectory(place);
    this.#file = folder && join(folder, "notify.json");
    const file = this.#file;
    try {
      this.#now = parseFile(written, file && readPrivate(file)) ?? this.#now;
    } catch (error) {
      if (!(error instanceof Failure)) throw error;
      complain(cliWords().told.wishesUnknown(error.message));
    }
  }

  get now(): RoomWishes {
    return this.#now;
  }

  /** A sentence where it can't be kept; it holds all the same until the end. */
  set(change: Partial<RoomWishes>): string | undefined {
    const { wants, mutedUntil } = { ...this.#now, ...change };
    this.#now = { wants, mutedUntil };
    const file = this.#file;
    try {
      if (file !== undefined) writePrivate(file, `${JSON.stringify(this.#now)}\n`);
      return undefined;
    } catch (error) {
      if (error instanceof Failure) return cliWords().told.wishesNotKept(error.message);
      throw error;
    }
  }
}
