import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";

const docs = (name: string) => fileURLToPath(new URL(`../../docs/${name}`, import.meta.url));
const BEGIN = "<!-- bench: begin (written by `npm run bench -- --docs`) -->";
const END = "<!-- bench: end -->";

/** Puts the results between their markers in docs/performance.md, and the chart beside it. */
export function writeDocument({ results, chart }: { results: string; chart: string }): void {
  writeFileSync(docs("performance.svg"), chart);
  const path = docs("performance.md");
  const text = existsSync(path) ? readFileSync(path, "utf8") : `# Performance\n\n${BEGIN}\n${END}\n`;
  const begin = text.indexOf(BEGIN);
  const end = text.indexOf(END);
  if (begin < 0 || end < begin) throw new Error(`${path} has no markers for the results`);
  writeFileSync(path, `${text.slice(0, begin + BEGIN.length)}\n\n${results}\n\n${text.slice(end)}`);
}
