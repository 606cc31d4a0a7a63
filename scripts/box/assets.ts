import { createHash } from "node:crypto";
import { readdir, readFile } from "node:fs/promises";
import { extname } from "node:path";

/** What the page is made of. */
const TYPES: Readonly<Record<string, string>> = {
  ".css": "text/css; charset=utf-8",
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".json": "application/json",
  ".png": "image/png",
  ".svg": "image/svg+xml",
  ".tgz": "application/gzip",
  ".txt": "text/plain; charset=utf-8",
  ".webmanifest": "application/manifest+json",
  ".woff2": "font/woff2",
};

interface Asset {
  readonly file: string;
  readonly headers: Headers;
}

type Headers = Readonly<Record<string, string>>;

/** Of `_headers`: what is sent with all whose path fits a pattern. */
interface Rule {
  readonly pattern: RegExp;
  readonly headers: Headers;
}

interface Assets {
  readonly files: readonly Asset[];
  /** Sent with what is not found. */
  readonly headers: Headers;
}

/** Reads a folder of static files as Cloudflare would take them, with the headers that its `_headers` gives to each. */
export async function readAssets(folder: string): Promise<Assets> {
  const rules = parseHeaders(await readFile(`${folder}/_headers`, "utf8"));
  const names = (await readdir(folder)).filter((name) => name !== "_headers").sort();
  const files = await Promise.all(
    names.map(async (file) => {
      const type = TYPES[extname(file)];
      if (!type) throw new Error(`scripts/box/assets.ts does not know what ${file} is.`);
      const hash = createHash("sha256").update(await readFile(`${folder}/${file}`));
      const own = {
        "Cache-Control": "public, max-age=0, must-revalidate",
        "Content-Type": type,
        ETag: `W/"${hash.digest("hex").slice(0, 32)}"`,
      };
      return { file, headers: { ...own, ...headersOf(`/${file}`, rules) } };
    }),
  );
  return { files, headers: headersOf("/", rules) };
}

/** Where two rules set the same header, Cloudflare would send both values; papo's don't. */
export function headersOf(path: string, rules: readonly Rule[]): Headers {
  return Object.assign(
    {},
    ...rules.filter(({ pattern }) => pattern.test(path)).map(({ headers }) => headers),
  );
}

/** Of Cloudflare's format for headers what papo uses: paths, where `*` is anything, and headers under each. */
export function parseHeaders(text: string): Rule[] {
  const rules: { pattern: RegExp; headers: Record<string, string> }[] = [];
  for (const line of text.split("\n").filter((each) => each.trim() !== "" && !each.startsWith("#"))) {
    const [, name, value] = /^\s+([\w-]+):\s*(.+)$/.exec(line) ?? [];
    const last = rules.at(-1);
    if (line.startsWith("/")) rules.push({ pattern: pathPattern(line.trim()), headers: {} });
    else if (name && value && last) last.headers[name] = value;
    else throw new Error(`_headers has a line that is neither a path nor a header: ${line}`);
  }
  return rules;
}

function pathPattern(path: string): RegExp {
  return new RegExp(`^${path.replace(/[.+?^${}()|[\]\\]/g, "\\$&").replaceAll("*", ".*")}$`);
}

/** A module for workerd that holds them in memory. */
export function assetModule({ files, headers }: Assets): string {
  const imports = files.map(
    ({ file }, index) => `import file${index} from ${JSON.stringify(`./public/${file}`)};`,
  );
  const entries = files.map(
    ({ file, headers }, index) =>
      `[${JSON.stringify(`/${file}`)}, { "headers": ${JSON.stringify(headers)}, "body": file${index} }],`,
  );
  return `${imports.join("\n")}
export const files = new Map([
${entries.join("\n")}
]);
export const headers = ${JSON.stringify(headers)};
`;
}
