import type { Plugin } from "esbuild";

/**
 * Has Node's own modules loaded where the first that needs them runs. An `import` of one is carried to the
 * top of a bundle, whoever has it: then `--version` waits for HTTP and TLS. A `require` stays where it is.
 */
export const lazyBuiltins: Plugin = {
  name: "lazy-builtins",
  setup({ onResolve, onLoad }) {
    onResolve({ filter: /^node:/ }, ({ path, kind }) =>
      kind === "require-call" ? { path, external: true } : { path, namespace: "builtin" },
    );
    onLoad({ filter: /^/, namespace: "builtin" }, ({ path }) => ({
      contents: `module.exports = require(${JSON.stringify(path)})`,
    }));
  },
};
