import { readdir, readFile, rm, writeFile } from "node:fs/promises";
import { type BuiltVersion, builtVersion } from "./built-version.ts";

/**
 * Makes a `server.json` of what is built, as if it were another version: what its page is made of has other names,
 * and nothing of the names before is there. `remove` takes it away.
 */
export function otherVersion(): Promise<BuiltVersion> {
  return builtVersion(rename);
}

/** Has a page's files be those of another version. */
async function rename(page: string): Promise<void> {
  for (const name of await readdir(page)) {
    if (!/\.(js|css|html)$/.test(name)) continue;
    const file = `${page}/${name}`;
    const content = await readFile(file, "utf8");
    await rm(file);
    await writeFile(`${page}/${renamed(name)}`, renamed(content));
  }
}

/** With names of files that are as long, and of a worker that keeps them apart. */
function renamed(text: string): string {
  return text
    .replaceAll(/\bapp-([A-Z0-9]{7})[A-Z0-9](?=\.)/g, "app-$1_")
    .replaceAll(/(version:\s*["'`]\w+)/g, "$1-other");
}
