import { existsSync, readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";

const ROOT = fileURLToPath(new URL("..", import.meta.url));
const read = (file: string) => readFileSync(`${ROOT}${file}`, "utf8");

describe("what is fetched is what was chosen", () => {
  test.each(["package-lock.json", "bench/package-lock.json"])(
    "%s: every package has its hash, and no host",
    (file) => {
      const packages: [string, { integrity?: string; resolved?: string; link?: boolean }][] = Object.entries(
        JSON.parse(read(file)).packages,
      );
      const fetched = packages.filter(([path, { link }]) => path !== "" && !link);
      expect(fetched.length).toBeGreaterThan(0);
      const bare = fetched.filter(
        ([, { integrity = "" }]) => !/^sha512-[A-Za-z0-9+/]{86}==$/.test(integrity),
      );
      expect(bare.map(([path]) => path)).toEqual([]);
      expect(fetched.filter(([, { resolved }]) => resolved !== undefined)).toEqual([]);
    },
  );

  test("every action and image of a workflow is pinned by its content, with its name beside it", () => {
    const folder = ".github/workflows";
    const lines = readdirSync(`${ROOT}${folder}`).flatMap((name) => read(`${folder}/${name}`).split("\n"));
    const uses = lines.filter((line) => /^\s*(- )?uses:/.test(line));
    const images = lines.filter((line) => /^\s*(container|image):\s*\S/.test(line));
    expect(uses.length).toBeGreaterThan(0);
    expect(uses.filter((line) => !/@[0-9a-f]{40} # v\d+\.\d+\.\d+$/.test(line))).toEqual([]);
    expect(images.filter((line) => !/:[\w.-]+@sha256:[0-9a-f]{64}$/.test(line))).toEqual([]);
  });

  test("one workerd: the one that serves is the one that the tools bring", () => {
    const { version } = JSON.parse(read("node_modules/workerd/package.json"));
    expect(JSON.parse(read("package.json")).devDependencies.workerd).toBe(version);
    for (const tool of ["wrangler", "miniflare", "@cloudflare/vitest-plugin"])
      expect(existsSync(`${ROOT}node_modules/${tool}/node_modules/workerd`)).toBe(false);
  });
});

test("no document sends anybody to a repository that may be somebody else's", () => {
  const folders = ["docs", "deploy"].flatMap((folder) =>
    readdirSync(`${ROOT}${folder}`).map((name) => `${folder}/${name}`),
  );
  const files = ["README.md", "SECURITY.md", "CONTRIBUTING.md", "CHANGELOG.md", "package.json", ...folders];
  const texts = files
    .filter((file) => /\.(md|json|service|conf|ts)$|Caddyfile$/.test(file))
    .map((file) => [file, read(file)]);
  const hosts = /\b(?:github|gitlab|bitbucket)\.(?:com|org)\/[\w.-]+/;
  expect(texts.filter(([, text = ""]) => hosts.test(text)).map(([file]) => file)).toEqual([]);
});
