import { copyFile, readdir, readFile, writeFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { type BuildOptions, build } from "esbuild";
import { PAGE_ALIAS } from "../../../scripts/browser-client.ts";
import { wordsFile } from "../../../scripts/words-apart.ts";

// Both clients as they are built. What is theirs in Portuguese is in the
// pseudo-language instead: who asks for Portuguese gets it, and nothing of it is
// ever among what is built.

const HERE = fileURLToPath(new URL(".", import.meta.url));
const DIST = fileURLToPath(new URL("../../../dist", import.meta.url));

const common: BuildOptions = { absWorkingDir: HERE, bundle: true, logLevel: "warning" };

/** Puts the terminal client into a folder, and tells its file. */
export async function pseudoClient(folder: string): Promise<string> {
  for (const name of ["papo.js", "package.json"]) await copyFile(`${DIST}/${name}`, `${folder}/${name}`);
  await build({
    ...common,
    entryPoints: ["cli-words.ts"],
    outfile: `${folder}/${wordsFile("portuguese")}`,
    format: "cjs",
    platform: "node",
  });
  return `${folder}/papo.js`;
}

/** Has what is built, in a folder, speak so on its page. */
export async function pseudoPage(folder: string): Promise<void> {
  const page = `${folder}/public`;
  const [, first = ""] = /data-pt="\/(\S+)/.exec(await readFile(`${page}/index.html`, "utf8")) ?? [];
  const late = await lateOf(page, first);
  for (const [entry, name] of Object.entries({ "page-first.ts": first, "page-late.ts": late })) {
    const { outputFiles } = await build({
      ...common,
      entryPoints: [entry],
      format: "esm",
      alias: PAGE_ALIAS,
      write: false,
    });
    await writeFile(`${page}/${name}`, outputFiles.map(({ text }) => text).join(""));
  }
}

/** The file of a language's later words: who loads the first names it behind. */
async function lateOf(page: string, first: string): Promise<string> {
  const loads = new RegExp(`${first}\\W+late:[^}]*?import\\(\\W+([\\w-]+\\.js)`);
  for (const name of await readdir(page)) {
    const [, late] = (name.endsWith(".js") && loads.exec(await readFile(`${page}/${name}`, "utf8"))) || [];
    if (late !== undefined) return late;
  }
  throw new Error("Nothing loads the words of Portuguese.");
}
