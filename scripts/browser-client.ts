import { createHash } from "node:crypto";
import { cp, readFile, writeFile } from "node:fs/promises";
import { gzipSync } from "node:zlib";
import { type BuildOptions, build } from "esbuild";

/** Bytes of gzipped JavaScript that a page may load. */
export const SCRIPT_BUDGET = 40_000;

const SOURCE = "client/web";
/** Older browsers lack what its style sheets stand on, too. */
const BROWSERS = ["chrome123", "firefox128", "safari17.4"];

/** Writes the browser client into `folder`, and tells how large its scripts are. Fails over the budget. */
export async function buildBrowserClient(common: BuildOptions, folder: string): Promise<string> {
  const { outputFiles } = await build({
    ...common,
    entryPoints: { "app.js": `${SOURCE}/main.tsx`, "app.css": `${SOURCE}/styles/main.css` },
    outdir: folder,
    minify: true,
    target: BROWSERS,
    jsx: "automatic",
    jsxImportSource: "preact",
    write: false,
  });
  const root = `${common.absWorkingDir}${SOURCE}`;
  await cp(`${root}/static`, folder, { recursive: true });
  let html = await readFile(`${root}/index.html`, "utf8");
  let size = 0;
  for (const { path, contents } of outputFiles) {
    const [kind = ""] = /\w+$/.exec(path) ?? [];
    const name = `app-${createHash("sha256").update(contents).digest("hex").slice(0, 10)}.${kind}`;
    if (!html.includes(`"/app.${kind}"`)) throw new Error(`index.html doesn't load app.${kind}.`);
    html = html.replace(`"/app.${kind}"`, `"/${name}"`);
    await writeFile(`${folder}/${name}`, contents);
    if (kind === "js") size += gzipSync(contents, { level: 9 }).length;
  }
  await writeFile(`${folder}/index.html`, html);
  if (size > SCRIPT_BUDGET) {
    throw new Error(
      `The browser client has ${size} bytes of gzipped JavaScript; ${SCRIPT_BUDGET} are allowed.`,
    );
  }
  return `dist/public/index.html  ${size} bytes of gzipped JavaScript, of ${SCRIPT_BUDGET}`;
}
