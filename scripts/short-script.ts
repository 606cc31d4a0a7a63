import manifest from "rolldown/package.json" with { type: "json" };
import { minify } from "rolldown/utils";

/** What shortens, and which of its versions. */
export const SHORTENER = `rolldown ${manifest.version}`;

/** A script as short as its browsers take it: what esbuild leaves, this finds, a fiftieth of it. Fails where it can't read it. */
export async function shortScript(script: string, target: readonly string[]): Promise<string> {
  const { code, errors } = await minify("page.js", script, {
    module: true,
    compress: { target: [...target] },
    mangle: { toplevel: true },
    codegen: { removeWhitespace: true, legalComments: "none" },
  });
  if (errors.length > 0) throw new Error(`rolldown can't read a script of the page: ${errors[0]?.message}`);
  return code;
}
