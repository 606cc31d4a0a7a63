import { join } from "node:path";
import { type Place, personDirectory } from "./identity.ts";
import { readPrivate, writePrivate } from "./private-file.ts";

/** Whom a person doesn't want to hear in a room: nicknames by `uid`, kept from one run to the next. */
export class Ignored extends Map<string, string> {
  readonly #file: string;

  constructor(place: Place) {
    super();
    this.#file = join(personDirectory(place), "ignored.json");
    for (const [uid, nick] of parse(readPrivate(this.#file))) super.set(uid, nick);
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
    writePrivate(this.#file, `${JSON.stringify(Object.fromEntries(this))}\n`);
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
