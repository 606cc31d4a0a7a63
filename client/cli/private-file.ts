import {
  chmodSync,
  linkSync,
  mkdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { dirname } from "node:path";
import { randomClient } from "../../src/protocol/identity.ts";
import { EXIT } from "./exit-code.ts";
import { Failure } from "./failure.ts";

/** Milliseconds after which nobody can still be busy with a file: whoever was has been killed. */
const STALE = 2_000;
/** Milliseconds between two attempts. */
const AGAIN = 5;

/** Reads a file that is nobody else's business; undefined if there is none. */
export function readPrivate(file: string): string | undefined {
  try {
    const text = readFileSync(file, "utf8");
    chmodSync(file, 0o600);
    return text;
  } catch (error) {
    if (codeOf(error) === "ENOENT") return undefined;
    throw cannot("read", file, error);
  }
}

/** Writes a file wholly or not at all, for its owner alone. */
export function writePrivate(file: string, text: string): void {
  withDraft(file, text, (draft) => renameSync(draft, file));
}

/** Writes a file unless somebody was faster. Tells whether it did. */
export function createPrivate(file: string, text: string): boolean {
  return withDraft(file, text, (draft) => {
    try {
      linkSync(draft, file);
      return true;
    } catch (error) {
      if (codeOf(error) === "EEXIST") return false;
      throw error;
    }
  });
}

/** Does something while no other papo does such a thing with the same file. */
export function exclusively<Result>(file: string, act: () => Result): Result {
  const lock = `${file}.lock`;
  while (!createPrivate(lock, "")) {
    if (ageOf(lock) > STALE) rmSync(lock, { force: true });
    else Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, AGAIN);
  }
  try {
    return act();
  } finally {
    rmSync(lock, { force: true });
  }
}

/** Milliseconds since it was made, by a clock that may have been set meanwhile. */
function ageOf(file: string): number {
  const stat = statSync(file, { throwIfNoEntry: false });
  return stat === undefined ? 0 : Math.abs(Date.now() - stat.mtimeMs);
}

function withDraft<Result>(file: string, text: string, publish: (draft: string) => Result): Result {
  const draft = `${file}.${randomClient()}`;
  try {
    mkdirSync(dirname(file), { recursive: true, mode: 0o700 });
    writeFileSync(draft, text, { mode: 0o600, flag: "wx" });
    try {
      return publish(draft);
    } finally {
      rmSync(draft, { force: true });
    }
  } catch (error) {
    throw cannot("write", file, error);
  }
}

function cannot(what: "read" | "write", file: string, error: unknown): Failure {
  return new Failure(
    EXIT.failed,
    `Cannot ${what} ${file} (${codeOf(error) ?? "unknown error"}). Is the folder yours? XDG_STATE_HOME chooses another.`,
  );
}

function codeOf(error: unknown): string | undefined {
  return error instanceof Error && "code" in error ? String(error.code) : undefined;
}
