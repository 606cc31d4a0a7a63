import { join } from "node:path";
import { Failure } from "../end/failure.ts";
import { cliWords } from "../words/words.ts";
import { stateDirectory } from "./directories.ts";
import { folderName } from "./folder-name.ts";
import type { WhoseRooms } from "./kept-rooms.ts";
import { exclusively, readPrivate, writePrivate } from "./private-file.ts";

/** Lines that are kept. */
const MOST = 1_000;
/** Bytes of all of them, and of one. */
const LARGEST = 256 * 1_024;
const LONGEST = 4_000;
/** Milliseconds after which what was sent is kept. */
const SOON = 1_000;

/**
 * What somebody has sent, in whichever room, from run to run: a file of their
 * profile with a line each in JSON, the newest last. All their terminals add to
 * it.
 */
export class SentLines {
  readonly #file: string | undefined;
  readonly #complain: (sentence: string) => void;
  #new: readonly string[] = [];
  #timer: NodeJS.Timeout | undefined;
  #hasComplained = false;

  constructor({ env, profile }: WhoseRooms, complain: (sentence: string) => void) {
    const state = stateDirectory(env);
    // Beside the servers: no origin has a dot at that place.
    this.#file = state && join(state, folderName(profile), "sent.jsonl");
    this.#complain = complain;
  }

  /** Oldest first, with what other terminals have sent meanwhile. */
  get lines(): readonly string[] {
    return bounded([...this.#read(), ...this.#new]);
  }

  add(line: string): void {
    if (this.#file === undefined || Buffer.byteLength(line) > LONGEST) return;
    this.#new = bounded([...this.#new, line]);
    this.#timer ??= setTimeout(() => this.close(), SOON).unref();
  }

  /** Keeps what is new now. */
  close(): void {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    const file = this.#file;
    if (file === undefined || this.#new.length === 0) return;
    try {
      exclusively(file, () =>
        writePrivate(file, written(bounded([...parse(readPrivate(file)), ...this.#new]))),
      );
    } catch (error) {
      this.#tell(error);
    }
    // Whoever can't keep them now can't in a second either; they are in the history of the line still.
    this.#new = [];
  }

  #read(): readonly string[] {
    try {
      return this.#file === undefined ? [] : parse(readPrivate(this.#file));
    } catch (error) {
      this.#tell(error);
      return [];
    }
  }

  #tell(error: unknown): void {
    if (!(error instanceof Failure)) throw error;
    if (!this.#hasComplained) this.#complain(cliWords().person.sentNotKept(error.message));
    this.#hasComplained = true;
  }
}

/** The newest of them, each once. */
function bounded(lines: readonly string[]): readonly string[] {
  const kept: string[] = [];
  let size = 0;
  for (const line of new Set(lines.toReversed())) {
    size += Buffer.byteLength(line);
    if (kept.length === MOST || size > LARGEST) break;
    kept.push(line);
  }
  return kept.reverse();
}

function written(lines: readonly string[]): string {
  return lines.map((line) => `${JSON.stringify(line)}\n`).join("");
}

/** What is damaged in it is left out. */
function parse(text: string | undefined): readonly string[] {
  return (text ?? "").split("\n").flatMap((json) => {
    try {
      const line: unknown = JSON.parse(json);
      return typeof line === "string" && line !== "" && Buffer.byteLength(line) <= LONGEST ? [line] : [];
    } catch {
      return [];
    }
  });
}
