import { readFileSync } from "node:fs";
import { expect, test } from "vitest";

const [english = "", portuguese = ""] = ["README.md", "README.pt-BR.md"].map((name) =>
  readFileSync(new URL(`../${name}`, import.meta.url), "utf8"),
);

/** Blocks of what is typed, without what is remarked on it. */
function commandsIn(text: string): string[] {
  return Array.from(text.matchAll(/^```\w+\n([\s\S]*?)^```$/gm), ([, block = ""]) =>
    block
      .split("\n")
      .map((line) => line.replace(/(?:^|\s+)# .*$/, ""))
      .join("\n"),
  );
}

test("the Portuguese README has the headings of the English one, by their kind", () => {
  const kinds = (text: string) => Array.from(text.matchAll(/^(#+) /gm), ([, marks]) => marks);
  expect(kinds(portuguese)).toEqual(kinds(english));
});

test("the Portuguese README has the commands of the English one", () => {
  expect(commandsIn(english).length).toBeGreaterThan(5);
  expect(commandsIn(portuguese)).toEqual(commandsIn(english));
});

test("the Portuguese README leads where the English one does, and shows what it shows", () => {
  const links = (text: string) =>
    new Set(Array.from(text.matchAll(/\]\(([^)]+)\)/g), ([, to = ""]) => to.replace(/^README.*/, "README")));
  expect(links(portuguese)).toEqual(links(english));
});

test("the tables of both are as large", () => {
  const rows = (text: string) => Array.from(text.matchAll(/^\|.*$/gm), ([row]) => row.split("|").length);
  expect(rows(portuguese)).toEqual(rows(english));
});
