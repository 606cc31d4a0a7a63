import { join } from "node:path";
import * as v from "valibot";
import { claimsIn } from "../../../src/protocol/pass.ts";
import { isFor } from "../../core/invited.ts";
import { EXIT } from "../end/exit-code.ts";
import { Failure } from "../end/failure.ts";
import { cliWords } from "../words/words.ts";
import { stateDirectory } from "./directories.ts";
import { folderName } from "./folder-name.ts";
import type { ProfileInRoom } from "./identity.ts";
import { parseFile } from "./parse-file.ts";
import { exclusively, readPrivate, writePrivate } from "./private-file.ts";

/** Passes that are kept for one server; what was given longest ago is forgotten first. */
const KEPT = 50;

const written = v.object({ passes: v.array(v.string()) });

/** The pass that somebody shows at the door of a server, for one room. It goes to that server's origin, and nowhere else. */
export class KeptPass {
  readonly #place: ProfileInRoom;
  #current: string | undefined;

  /** `given`: one for this very server; without, the newest that is kept and good for the room. */
  constructor(place: ProfileInRoom, given?: string) {
    this.#place = place;
    this.#current = given;
  }

  get current(): string | undefined {
    return this.#current;
  }

  /** Looks for one that is kept, where none is given. Where that can't be done, there is none: who one is, is kept there too, and that is told. */
  seek(): void {
    if (this.#current !== undefined) return;
    trouble(() => {
      const { room } = this.#place.address;
      this.#current = goodOnes(read(fileOf(this.#place))).find((pass) => isForRoom(pass, room));
    });
  }

  /** Shows another one from now on, and keeps it for the next run. Returns why that can't be done. */
  take(pass: string): string | undefined {
    this.#current = pass;
    const why = trouble(() => {
      const file = fileOf(this.#place);
      if (file === undefined) throw new Failure(EXIT.failed, cliWords().person.noHome);
      exclusively(file, () => {
        const others = goodOnes(read(file)).filter((other) => other !== pass);
        writePrivate(file, `${JSON.stringify({ passes: [pass, ...others].slice(0, KEPT) })}\n`);
      });
    });
    return why && cliWords().person.passNotKept(why);
  }
}

/** Beside the rooms of its server: no room has a dot in its name. */
function fileOf({ env, profile, address }: ProfileInRoom): string | undefined {
  const state = stateDirectory(env);
  const server = encodeURIComponent(address.origin);
  return state && join(state, folderName(profile), folderName(server), "passes.json");
}

/** A damaged file has no pass that is worth a word: whoever needs one is asked for it. */
function read(file: string | undefined): readonly string[] {
  return parseFile(written, file && readPrivate(file))?.passes ?? [];
}

/** Those that have not run out. */
function goodOnes(passes: readonly string[]): string[] {
  const now = Date.now() / 1_000;
  return passes.filter((pass) => (claimsIn(pass)?.exp ?? 0) > now);
}

function isForRoom(pass: string, room: string): boolean {
  const claims = claimsIn(pass);
  return claims !== undefined && isFor(room, claims);
}

function trouble(act: () => void): string | undefined {
  try {
    act();
    return undefined;
  } catch (error) {
    if (error instanceof Failure) return error.message;
    throw error;
  }
}
