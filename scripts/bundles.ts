import { execFile } from "node:child_process";
import { chmod, copyFile, mkdir, readFile, rename, rm, stat, writeFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { type BuildOptions, build } from "esbuild";
import { atBuild } from "./at-build.ts";
import { buildServer } from "./box/server-bundle.ts";
import { buildBrowserClient } from "./browser-client.ts";
import { lazyBuiltins } from "./lazy-builtins.ts";
import { buildLibrary, LIBRARY_FIELDS } from "./library.ts";
import { swapFolder, sweepWorkshops } from "./swap.ts";
import { wordsApart, wordsFile } from "./words-apart.ts";

export const ROOT = fileURLToPath(new URL("..", import.meta.url));

const common: BuildOptions = {
  absWorkingDir: ROOT,
  bundle: true,
  format: "esm",
  legalComments: "none",
  logLevel: "warning",
};

/**
 * Writes everything that is built into `dist/`, and tells what and how large.
 * It is built elsewhere and then put in place, so that nobody ever finds half
 * of it, and two builds at once do not meet.
 */
export async function buildAll(): Promise<{ written: string[] }> {
  await mkdir(`${ROOT}dist`, { recursive: true });
  await sweepWorkshops(`${ROOT}dist`);
  const folder = `${ROOT}dist/.build-${process.pid}`;
  try {
    await mkdir(`${folder}/public`, { recursive: true });
    const client = buildCli(folder);
    const [page, scripts] = await Promise.all([
      buildBrowserClient(common, `${folder}/public`),
      client,
      buildWorker(folder),
      Promise.all([client, buildLibrary(common, `${folder}/package/library`)]).then(([built]) =>
        pack(folder, built),
      ),
    ]);
    await buildServer(folder);
    // While it is here: another build may just be putting its own in its place.
    const files = ["papo.js", "worker.js", "server.json", "public/papo.tgz"];
    const sizes = await Promise.all(files.map((file) => describe(folder, file)));
    for (const name of ["package.json", ...scripts, "worker.js", "server.json"])
      await rename(`${folder}/${name}`, `${ROOT}dist/${name}`);
    await swapFolder(`${folder}/man`, `${ROOT}dist/man`);
    await swapFolder(`${folder}/public`, `${ROOT}dist/public`);
    return { written: [...sizes, ...page] };
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

async function describe(folder: string, file: string): Promise<string> {
  const { size } = await stat(`${folder}/${file}`);
  return `dist/${file}  ${(size / 1_024).toFixed(1)} KiB`;
}

/** The Worker as `npm start` runs it; for Cloudflare, wrangler makes its own bundle. */
async function buildWorker(folder: string): Promise<void> {
  await build({
    ...common,
    entryPoints: ["src/worker/worker.ts"],
    outfile: `${folder}/worker.js`,
    target: "es2024",
    conditions: ["workerd", "worker", "browser"],
    external: ["cloudflare:*", "node:*"],
  });
}

/**
 * The terminal client: one executable file for Node 20 and later, and one beside it for each further language. As CommonJS,
 * whose way through Node's loaders is shorter: a tenth of what `papo --version` takes. Returns what they are called.
 */
async function buildCli(folder: string): Promise<string[]> {
  const shared: BuildOptions = {
    ...common,
    format: "cjs",
    platform: "node",
    target: "node20",
    minify: true,
    // What stays outside is required when it is wanted, which is quicker than to import it.
    supported: { "dynamic-import": false },
  };
  const languages = new Set<string>();
  await build({
    ...shared,
    entryPoints: ["client/cli/main.ts"],
    outfile: `${folder}/papo.js`,
    plugins: [lazyBuiltins, atBuild, wordsApart(languages)],
    banner: { js: "#!/usr/bin/env node" },
  });
  const words = Array.from(languages, async (language) => {
    const entry = `client/cli/words/${language}/spoken.ts`;
    await build({ ...shared, entryPoints: [entry], outfile: `${folder}/${wordsFile(language)}` });
  });
  await Promise.all(words);
  await writeFile(`${folder}/package.json`, '{ "type": "commonjs" }\n');
  await chmod(`${folder}/papo.js`, 0o755);
  return ["papo.js", ...Array.from(languages, wordsFile)];
}

/** Its manual page, as it tells it itself. */
async function writeManual(folder: string): Promise<void> {
  await mkdir(`${folder}/man`, { recursive: true });
  const { stdout } = await promisify(execFile)(process.execPath, [
    `${folder}/papo.js`,
    ...["help", "--man", "--lang", "en"],
  ]);
  await writeFile(`${folder}/man/papo.1`, stdout);
}

/** Terminal client (`scripts`) and library as a package without dependencies, which `npx https://HOST/papo.tgz` runs. */
async function pack(folder: string, scripts: readonly string[]): Promise<void> {
  const content = `${folder}/package`;
  await mkdir(`${content}/man`, { recursive: true });
  await writeManual(folder);
  const { name, version, description, license } = JSON.parse(await readFile(`${ROOT}package.json`, "utf8"));
  const manifest = {
    name,
    version,
    description,
    license,
    type: "commonjs",
    bin: { papo: "papo.js" },
    man: "./man/papo.1",
    ...LIBRARY_FIELDS,
    engines: { node: ">=20" },
  };
  await Promise.all([
    writeFile(`${content}/package.json`, JSON.stringify(manifest, undefined, 2)),
    ...scripts.map((name) => copyFile(`${folder}/${name}`, `${content}/${name}`)),
    copyFile(`${folder}/man/papo.1`, `${content}/man/papo.1`),
    copyFile(`${ROOT}LICENSE`, `${content}/LICENSE`),
    copyFile(`${ROOT}client/library/README.md`, `${content}/README.md`),
  ]);
  await promisify(execFile)("npm", ["pack", content, "--pack-destination", folder, "--silent"]);
  await rename(`${folder}/${name}-${version}.tgz`, `${folder}/public/papo.tgz`);
}
