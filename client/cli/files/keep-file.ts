import { constants, type PathLike } from "node:fs";
import { access, link, open, rename, rm, stat } from "node:fs/promises";
import { basename, dirname, join } from "node:path";
import { randomClient } from "../../../src/protocol/identity.ts";
import { EXIT } from "../end/exit-code.ts";
import { Failure } from "../end/failure.ts";
import { codeOf } from "../end/system-trouble.ts";
import { cliWords } from "../words/words.ts";
import { nameOnDisk, numbered } from "./name-on-disk.ts";

/** Files of one name in a folder; who has more of them gives one of their own. */
const MOST_NUMBERS = 999;
/** What disks without links say. */
const NO_LINKS = new Set(["EPERM", "ENOTSUP", "EOPNOTSUPP", "ENOSYS", "EINVAL", "EMLINK", "EACCES"]);

/** Where a file from elsewhere is to be kept. */
export type KeepingPlace =
  /** In a folder, by its own name made harmless; with a number where there is one. */
  | { readonly folder: string }
  /** By a name that its reader has given. */
  | { readonly file: string };

/** What somebody means by a path: a folder that is there, or the file that is to be made. */
export async function placeAt(path: string): Promise<KeepingPlace> {
  const words = cliWords().files;
  const found = await stat(path).catch((error: unknown) => {
    const code = codeOf(error);
    if (code === "ENOENT") return undefined;
    throw unsaved(cliWords().system.cannotWrite({ file: path, code }));
  });
  if (found?.isDirectory()) return { folder: path };
  if (found !== undefined) throw unsaved(words.isThere(path));
  await access(dirname(path), constants.W_OK).catch((error: unknown) => {
    const code = codeOf(error);
    const isMissing = code === "ENOENT" || code === "ENOTDIR";
    throw unsaved(
      isMissing ? words.noSuchFolder(dirname(path)) : cliWords().system.cannotWrite({ file: path, code }),
    );
  });
  return { file: path };
}

/** Keeps bytes as a file, wholly or not at all, and over nothing that is there. Returns where. */
export async function keepFile(
  bytes: AsyncIterable<Uint8Array>,
  name: string,
  place: KeepingPlace,
): Promise<string> {
  const folder = "folder" in place ? place.folder : dirname(place.file);
  const draft = join(folder, `.papo-${randomClient()}.part`);
  const cannot = (error: unknown, file: string) =>
    error instanceof Failure ? error : unsaved(cliWords().system.cannotWrite({ file, code: codeOf(error) }));
  try {
    await write(draft, bytes).catch((error: unknown) => {
      throw cannot(error, folder);
    });
    for (const file of namesAt(place, name)) {
      if (await isMoved(draft, file)) return file;
    }
    const taken = "file" in place ? place.file : join(folder, nameOnDisk(name));
    throw unsaved(cliWords().files.isThere(taken));
  } catch (error) {
    throw cannot(error, folder);
  } finally {
    await rm(draft, { force: true });
  }
}

function* namesAt(place: KeepingPlace, name: string): Generator<string> {
  if ("file" in place) {
    yield place.file;
    return;
  }
  const harmless = nameOnDisk(name);
  yield join(place.folder, harmless);
  for (let number = 2; number <= MOST_NUMBERS; number++) yield join(place.folder, numbered(harmless, number));
}

async function write(draft: string, bytes: AsyncIterable<Uint8Array>): Promise<void> {
  const file = await open(draft, "wx", 0o600);
  try {
    for await (const chunk of bytes) await file.writeFile(chunk);
  } finally {
    await file.close();
  }
}

/** Gives a file another name that no file has; false where one has it. A link is never made over anything. */
async function isMoved(draft: PathLike, file: string): Promise<boolean> {
  try {
    await link(draft, file);
    return true;
  } catch (error) {
    const code = codeOf(error) ?? "";
    if (code === "EEXIST") return false;
    if (!NO_LINKS.has(code)) throw error;
  }
  // On other disks the name is taken by an empty file, which is ours, and then replaced.
  try {
    await (await open(file, "wx", 0o600)).close();
  } catch (error) {
    if (codeOf(error) === "EEXIST") return false;
    throw error;
  }
  await rename(draft, file);
  return true;
}

function unsaved(message: string): Failure {
  return new Failure(EXIT.failed, message);
}

/** As it is told: in the folder where one is, by its name alone. */
export function toldAt(file: string, folder: string): string {
  return dirname(file) === folder ? basename(file) : file;
}
