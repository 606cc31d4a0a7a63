import { execFile } from "node:child_process";
import { cp, mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";

const BUNDLER = new URL("../../scripts/box/server-bundle.ts", import.meta.url).href;
const DIST = fileURLToPath(new URL("../../dist", import.meta.url));

/**
 * Makes a `server.json` of what is built, as if it were another version: what its page is made of has other names,
 * and nothing of the names before is there. `remove` takes it away.
 */
export async function otherVersion(): Promise<{ bundle: string; remove(): Promise<void> }> {
  const folder = await mkdtemp(join(tmpdir(), "papo-version-"));
  await cp(`${DIST}/worker.js`, `${folder}/worker.js`);
  await cp(`${DIST}/public`, `${folder}/public`, { recursive: true });
  for (const name of await readdir(`${folder}/public`)) {
    if (!/\.(js|css|html)$/.test(name)) continue;
    const file = `${folder}/public/${name}`;
    const content = await readFile(file, "utf8");
    await rm(file);
    await writeFile(`${folder}/public/${renamed(name)}`, renamed(content));
  }
  // In a process of its own: as vitest imports workerd, it has no path.
  const script = `import { buildServer } from "${BUNDLER}"; await buildServer(process.argv[1]);`;
  await promisify(execFile)(process.execPath, ["--input-type=module", "-e", script, folder]);
  return { bundle: `${folder}/server.json`, remove: () => rm(folder, { recursive: true }) };
}

/** With names of files that are as long, and of a worker that keeps them apart. */
function renamed(text: string): string {
  return text
    .replaceAll(/\bapp-([A-Z0-9]{7})[A-Z0-9](?=\.)/g, "app-$1_")
    .replaceAll(/(version:\s*["'`]\w+)/g, "$1-other");
}
