import { execFile } from "node:child_process";
import { chmod, copyFile, mkdir, readFile, rename, rm, stat, writeFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { type BuildOptions, build } from "esbuild";
import { buildBrowserClient } from "./browser-client.ts";

export const ROOT = fileURLToPath(new URL("..", import.meta.url));

const common: BuildOptions = {
  absWorkingDir: ROOT,
  bundle: true,
  format: "esm",
  legalComments: "none",
  logLevel: "warning",
};

/** Writes everything that is built into `dist/`, and tells what and how large. */
export async function buildAll(): Promise<{ written: string[] }> {
  await rm(`${ROOT}dist/public`, { recursive: true, force: true });
  await mkdir(`${ROOT}dist/public`, { recursive: true });
  const [page] = await Promise.all([
    buildBrowserClient(common, `${ROOT}dist/public`),
    buildWorker(),
    buildCli().then(packCli),
  ]);
  const files = ["dist/papo.js", "dist/worker.js", "dist/public/papo.tgz"];
  return { written: [...(await Promise.all(files.map(describe))), page] };
}

async function describe(file: string): Promise<string> {
  const { size } = await stat(`${ROOT}${file}`);
  return `${file}  ${(size / 1_024).toFixed(1)} KiB`;
}

/** The Worker as `npm start` runs it; for Cloudflare, wrangler makes its own bundle. */
async function buildWorker(): Promise<void> {
  await build({
    ...common,
    entryPoints: ["src/worker.ts"],
    outfile: "dist/worker.js",
    target: "es2024",
    conditions: ["workerd", "worker", "browser"],
    external: ["cloudflare:*", "node:*"],
  });
}

/** The terminal client: one executable file for Node 20 and later. */
async function buildCli(): Promise<void> {
  await build({
    ...common,
    entryPoints: ["client/cli/main.ts"],
    outfile: "dist/papo.js",
    platform: "node",
    target: "node20",
    minify: true,
    // `ws` is CommonJS, and a module has no `require` of its own.
    banner: {
      js: '#!/usr/bin/env node\nimport{createRequire}from"node:module";const require=createRequire(import.meta.url);',
    },
  });
  await chmod(`${ROOT}dist/papo.js`, 0o755);
}

/** The terminal client as a package without dependencies, which `npx https://HOST/papo.tgz` runs. */
async function packCli(): Promise<void> {
  const folder = `${ROOT}dist/package`;
  await mkdir(folder, { recursive: true });
  const { name, version, description, license } = JSON.parse(await readFile(`${ROOT}package.json`, "utf8"));
  const manifest = {
    name,
    version,
    description,
    license,
    type: "module",
    bin: "papo.js",
    engines: { node: ">=20" },
  };
  await Promise.all([
    writeFile(`${folder}/package.json`, JSON.stringify(manifest, undefined, 2)),
    copyFile(`${ROOT}dist/papo.js`, `${folder}/papo.js`),
    copyFile(`${ROOT}LICENSE`, `${folder}/LICENSE`),
  ]);
  await promisify(execFile)("npm", ["pack", folder, "--pack-destination", `${ROOT}dist`, "--silent"]);
  await rename(`${ROOT}dist/${name}-${version}.tgz`, `${ROOT}dist/public/papo.tgz`);
}
