import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";

const docs = (name: string) => fileURLToPath(new URL(`../../docs/${name}`, import.meta.url));
const BEGIN = "<!-- bench: begin (written by `npm run bench -- --docs`) -->";
const ABUSE = "<!-- bench: begin (written by `npm run bench -- --abuse --docs`) -->";
const END = "<!-- bench: end -->";

/** Puts the results between their markers in docs/performance.md, and the chart beside it. */
export function writeDocument({ results, chart }: { results: string; chart: string }): void {
  writeFileSync(docs("performance.svg"), chart);
  const path = docs("performance.md");
  if (!existsSync(path)) writeFileSync(path, `# Performance\n\n${BEGIN}\n${END}\n`);
  writeBetween(path, BEGIN, results);
}

/** Puts the tables of abuse between their markers in docs/operations.md. */
export function writeAbuse(tables: string): void {
  writeBetween(docs("operations.md"), ABUSE, tables);
}

function writeBetween(path: string, marker: string, results: string): void {
  const text = readFileSync(path, "utf8");
  const begin = text.indexOf(marker);
  const end = text.indexOf(END, begin);
  if (begin < 0 || end < begin) throw new Error(`${path} has no markers for the results`);
  writeFileSync(path, `${text.slice(0, begin + marker.length)}\n\n${results}\n\n${text.slice(end)}`);
}
