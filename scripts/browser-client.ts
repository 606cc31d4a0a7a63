import { cp, readFile, writeFile } from "node:fs/promises";
import { basename } from "node:path";
import { fileURLToPath } from "node:url";
import { gzipSync } from "node:zlib";
import { type BuildOptions, build, type Metafile } from "esbuild";
import { atBuild } from "./at-build.ts";

/** Bytes of gzipped JavaScript that a page may load to begin with, and in all. */
export const SCRIPT_BUDGET = 40_000;
export const WHOLE_BUDGET = 120_000;

const SOURCE = "client/web";
/** Older browsers lack what its style sheets stand on, too. */
const BROWSERS = ["chrome123", "firefox128", "safari17.4"];

/** What the page has in place of a package. */
export const PAGE_ALIAS = {
  valibot: fileURLToPath(new URL("../client/web/lean-valibot.ts", import.meta.url)),
};

/** Writes the browser client into `folder`, and tells how large its scripts are. Fails over the budget. */
export async function buildBrowserClient(common: BuildOptions, folder: string): Promise<string> {
  const { outputFiles, metafile } = await build({
    ...common,
    entryPoints: [
      { in: `${SOURCE}/main.tsx`, out: "app" },
      { in: `${SOURCE}/styles/main.css`, out: "app" },
    ],
    // `_headers` has what begins so kept for good: all of them are named for what is in them.
    entryNames: "app-[hash]",
    chunkNames: "app-[hash]",
    outdir: folder,
    splitting: true,
    minify: true,
    target: BROWSERS,
    jsx: "automatic",
    jsxImportSource: "preact",
    alias: PAGE_ALIAS,
    plugins: [atBuild],
    // They may name characters that are newer than a browser, which then just does not know them.
    supported: { "regexp-unicode-property-escapes": true },
    logOverride: { "import-is-undefined": "error" },
    write: false,
    metafile: true,
  });
  await cp(`${common.absWorkingDir}${SOURCE}/static`, folder, { recursive: true });
  const sizes = new Map<string, number>();
  for (const { path, contents } of outputFiles) {
    await writeFile(path, contents);
    if (path.endsWith(".js")) sizes.set(basename(path), gzipSync(contents, { level: 9 }).length);
  }
  const { style, scripts } = firstFiles(metafile);
  const html = await readFile(`${common.absWorkingDir}${SOURCE}/index.html`, "utf8");
  await writeFile(`${folder}/index.html`, withFiles(html, style, scripts));
  const first = scripts.reduce((sum, name) => sum + (sizes.get(name) ?? 0), 0);
  const all = [...sizes.values()].reduce((sum, size) => sum + size, 0);
  const sum = `${first} bytes of gzipped JavaScript at first, of ${SCRIPT_BUDGET}, and ${all} in all, of ${WHOLE_BUDGET}`;
  if (first > SCRIPT_BUDGET || all > WHOLE_BUDGET)
    throw new Error(`The browser client is too large: ${sum}.`);
  return `dist/public/index.html  ${sum}`;
}

/** The names of what a page loads at once: its style sheet, and its script with all that this one imports. */
function firstFiles({ outputs }: Metafile): { style: string; scripts: string[] } {
  const entry = (source: string) =>
    Object.keys(outputs).find((path) => outputs[path]?.entryPoint === `${SOURCE}/${source}`) ?? "";
  const scripts = new Set([entry("main.tsx")]);
  // What is added while it goes on comes up, too.
  for (const path of scripts) {
    for (const each of outputs[path]?.imports ?? []) {
      if (each.kind === "import-statement") scripts.add(each.path);
    }
  }
  return { style: basename(entry("styles/main.css")), scripts: [...scripts].map((path) => basename(path)) };
}

/** The page with the names of its files; what its script imports is asked for together with it. */
function withFiles(html: string, style: string, [script = "", ...imports]: readonly string[]): string {
  const preload = imports.map((name) => `<link rel="modulepreload" href="/${name}" />\n    `).join("");
  const whole = html
    .replace('"/app.css"', `"/${style}"`)
    .replace('<script type="module" src="/app.js">', `${preload}<script type="module" src="/${script}">`);
  if (/"\/app\./.test(whole)) throw new Error("index.html does not load app.css and app.js.");
  return whole;
}
