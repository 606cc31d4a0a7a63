import { execFile } from "node:child_process";
import { mkdir, readFile, rm, writeFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { dirname, join, resolve } from "node:path";
import { promisify } from "node:util";
import { type BuildOptions, build, type Plugin } from "esbuild";

const FOLDER = "client/library";

/** What programs import: by `import`, and by `require`. */
const FACES = {
  ".": { import: "library", require: "require" },
  "./browser": { import: "browser", require: "require-browser" },
} as const;

/** What a manifest says of one of them. */
const exported = ({ import: module, require: script }: (typeof FACES)[keyof typeof FACES]) => ({
  import: { types: `./library/${module}.d.mts`, default: `./library/${module}.mjs` },
  require: { types: `./library/${script}.d.cts`, default: `./library/${script}.cjs` },
});

/** What the package's manifest says of the library. */
export const LIBRARY_FIELDS = {
  exports: {
    ".": exported(FACES["."]),
    "./browser": exported(FACES["./browser"]),
    "./package.json": "./package.json",
  },
  // For tools from before there were `exports`.
  main: `./library/${FACES["."].require}.cjs`,
  types: `./library/${FACES["."].require}.d.cts`,
  typesVersions: { "*": { browser: [`./library/${FACES["./browser"].require}.d.cts`] } },
  // Of what is loaded, nothing is done before it is called.
  sideEffects: false,
};

/** Writes the library as the package has it: for Node, for browsers, and what programs see of it as types. */
export async function buildLibrary(common: BuildOptions, folder: string): Promise<void> {
  await mkdir(folder, { recursive: true });
  await Promise.all([buildScripts(common, folder), writeDeclarations(common.absWorkingDir ?? ".", folder)]);
}

async function buildScripts(common: BuildOptions, folder: string): Promise<void> {
  const inside = await fromInside(common.absWorkingDir ?? ".");
  const script = (name: string, extension: "mjs" | "cjs", options: BuildOptions) =>
    build({
      ...common,
      entryPoints: [`${FOLDER}/${name}.ts`],
      outfile: `${folder}/${name}.${extension}`,
      minify: true,
      format: extension === "mjs" ? "esm" : "cjs",
      ...options,
    });
  const neutral: BuildOptions = { platform: "neutral", target: "es2023" };
  const node: BuildOptions = { platform: "node", target: "node20" };
  // `ws` is CommonJS, and a module has no `require` of its own.
  const banner = {
    js: 'import{createRequire}from"node:module";const require=createRequire(import.meta.url);',
  };
  await Promise.all([
    script("inside", "mjs", neutral),
    script("library", "mjs", { ...node, banner, plugins: [inside] }),
    script("browser", "mjs", { ...neutral, plugins: [inside] }),
    ...Object.values(FACES).map((face) => script(face.require, "cjs", { ...node, plugins: [fromModules] })),
  ]);
}

/** What `inside.ts` passes on is taken from there, for it is to be in the package once. */
async function fromInside(root: string): Promise<Plugin> {
  const inside = join(root, FOLDER, "inside.ts");
  const passedOn = new Set(
    Array.from((await readFile(inside, "utf8")).matchAll(/from "(\..*)"/g), ([, path = ""]) =>
      resolve(dirname(inside), path),
    ),
  );
  return {
    name: "from-inside",
    setup({ onResolve }) {
      onResolve({ filter: /^\./ }, ({ path, resolveDir }) =>
        passedOn.has(resolve(resolveDir, path)) ? { path: "./inside.mjs", external: true } : undefined,
      );
    },
  };
}

/** What is loaded later is the module beside. */
const fromModules: Plugin = {
  name: "from-modules",
  setup({ onResolve }) {
    onResolve({ filter: /^\./ }, ({ kind, path }) =>
      kind === "dynamic-import" ? { path: path.replace(/\.ts$/, ".mjs"), external: true } : undefined,
    );
  },
};

/** The declarations of what programs import, and of what these name, as far as that goes. */
async function writeDeclarations(root: string, folder: string): Promise<void> {
  const emitted = `${folder}/declarations`;
  const tsc = createRequire(import.meta.url).resolve("typescript/package.json");
  const flags = ["--noEmit", "false", "--declaration", "--emitDeclarationOnly", "--noCheck"];
  const args = ["-p", `${root}${FOLDER}`, ...flags, "--rootDir", root, "--outDir", emitted];
  await promisify(execFile)(process.execPath, [join(dirname(tsc), "bin/tsc"), ...args]);
  const seen = new Set<string>();
  /** For one of the two ways to import, which must not be mixed. */
  const copy = async (name: string, way: "m" | "c"): Promise<void> => {
    const file = `${name}.d.${way}ts`;
    if (seen.has(file)) return;
    seen.add(file);
    const whole = await readFile(`${emitted}/${FOLDER}/${name}.d.ts`, "utf8");
    // What is imported for what it does declares nothing.
    const text = whole.replaceAll(/^import "[^"]*";\n/gm, "");
    const imports = Array.from(text.matchAll(/from "(\.[^"]*)\.ts"/g), ([, path = ""]) => path);
    await mkdir(dirname(`${folder}/${file}`), { recursive: true });
    await writeFile(`${folder}/${file}`, text.replaceAll(/(from "\.[^"]*)\.ts"/g, `$1.${way}js"`));
    await Promise.all(imports.map((path) => copy(join(dirname(name), path), way)));
  };
  const faces = Object.values(FACES);
  await Promise.all(faces.flatMap((face) => [copy(face.import, "m"), copy(face.require, "c")]));
  await rm(emitted, { recursive: true });
}
