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
  readonly type: string;
  readonly etag: string;
}

interface Assets {
  readonly files: readonly Asset[];
  /** Sent with each of them. */
  readonly headers: Readonly<Record<string, string>>;
}

/** Reads a folder of static files as Cloudflare would take them: `_headers` has the headers of all. */
export async function readAssets(folder: string): Promise<Assets> {
  const names = (await readdir(folder)).filter((name) => name !== "_headers").sort();
  const files = await Promise.all(
    names.map(async (file) => {
      const type = TYPES[extname(file)];
      if (!type) throw new Error(`scripts/box/assets.ts does not know what ${file} is.`);
      const hash = createHash("sha256").update(await readFile(`${folder}/${file}`));
      return { file, type, etag: `W/"${hash.digest("hex").slice(0, 32)}"` };
    }),
  );
  return { files, headers: parseHeaders(await readFile(`${folder}/_headers`, "utf8")) };
}

/** Of Cloudflare's format for headers what papo uses: one rule, for every path. */
function parseHeaders(text: string): Record<string, string> {
  const [rule, ...lines] = text.split("\n").filter((line) => line.trim() !== "" && !line.startsWith("#"));
  if (rule !== "/*") throw new Error("_headers has more than one rule for all paths.");
  return Object.fromEntries(
    lines.map((line) => {
      const [, name, value] = /^\s+([\w-]+):\s*(.+)$/.exec(line) ?? [];
      if (!name || !value) throw new Error(`_headers has a line that is no header: ${line}`);
      return [name, value];
    }),
  );
}

/** A module for workerd that holds them in memory. */
export function assetModule({ files, headers }: Assets): string {
  const imports = files.map(
    ({ file }, index) => `import file${index} from ${JSON.stringify(`./public/${file}`)};`,
  );
  const entries = files.map(
    ({ file, type, etag }, index) =>
      `[${JSON.stringify(`/${file}`)}, ${JSON.stringify({ type, etag }).slice(0, -1)}, "body": file${index} }],`,
  );
  return `${imports.join("\n")}
export const files = new Map([
${entries.join("\n")}
]);
export const headers = ${JSON.stringify(headers)};
`;
}
