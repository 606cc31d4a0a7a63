import { pathToFileURL } from "node:url";
import type { Plugin } from "esbuild";

/** Modules that are evaluated when the clients are built: what they export is put there as it is. */
const AT_BUILD = /[/\\]emoji-data\.ts$/;

/** So a client need not carry what the packages hold from which a text is made. */
export const atBuild: Plugin = {
  name: "at-build",
  setup(build) {
    build.onLoad({ filter: AT_BUILD }, async ({ path }) => {
      const exported: object = await import(pathToFileURL(path).href);
      const lines = Object.entries(exported).map(
        ([name, value]) => `export const ${name} = ${JSON.stringify(value)};`,
      );
      return { contents: lines.join("\n"), loader: "js" };
    });
  },
};
