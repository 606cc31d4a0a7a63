import { readFileSync, writeFileSync } from "node:fs";
import { ofAnyScript } from "../src/protocol/nickname.ts";
import { ROOT } from "./bundles.ts";

// Makes src/protocol/text/confusables.ts of the file that Unicode has at
// https://www.unicode.org/Public/VERSION/security/confusables.txt:
//
//   node scripts/confusables.ts confusables.txt 17.0.0

const [file, version] = process.argv.slice(2);
if (file === undefined || version === undefined) throw new Error("Which file, and of which Unicode?");

const COLUMNS = 108;
const inBase36 = (point: number) => point.toString(36);
const pointsOf = (text: string) => Array.from(text, (character) => character.codePointAt(0) ?? 0);

const pairs = readFileSync(file, "utf8")
  .split("\n")
  .flatMap((line) => {
    const [, from, to] = /^([\dA-F]+)\s*;\s*([\dA-F ]+?)\s*;/.exec(line) ?? [];
    if (from === undefined || to === undefined) return [];
    const target = to.split(" ").map((hex) => String.fromCodePoint(Number.parseInt(hex, 16)));
    return [
      { source: String.fromCodePoint(Number.parseInt(from, 16)), target: target.join("").normalize("NFKD") },
    ];
  })
  // What NFKD takes apart is never looked for, and what no nickname has neither.
  .filter(({ source, target }) => source.normalize("NFKD") === source && source !== target)
  .filter(({ source }) => /[\p{L}\p{M}\p{Nd}\u05f3\u05f4\u3007]/u.test(source) && ofAnyScript.test(source))
  .map(({ source, target }) => ({ point: source.codePointAt(0) ?? 0, target }))
  .sort((one, other) => one.point - other.point);

let last = 0;
const lines = [""];
for (const { point, target } of pairs) {
  const entry = [point - last, ...pointsOf(target)].map(inBase36).join(".");
  last = point;
  const line = lines.at(-1) ?? "";
  if (line.length + entry.length < COLUMNS) lines[lines.length - 1] = `${line} ${entry}`.trim();
  else lines.push(entry);
}

writeFileSync(
  `${ROOT}src/protocol/text/confusables.ts`,
  `// Made by scripts/confusables.ts of Unicode's confusables.txt, version ${version}.
// © Unicode, Inc., under the Unicode License v3: https://www.unicode.org/license.txt

/**
 * What looks like something else (Unicode Technical Standard #39): characters of
 * nicknames in NFKD, in ascending order, each as its distance from the one
 * before and behind it what it looks like, code points in base 36.
 */
export const CONFUSABLES = \`
${lines.join("\n")}
\`;
`,
);
