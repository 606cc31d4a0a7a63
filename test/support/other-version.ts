import { readdir, readFile, rm, writeFile } from "node:fs/promises";
import { type BuiltVersion, builtVersion } from "./built-version.ts";

/**
 * Makes a `server.json` of what is built, as if it were another version: what its page is made of has other names,
 * and nothing of the names before is there.
 */
export function otherVersion(): Promise<BuiltVersion> {
  return builtVersion(async (folder) => {
    for (const name of await readdir(`${folder}/public`)) {
      if (!/\.(js|css|html)$/.test(name)) continue;
      const file = `${folder}/public/${name}`;
      const content = await readFile(file, "utf8");
      await rm(file);
      await writeFile(`${folder}/public/${renamed(name)}`, renamed(content));
    }
  });
}

/** Makes a `server.json` of what is built, where something in the Worker is another. */
export function otherWorker(before: string, now: string): Promise<BuiltVersion> {
  return builtVersion(async (folder) => {
    const worker = await readFile(`${folder}/worker.js`, "utf8");
    if (!worker.includes(before)) throw new Error(`The Worker has no ${before}.`);
    await writeFile(`${folder}/worker.js`, worker.replace(before, now));
  });
}

/** With names of files that are as long, and of a worker that keeps them apart. */
function renamed(text: string): string {
  return text
    .replaceAll(/\bapp-([A-Z0-9]{7})[A-Z0-9](?=\.)/g, "app-$1_")
    .replaceAll(/(version:\s*["'`]\w+)/g, "$1-other");
}
