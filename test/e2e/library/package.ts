import { execFile } from "node:child_process";
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { mkdir, rename } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { transform } from "esbuild";
import { afterAll } from "vitest";

export const ROOT = new URL("../../..", import.meta.url).pathname;

/** The programs in a document: blocks of TypeScript that begin with the name of a file. */
export function programsIn(document: string): Map<string, string> {
  const text = readFileSync(`${ROOT}${document}`, "utf8");
  const blocks = text.matchAll(/^```ts\n\/\/ (\S+)\n([\s\S]*?)^```$/gm);
  return new Map(Array.from(blocks, ([, name = "", code = ""]) => [name, code]));
}

/** A folder in which the package as it is built is installed, and these programs stand, as TypeScript and to be run. */
export async function programFolder(programs: ReadonlyMap<string, string>): Promise<string> {
  const folder = mkdtempSync(join(tmpdir(), "papo-library-"));
  afterAll(() => rmSync(folder, { recursive: true }));
  await mkdir(`${folder}/node_modules`);
  await promisify(execFile)("tar", ["-xzf", `${ROOT}dist/public/papo.tgz`, "-C", `${folder}/node_modules`]);
  await rename(`${folder}/node_modules/package`, `${folder}/node_modules/papo`);
  writeFileSync(`${folder}/package.json`, '{ "type": "module" }');
  for (const [name, code] of programs) {
    writeFileSync(join(folder, name), code);
    const { code: script } = await transform(code, { loader: "ts", format: "esm", target: "node20" });
    writeFileSync(join(folder, name.replace(/\.ts$/, ".mjs")), script);
  }
  return folder;
}

export function filesIn(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: "utf8", withFileTypes: true }).flatMap((entry) =>
    entry.isFile() ? [join(entry.parentPath, entry.name).slice(folder.length + 1)] : [],
  );
}
