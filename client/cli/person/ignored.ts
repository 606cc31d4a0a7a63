import { join } from "node:path";
import { Failure } from "../end/failure.ts";
import { cliWords } from "../words/words.ts";
import { type ProfileInRoom, personDirectory } from "./identity.ts";
import { readPrivate, writePrivate } from "./private-file.ts";

/** Whom a person doesn't want to hear in a room: nicknames by `uid`, kept from one run to the next. */
export class Ignored extends Map<string, string> {
  readonly #file: string | undefined;
  readonly #complain: (sentence: string) => void;

  /** `complain` is told where the list cannot be kept; it holds all the same until the end. */
  constructor(place: ProfileInRoom, complain: (sentence: string) => void) {
    super();
    this.#complain = complain;
    const folder = personDirectory(place);
    this.#file = folder && join(folder, "ignored.json");
    const file = this.#file;
    this.#try(cliWords().person.ignoredUnknown, () => {
      for (const [uid, nick] of parse(file && readPrivate(file))) super.set(uid, nick);
    });
  }

  override set(uid: string, nick: string): this {
    super.set(uid, nick);
    this.#save();
    return this;
  }

  override delete(uid: string): boolean {
    const was = super.delete(uid);
    if (was) this.#save();
    return was;
  }

  #save(): void {
    const file = this.#file;
    this.#try(cliWords().person.ignoredNotKept, () => {
      if (file) writePrivate(file, `${JSON.stringify(Object.fromEntries(this))}\n`);
    });
  }

  #try(otherwise: (why: string) => string, act: () => void): void {
    try {
      act();
    } catch (error) {
      if (!(error instanceof Failure)) throw error;
      this.#complain(otherwise(error.message));
    }
  }
}

/** Nobody, if the file is damaged: a list that can be made anew is no reason to stay out. */
function parse(text: string | undefined): [string, string][] {
  try {
    const json: unknown = JSON.parse(text ?? "{}");
    if (typeof json !== "object" || json === null) return [];
    return Object.entries(json).filter((entry): entry is [string, string] => typeof entry[1] === "string");
  } catch {
    return [];
  }
}
