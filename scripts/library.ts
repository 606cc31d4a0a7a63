import { execFile } from "node:child_process";
import { mkdir, readFile, rm, writeFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { dirname, join, resolve } from "node:path";
import { promisify } from "node:util";
import { type BuildOptions, build, type Plugin } from "esbuild";

const FOLDER = "client/library";
/** What programs import, and the part that both stand on. */
const ENTRIES = ["library", "browser"] as const;

/** What a manifest says of the library. */
export const LIBRARY_EXPORTS = {
  ".": { types: "./library/library.d.mts", default: "./library/library.mjs" },
  "./browser": { types: "./library/browser.d.mts", default: "./library/browser.mjs" },
  "./package.json": "./package.json",
};

/** Writes the library as a package has it: for Node, for browsers, and what programs see of it as types. */
export async function buildLibrary(common: BuildOptions, folder: string): Promise<void> {
  const root = common.absWorkingDir ?? ".";
  await mkdir(folder, { recursive: true });
  await Promise.all([
    buildInside(common, folder),
    buildFaces(common, folder),
    writeDeclarations(root, folder),
  ]);
}

async function buildInside(common: BuildOptions, folder: string): Promise<void> {
  await build({
    ...common,
    entryPoints: [`${FOLDER}/inside.ts`],
    outfile: `${folder}/inside.mjs`,
    platform: "neutral",
    target: "es2023",
    minify: true,
  });
}

async function buildFaces(common: BuildOptions, folder: string): Promise<void> {
  const root = common.absWorkingDir ?? ".";
  const faces = { ...common, bundle: true, minify: true, plugins: [await fromInside(root)] };
  await Promise.all([
    build({
      ...faces,
      entryPoints: [`${FOLDER}/library.ts`],
      outfile: `${folder}/library.mjs`,
      platform: "node",
      target: "node20",
      // `ws` is CommonJS, and a module has no `require` of its own.
      banner: {
        js: 'import{createRequire}from"node:module";const require=createRequire(import.meta.url);',
      },
    }),
    build({
      ...faces,
      entryPoints: [`${FOLDER}/browser.ts`],
      outfile: `${folder}/browser.mjs`,
      platform: "neutral",
      target: "es2023",
    }),
  ]);
}

/** What `inside.ts` passes on is taken from there, for it is to be in the package once. */
async function fromInside(root: string): Promise<Plugin> {
  const inside = join(root, FOLDER, "inside.ts");
  const passedOn = new Set(
    Array.from((await readFile(inside, "utf8")).matchAll(/from "(\..*)"/g), ([, path = ""]) =>
      resolve(dirname(inside), path),
    ),
  );
  return {
    name: "from-inside",
    setup({ onResolve }) {
      onResolve({ filter: /^\./ }, ({ path, resolveDir }) =>
        passedOn.has(resolve(resolveDir, path)) ? { path: "./inside.mjs", external: true } : undefined,
      );
    },
  };
}

/** The declarations of the entries and of what they name, as far as that goes. */
async function writeDeclarations(root: string, folder: string): Promise<void> {
  const emitted = `${folder}/declarations`;
  const tsc = createRequire(import.meta.url).resolve("typescript/package.json");
  const flags = ["--noEmit", "false", "--declaration", "--emitDeclarationOnly", "--noCheck"];
  const args = ["-p", `${root}${FOLDER}`, ...flags, "--rootDir", root, "--outDir", emitted];
  await promisify(execFile)(process.execPath, [join(dirname(tsc), "bin/tsc"), ...args]);
  const seen = new Set<string>();
  const copy = async (file: string): Promise<void> => {
    if (seen.has(file)) return;
    seen.add(file);
    const text = await readFile(`${emitted}/${FOLDER}/${file}`, "utf8");
    const imports = Array.from(text.matchAll(/from "(\.[^"]*)\.ts"/g), ([, path = ""]) => path);
    await mkdir(dirname(`${folder}/${file}`), { recursive: true });
    // By the names that the files have here: the package's others are CommonJS.
    const renamed = text.replaceAll(/(from ".*)\.ts"/g, '$1.mjs"');
    await writeFile(`${folder}/${file.replace(/\.ts$/, ".mts")}`, renamed);
    await Promise.all(imports.map((path) => copy(join(dirname(file), `${path}.d.ts`))));
  };
  await Promise.all(ENTRIES.map((entry) => copy(`${entry}.d.ts`)));
  await rm(emitted, { recursive: true });
}
