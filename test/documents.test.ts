import { existsSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { expect, test } from "vitest";

const ROOT = new URL("..", import.meta.url).pathname;

/** A file of the project in backquotes, and where a link leads. */
const FILE = /`((?:src|client|test|scripts|deploy|docs)\/[\w./-]+\.\w+)`/g;
const LINK = /\]\((?!https?:)([^)#]+)(?:#[^)]*)?\)/g;

test.each([
  ...["README.md", "SECURITY.md", "CONTRIBUTING.md", "CHANGELOG.md"],
  ...[
    "docs/architecture.md",
    "docs/operations.md",
    "docs/performance.md",
    "docs/protocol.md",
    "docs/terminal.md",
  ],
])("%s names only files that there are", async (document) => {
  const text = await readFile(`${ROOT}${document}`, "utf8");
  const named = [
    ...Array.from(text.matchAll(FILE), ([, file = ""]) => file),
    ...Array.from(text.matchAll(LINK), ([, file = ""]) => join(dirname(document), file)),
  ];
  expect(named.filter((file) => !existsSync(`${ROOT}${file}`))).toEqual([]);
});
