import { existsSync, readdirSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { expect, test } from "vitest";

const ROOT = new URL("..", import.meta.url).pathname;

/** A file of the project in backquotes, and where a link leads. */
const FILE = /`((?:src|client|test|scripts|deploy|docs)\/[\w./-]+\.\w+)`/g;
const LINK = /\]\((?!https?:)([^)#]+)(?:#[^)]*)?\)/g;

const DOCUMENTS = ["", "docs/"].flatMap((folder) =>
  readdirSync(`${ROOT}${folder}`)
    .filter((name) => name.endsWith(".md"))
    .map((name) => `${folder}${name}`),
);

test.each(DOCUMENTS)("%s names only files that there are", async (document) => {
  const text = await readFile(`${ROOT}${document}`, "utf8");
  const named = [
    ...Array.from(text.matchAll(FILE), ([, file = ""]) => file),
    ...Array.from(text.matchAll(LINK), ([, file = ""]) => join(dirname(document), file)),
  ];
  expect(named.filter((file) => !existsSync(`${ROOT}${file}`))).toEqual([]);
});
