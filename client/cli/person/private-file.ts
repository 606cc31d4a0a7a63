import { chmodSync, mkdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";
import { randomClient } from "../../../src/protocol/identity.ts";
import { EXIT } from "../end/exit-code.ts";
import { Failure } from "../end/failure.ts";
import { codeOf } from "../end/system-trouble.ts";
import { decodeText } from "../text/decode.ts";
import { type CliCatalogue, cliWords } from "../words/words.ts";
import { isBusy, onceFree, pause } from "./busy.ts";

/** Milliseconds after which nobody can still be busy with a file: whoever was has been killed. */
const STALE = 2_000;
/** Another sentence about what can't be written, for what is kept elsewhere. */
type CannotWrite = CliCatalogue["system"]["cannotWritePrivate"];

/** Reads a file that is nobody else's business; undefined if there is none. */
export function readPrivate(file: string): string | undefined {
  try {
    const text = decodeText(readFileSync(file));
    hide(file);
    // What is no text is damaged, and told to be by whoever looks for something in it.
    return typeof text === "string" ? text : "";
  } catch (error) {
    if (codeOf(error) === "ENOENT") return undefined;
    throw new Failure(EXIT.failed, cliWords().system.cannotReadPrivate({ file, code: codeOf(error) }));
  }
}

/** Writes a file wholly or not at all, for its owner alone. */
export function writePrivate(file: string, text: string, cannot?: CannotWrite): void {
  const draft = `${file}.${randomClient()}`;
  try {
    makeFolderOf(file);
    create(draft, text);
    try {
      onceFree(() => renameSync(draft, file), mayPass);
    } finally {
      rmSync(draft, { force: true });
    }
  } catch (error) {
    throw cannotWrite(file, error, cannot);
  }
}

/** Does something while no other papo does such a thing with the same file. */
export function exclusively<Result>(file: string, act: () => Result, cannot?: CannotWrite): Result {
  const lock = `${file}.lock`;
  try {
    makeFolderOf(file);
    while (!onceFree(() => take(lock), mayPass)) pause();
  } catch (error) {
    throw cannotWrite(file, error, cannot);
  }
  try {
    return act();
  } finally {
    onceFree(() => rmSync(lock, { force: true }), mayPass);
  }
}

function mayPass(error: unknown): boolean {
  return isBusy(codeOf(error));
}

/** Takes a lock, unless somebody has it. Not every disk has links, but each makes a file for one alone. */
function take(lock: string): boolean {
  try {
    create(lock, "");
    return true;
  } catch (error) {
    if (codeOf(error) !== "EEXIST") throw error;
    if (ageOf(lock) > STALE) rmSync(lock, { force: true });
    return false;
  }
}

function makeFolderOf(file: string): void {
  mkdirSync(dirname(file), { recursive: true, mode: 0o700 });
}

/** Makes a file that must not be there yet. */
function create(file: string, text: string): void {
  try {
    writeFileSync(file, text, { mode: 0o600, flag: "wx" });
  } catch (error) {
    // A full disk has made the file all the same.
    if (codeOf(error) !== "EEXIST") rmSync(file, { force: true });
    throw error;
  }
}

/** Disks without owners (exFAT), or that can only be read, keep their modes. */
function hide(file: string): void {
  try {
    if ((statSync(file).mode & 0o077) !== 0) chmodSync(file, 0o600);
  } catch {}
}

/** Milliseconds since it was made, by a clock that may have been set meanwhile. */
function ageOf(file: string): number {
  const stat = statSync(file, { throwIfNoEntry: false });
  return stat === undefined ? 0 : Math.abs(Date.now() - stat.mtimeMs);
}

function cannotWrite(file: string, error: unknown, told = cliWords().system.cannotWritePrivate): Failure {
  return new Failure(EXIT.failed, told({ file, code: codeOf(error) }));
}
