import { createHash } from "node:crypto";
import { readFile } from "node:fs/promises";
import { gzipSync } from "node:zlib";
import { type BuildOptions, build } from "esbuild";
import type { PageFiles } from "../client/web/worker/page-files.ts";

/** Bytes that the gzipped service worker may have. */
export const WORKER_BUDGET = 12_000;

/** What a page shows that is no part of a script or style sheet, and keeps its name. */
const EXTRAS = ["icon.svg", "icons.svg", "icon-192.png", "manifest.webmanifest"];

/** Writes `sw.js` beside the page that is built in `folder`, and tells how large it is. `parts` are the names of the page's files. Fails over the budget. */
export async function buildServiceWorker(
  shared: BuildOptions,
  folder: string,
  parts: readonly string[],
): Promise<string> {
  const hash = createHash("sha256");
  // What is in the parts, their names say.
  for (const name of ["index.html", ...EXTRAS]) hash.update(await readFile(`${folder}/${name}`));
  const paths = (names: readonly string[]) => names.map((name) => `/${name}`);
  const files: PageFiles = {
    version: hash.update(parts.toSorted().join()).digest("hex").slice(0, 16),
    parts: paths(parts),
    extras: paths(EXTRAS),
  };
  const outfile = `${folder}/sw.js`;
  await build({
    ...shared,
    entryPoints: ["client/web/worker/main.ts"],
    outfile,
    format: "iife",
    define: { PAGE_FILES: JSON.stringify(files) },
  });
  const size = gzipSync(await readFile(outfile), { level: 9 }).length;
  const sum = `dist/public/sw.js  ${size} bytes gzipped, of ${WORKER_BUDGET}`;
  if (size > WORKER_BUDGET) throw new Error(`The service worker is too large: ${sum}.`);
  return sum;
}
