import { readFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";

const FILE = fileURLToPath(new URL("../../dist/server.json", import.meta.url));

/** The variable in which the Worker is told the generation of its data: see folder-generation.ts. */
export const GENERATION = "DATA_GENERATION";

/** All that `npm start` serves, in one file: whoever reads it has a whole build, and needs nothing else of it later. */
export interface ServerBundle {
  /** The folder of the rooms, within that of workerd's objects. */
  readonly rooms: string;
  /** The settings of wrangler.toml; and the names of those that the surroundings may have. */
  readonly vars: Readonly<Record<string, string>>;
  readonly names: readonly string[];
  /** What workerd reads: Worker, page and all, as base64. */
  readonly config: string;
}

/** Reads what server-bundle.ts has built. */
export async function readServer(): Promise<ServerBundle> {
  return JSON.parse(await readFile(FILE, "utf8"));
}
