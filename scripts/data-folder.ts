import { access, constants, mkdir } from "node:fs/promises";
import { resolve } from "node:path";
import { UsageError } from "./usage-error.ts";

/** Makes the folder for the rooms' databases if it is missing. Throws a sentence if it can't be used. */
export async function dataFolder(given: string): Promise<string> {
  const folder = resolve(given);
  try {
    await mkdir(folder, { recursive: true });
    await access(folder, constants.R_OK | constants.W_OK | constants.X_OK);
  } catch (error) {
    const why = error instanceof Error && "code" in error ? String(error.code) : String(error);
    const reason =
      why === "EEXIST" || why === "ENOTDIR" ? "there is a file of that name" : `it can't be used (${why})`;
    throw new UsageError(`--data ${given}: ${reason}. Name a folder that may be written to.`);
  }
  return folder;
}
