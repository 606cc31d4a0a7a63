import { constants } from "node:fs";
import { open, stat } from "node:fs/promises";
import { basename } from "node:path";
import { EXIT } from "../end/exit-code.ts";
import { Failure } from "../end/failure.ts";
import { codeOf } from "../end/system-trouble.ts";
import { cliWords } from "../words/words.ts";

/** Bytes that any room takes at most; what this one takes, it says itself. */
export const MOST_BYTES = 26_214_400;

/** Something that is to be sent as a file. */
export interface ChosenFile {
  readonly name: string;
  /** Bytes. */
  readonly size: number;
  /** All of it, from its beginning, as often as it is tried. Fails with a Failure. */
  read(): AsyncIterable<Uint8Array>;
}

/** A file of the disk. Throws a Failure about what is none, or can't be sent. */
export async function chooseFile(
  path: string,
  { shown = path, most = MOST_BYTES }: { shown?: string; most?: number } = {},
): Promise<ChosenFile> {
  const words = cliWords().files;
  try {
    const found = await stat(path);
    if (found.isDirectory()) throw unsendable(words.isFolder(shown));
    // Before it is opened: a pipe would wait for its other end, and a device might do something.
    if (!found.isFile()) throw unsendable(words.isNoFile(shown));
    const file = await openAt(path);
    await file.close();
    return chosen(basename(path), { size: found.size, most, shown, read: () => readAt(path, found.size) });
  } catch (error) {
    if (error instanceof Failure) throw error;
    throw unsendable(cliWords().system.cannotRead({ file: shown, code: codeOf(error) }));
  }
}

/** Bytes that are here already, such as those of standard input. */
export function chosenBytes(bytes: Uint8Array, { name, most = MOST_BYTES }: { name: string; most?: number }) {
  return chosen(name, { size: bytes.length, most, shown: name, read: () => once(bytes) });
}

interface Sendable extends Pick<ChosenFile, "size" | "read"> {
  readonly most: number;
  readonly shown: string;
}

function chosen(name: string, { size, most, shown, read }: Sendable): ChosenFile {
  const words = cliWords().files;
  if (size === 0) throw unsendable(words.isEmpty(shown));
  if (size > most) throw unsendable(words.tooLarge({ file: shown, size, most }));
  return { name, size, read };
}

async function* once(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  yield bytes;
}

/** What is not as long as it was is another file by now. */
async function* readAt(path: string, size: number): AsyncGenerator<Uint8Array> {
  const words = cliWords().files;
  const name = basename(path);
  let left = size;
  try {
    const file = await openAt(path);
    try {
      if (!(await file.stat()).isFile()) throw unsendable(words.isNoFile(name));
      for await (const chunk of file.createReadStream({ autoClose: false })) {
        left -= chunk.length;
        if (left < 0) break;
        yield chunk;
      }
    } finally {
      await file.close();
    }
  } catch (error) {
    if (error instanceof Failure) throw error;
    throw unsendable(cliWords().system.cannotRead({ file: name, code: codeOf(error) }));
  }
  if (left !== 0) throw unsendable(words.hasChanged(name));
}

function openAt(path: string) {
  // It may have become a pipe meanwhile, for which nobody is to wait.
  return open(path, constants.O_RDONLY | (constants.O_NONBLOCK ?? 0));
}

function unsendable(message: string): Failure {
  return new Failure(EXIT.unsent, message);
}
