import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { SETTINGS } from "../../src/settings/settings.ts";

const read = (file: string) => readFileSync(new URL(`../../${file}`, import.meta.url), "utf8");

/** The rows of the table under a heading, each as its cells. */
function tableUnder(heading: string, file: string): string[][] {
  const [, section = ""] = read(file).split(`\n${heading}\n`);
  const [table = ""] = /^\|.*\n(?:\|.*\n)*/m.exec(section) ?? [];
  return table
    .trim()
    .split("\n")
    .slice(2)
    .map((row) =>
      row
        .split("|")
        .map((cell) => cell.trim())
        .slice(1, -1),
    );
}

const plain = (cell = "") =>
  cell
    .replaceAll("`", "")
    .replace(/(?<=\d),(?=\d)/g, "")
    .replace("10⁹", "1000000000");

const settings = Object.values(SETTINGS);

test("wrangler.toml has every variable with its default, and no secret", () => {
  const [, vars = ""] = read("wrangler.toml").split("[vars]\n");
  const expected = settings.filter(({ isSecret }) => !isSecret);
  expect(vars.trim().split("\n")).toEqual(
    expected.map(({ variable, written }) => `${variable} = "${written}"`),
  );
});

test("the deploy button asks for every secret", () => {
  const secrets = settings.filter(({ isSecret }) => isSecret).map(({ variable }) => variable);
  expect(Object.keys(JSON.parse(read("package.json")).cloudflare.bindings)).toEqual(secrets);
});

test("§10 has every variable with its default", () => {
  expect(
    tableUnder("## 10. Settings", "docs/protocol.md").map(([name, otherwise]) =>
      [name, otherwise].map(plain),
    ),
  ).toEqual(settings.map(({ variable, written }) => [variable, written]));
});

test("docs/operations.md has every variable with its default and bounds", () => {
  const rows = tableUnder("## Settings", "docs/operations.md");
  expect(rows.map(([name, otherwise, bounds]) => [name, otherwise, bounds].map(plain))).toEqual(
    settings.map(({ variable, written, range, isSecret }) => [
      variable,
      written,
      range === undefined
        ? ""
        : isSecret
          ? `${range[0]} to ${range[1]} characters`
          : `${number(range[0])} – ${range[1]}`,
    ]),
  );
});

/** As a document writes a small number. */
const number = (value: number) =>
  value.toLocaleString("en", { maximumFractionDigits: 6, useGrouping: false });
