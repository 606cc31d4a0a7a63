import { fstatSync, writeSync } from "node:fs";
import { cliWords } from "../words/words.ts";
import type { Ending } from "./ending.ts";
import { EXIT } from "./exit-code.ts";
import { codeOf } from "./system-trouble.ts";

/** Standard output, and what is done once it takes nothing more. */
export interface Output {
  /** Writes a text; after a write that failed, nothing. */
  write(text: string): void;
  /** Bytes that nobody has read yet. */
  readonly waiting: number;
  /** Calls back once, when everything is read. */
  onceRead(fn: () => void): void;
  /** Resolves once everything is read; with the reason, where that will never be. */
  flushed(): Promise<Ending | undefined>;
  /** Says a goodbye before the program ends, for nothing more can be written. */
  onLost(goodbye: (ending: Ending) => void): void;
}

const DESCRIPTOR = 1;

/** A pipe or a terminal takes what it can and the stream keeps the rest; a file takes it all or fails at once. */
class StandardOutput implements Output {
  readonly #isFile = isFile(DESCRIPTOR);
  #lost: Ending | undefined;
  #goodbye: (ending: Ending) => void = endNow;

  constructor() {
    process.stdout.on("error", (error) => this.#fail(error));
    process.stderr.on("error", (error) => {
      // Of any other trouble with standard error nobody can be told.
      if (codeOf(error) === "EPIPE") this.#fail(error);
    });
  }

  write(text: string): void {
    if (this.#lost !== undefined) return;
    if (!this.#isFile) process.stdout.write(text);
    else this.#writeFile(Buffer.from(text));
  }

  get waiting(): number {
    return this.#isFile ? 0 : process.stdout.writableLength;
  }

  onceRead(fn: () => void): void {
    if (process.stdout.writableNeedDrain) process.stdout.once("drain", fn);
    else process.stdout.write("", () => fn());
  }

  flushed(): Promise<Ending | undefined> {
    return new Promise((resolve) => {
      if (this.#isFile || this.#lost !== undefined) {
        resolve(this.#lost);
        return;
      }
      process.stdout.write("", (error) => {
        if (error) this.#fail(error);
        resolve(this.#lost);
      });
    });
  }

  onLost(goodbye: (ending: Ending) => void): void {
    this.#goodbye = goodbye;
  }

  /** Node's own stream for files forgets what a disk that is nearly full did not take. */
  #writeFile(bytes: Uint8Array): void {
    try {
      for (let done = 0; done < bytes.length; ) done += writeSync(DESCRIPTOR, bytes, done);
    } catch (error) {
      this.#fail(error);
    }
  }

  #fail(error: unknown): void {
    if (this.#lost !== undefined) return;
    this.#lost = endingOf(error);
    this.#goodbye(this.#lost);
  }
}

export const output: Output = new StandardOutput();

/** A reader that goes away (`| head`) has read enough. */
function endingOf(error: unknown): Ending {
  const code = codeOf(error);
  if (code === "EPIPE") return { exitCode: EXIT.fine };
  return { exitCode: EXIT.failed, message: cliWords().system.cannotWriteOutput(code) };
}

function endNow({ exitCode, message }: Ending): void {
  if (message === undefined) process.exit(exitCode);
  process.stderr.write(`papo: ${message}\n`, () => process.exit(exitCode));
}

function isFile(descriptor: number): boolean {
  try {
    const stat = fstatSync(descriptor);
    return stat.isFile() || ((stat.isCharacterDevice() || stat.isBlockDevice()) && !process.stdout.isTTY);
  } catch {
    return false;
  }
}
