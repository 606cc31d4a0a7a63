import { chmodSync, closeSync, constants, fchmodSync, fstatSync, lstatSync, openSync } from "node:fs";
import { EXIT } from "../end/exit-code.ts";
import { Failure } from "../end/failure.ts";
import { codeOf } from "../end/system-trouble.ts";
import { cliWords } from "../words/words.ts";

// Windows has no such flag, and links there are for administrators.
const { O_APPEND, O_CREAT, O_RDWR, O_NOFOLLOW = 0 } = constants;
/** What a link that is not followed is told by. */
const LINK = new Set(["ELOOP", "EMLINK"]);

/** Has a folder, where there is one, be for its owner alone. Throws a Failure where it leads elsewhere. */
export function keepFolder(folder: string): void {
  const stat = lstatSync(folder, { throwIfNoEntry: false });
  if (stat === undefined) return;
  if (!stat.isDirectory()) throw elsewhere(folder);
  if (isOpen(stat)) tighten(() => chmodSync(folder, 0o700));
}

/** Opens a file, which need not be there, to be read and added to by its owner alone. Throws a Failure where it leads elsewhere. */
export function openLog(file: string): number {
  const descriptor = open(file);
  const stat = fstatSync(descriptor);
  if (!stat.isFile()) {
    closeSync(descriptor);
    throw elsewhere(file);
  }
  if (isOpen(stat)) tighten(() => fchmodSync(descriptor, 0o600));
  return descriptor;
}

function open(file: string): number {
  try {
    return openSync(file, O_APPEND | O_CREAT | O_RDWR | O_NOFOLLOW, 0o600);
  } catch (error) {
    throw LINK.has(codeOf(error) ?? "") ? elsewhere(file) : error;
  }
}

function isOpen({ mode }: { mode: number }): boolean {
  return (mode & 0o077) !== 0;
}

/** Disks without owners (exFAT) keep their modes. */
function tighten(change: () => void): void {
  try {
    change();
  } catch {}
}

function elsewhere(path: string): Failure {
  return new Failure(EXIT.failed, cliWords().log.elsewhere(path));
}
