import { cp, readFile, writeFile } from "node:fs/promises";
import { basename } from "node:path";
import { fileURLToPath } from "node:url";
import { gzipSync } from "node:zlib";
import { type BuildOptions, build, type Metafile } from "esbuild";
import { LANGUAGES } from "../client/core/words/languages.ts";
import { atBuild } from "./at-build.ts";
import { buildServiceWorker } from "./service-worker.ts";
import { SHORTENER, shortScript } from "./short-script.ts";

/** Bytes of gzipped JavaScript that a page may load to begin with, and in all. */
export const SCRIPT_BUDGET = 40_000;
export const WHOLE_BUDGET = 120_000;
/** The same of the words of a language that it loads to begin with. */
const WORDS_BUDGET = 4_000;

const SOURCE = "client/web";
/** How the files of a language's words begin: as English calls it. */
const wordsName = (code: string) => new Intl.DisplayNames("en", { type: "language" }).of(code)?.toLowerCase();
/** Older browsers lack what its style sheets stand on, too. */
const BROWSERS = ["chrome123", "firefox128", "safari17.5"];

/** What who installs the page is shown of it, by the names that its manifest has: `npm run pictures` makes them. */
const PICTURES = { "picture-wide.png": "browser-light.png", "picture-narrow.png": "phone.png" };

/** What the page has in place of a package. */
export const PAGE_ALIAS = {
  valibot: fileURLToPath(new URL("../client/web/lean-valibot.ts", import.meta.url)),
};

/** Writes the browser client into `folder`, and tells how large its scripts are. Fails over the budget. */
export async function buildBrowserClient(common: BuildOptions, folder: string): Promise<string[]> {
  const lean = {
    ...common,
    minify: true,
    target: BROWSERS,
    // An emoji as it is written is half as long as its number.
    charset: "utf8",
    alias: PAGE_ALIAS,
    // They may name characters that are newer than a browser, which then just does not know them.
    supported: { "regexp-unicode-property-escapes": true },
  } as const;
  const shared = {
    ...lean,
    // `_headers` has what begins so kept for good: all of them are named for what is in them.
    entryNames: "app-[hash]",
    outdir: folder,
    write: false,
    metafile: true,
    // Goes into the names, which are to go by all that made what they name; what is in them is without it.
    banner: { js: `// ${SHORTENER}` },
  } as const;
  // No module, for it runs before anything is drawn.
  const looks = await build({ ...shared, entryPoints: [`${SOURCE}/looks.ts`], format: "iife" });
  const { outputFiles, metafile } = await build({
    ...shared,
    entryPoints: [
      { in: `${SOURCE}/main.ts`, out: "app" },
      { in: `${SOURCE}/styles/main.css`, out: "app" },
    ],
    chunkNames: "app-[hash]",
    splitting: true,
    jsx: "automatic",
    jsxImportSource: "preact",
    plugins: [atBuild],
    logOverride: { "import-is-undefined": "error" },
  });
  await cp(`${common.absWorkingDir}${SOURCE}/static`, folder, { recursive: true });
  for (const [name, picture] of Object.entries(PICTURES)) {
    await cp(`${common.absWorkingDir}docs/pictures/${picture}`, `${folder}/${name}`);
  }
  const sizes = new Map<string, number>();
  const written = [...looks.outputFiles, ...outputFiles];
  for (const { path, text } of written) {
    const isScript = path.endsWith(".js");
    const content = isScript ? await shortScript(text, BROWSERS) : text;
    await writeFile(path, content);
    if (isScript) sizes.set(basename(path), gzipSync(content, { level: 9 }).length);
  }
  const files = pageFiles(metafile);
  const [early = ""] = looks.outputFiles.map(({ path }) => basename(path));
  const html = await readFile(`${common.absWorkingDir}${SOURCE}/index.html`, "utf8");
  await writeFile(`${folder}/index.html`, withFiles(html, files, early));
  const bytesOf = (names: Iterable<string>) =>
    [...names].reduce((sum, name) => sum + (sizes.get(name) ?? 0), 0);
  const spoken = [...files.languages.values()].flatMap(({ first, late }) => [...first, ...late]);
  const unspoken = bytesOf(sizes.keys()) - bytesOf(new Set(spoken));
  const told = Array.from(files.languages, ([code, words]) => {
    const said = bytesOf(words.first);
    const first = bytesOf([early, ...files.scripts]) + said;
    const all = unspoken + said + bytesOf(words.late);
    const sum = `${code}: ${first} bytes of gzipped JavaScript at first, of ${SCRIPT_BUDGET} (${said} of them words, of ${WORDS_BUDGET}), and ${all} in all, of ${WHOLE_BUDGET}`;
    if (said > WORDS_BUDGET || first > SCRIPT_BUDGET || all > WHOLE_BUDGET)
      throw new Error(`The browser client is too large in ${sum}.`);
    return sum;
  });
  const parts = written.map(({ path }) => basename(path));
  return [`dist/public/index.html  ${told.join("; ")}`, await buildServiceWorker(lean, folder, parts)];
}

/** Names of files with the words of one language, and of nothing else. */
interface WordFiles {
  first: readonly string[];
  late: readonly string[];
}

interface BuiltPage {
  style: string;
  scripts: readonly string[];
  languages: ReadonlyMap<string, WordFiles>;
}

/** The names of what a page loads at once: its style sheet, and its scripts, with all that these import; and of the words of each language. */
function pageFiles({ outputs }: Metafile): BuiltPage {
  const entry = (source: string) => {
    const path = Object.keys(outputs).find((each) => outputs[each]?.entryPoint === `${SOURCE}/${source}`);
    if (path === undefined) throw new Error(`There is nothing of ${source}.`);
    return path;
  };
  const withImports = (...entries: readonly string[]) => {
    const scripts = new Set(entries);
    // What is added while it goes on comes up, too.
    for (const path of scripts) {
      for (const each of outputs[path]?.imports ?? []) {
        if (each.kind === "import-statement") scripts.add(each.path);
      }
    }
    return [...scripts].map((path) => basename(path));
  };
  const scripts = withImports(entry("main.ts"), entry("page.tsx"));
  const besides = (path: string, loaded: readonly string[]) =>
    withImports(path).filter((name) => !loaded.includes(name));
  const languages = LANGUAGES.map((code) => {
    const name = wordsName(code);
    const first = besides(entry(`words/${name}-first.ts`), scripts);
    return [code, { first, late: besides(entry(`words/${name}-late.ts`), [...scripts, ...first]) }] as const;
  });
  return { style: basename(entry("styles/main.css")), scripts, languages: new Map(languages) };
}

/** The page with the names of its files; what its script imports is asked for together with it. */
function withFiles(html: string, { style, scripts, languages }: BuiltPage, early: string): string {
  const [script = "", ...imports] = scripts;
  const preload = imports.map((name) => `<link rel="modulepreload" href="/${name}" />\n    `).join("");
  const words = Array.from(
    languages,
    ([code, { first }]) => ` data-${code}="${first.map((name) => `/${name}`).join(" ")}"`,
  );
  const whole = html
    .replace('"/app.css"', `"/${style}"`)
    .replace('"/looks.js"', `"/${early}"${words.join("")}`)
    .replace('<script type="module" src="/app.js">', `${preload}<script type="module" src="/${script}">`);
  if (/"\/(app|looks)\./.test(whole))
    throw new Error("index.html does not load looks.js, app.css and app.js.");
  return whole;
}
