import { readFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";

const FILE = fileURLToPath(new URL("../../dist/server.json", import.meta.url));

/** The variable in which the Worker is told the generation of its data: see folder-generation.ts. */
export const GENERATION = "DATA_GENERATION";

/** The variable in which the Worker is told, as JSON, which rate limits are not those of wrangler.toml: never by `npm start`. */
export const RATE_LIMITS = "OTHER_RATE_LIMITS";

/** For tests and the benchmark: rooms are made as fast as they come. */
export const MANY_ROOMS = { [RATE_LIMITS]: JSON.stringify({ ROOMS_MADE: { limit: 1_000_000, period: 60 } }) };

/** All that `npm start` serves, in one file: whoever reads it has a whole build, and needs nothing else of it later. */
export interface ServerBundle {
  /** The folder of the rooms, within that of workerd's objects; and those of all other objects. */
  readonly rooms: string;
  readonly others: readonly string[];
  /** The settings of wrangler.toml; and the names of those that the surroundings may have. */
  readonly vars: Readonly<Record<string, string>>;
  readonly names: readonly string[];
  /** What workerd reads: Worker, page and all, as base64. */
  readonly config: string;
}

/** Reads what server-bundle.ts has built. */
export async function readServer(file = FILE): Promise<ServerBundle> {
  return JSON.parse(await readFile(file, "utf8"));
}
