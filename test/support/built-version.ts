import { execFile } from "node:child_process";
import { cp, mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";

const BUNDLER = new URL("../../scripts/box/server-bundle.ts", import.meta.url).href;
const DIST = fileURLToPath(new URL("../../dist", import.meta.url));

export interface BuiltVersion {
  /** Its `server.json`. */
  readonly bundle: string;
  remove(): Promise<void>;
}

/** Makes a `server.json` of what is built, but for what is changed: `change` is told the folder of a copy, with `worker.js` and `public` in it. */
export async function builtVersion(change: (folder: string) => Promise<void>): Promise<BuiltVersion> {
  const folder = await mkdtemp(join(tmpdir(), "papo-version-"));
  await cp(`${DIST}/worker.js`, `${folder}/worker.js`);
  await cp(`${DIST}/public`, `${folder}/public`, { recursive: true });
  await change(folder);
  // In a process of its own: as vitest imports workerd, it has no path.
  const script = `import { buildServer } from "${BUNDLER}"; await buildServer(process.argv[1]);`;
  await promisify(execFile)(process.execPath, ["--input-type=module", "-e", script, folder]);
  return { bundle: `${folder}/server.json`, remove: () => rm(folder, { recursive: true }) };
}
