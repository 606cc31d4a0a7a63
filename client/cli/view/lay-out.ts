import { type LogLine, sentence } from "./log-line.ts";
import { wrap } from "./wrap.ts";

/** What of a stream decides how it is written to. */
export interface Paper {
  readonly isTTY?: boolean | undefined;
  readonly columns?: number | undefined;
}

/** Where a terminal does not tell its width. */
const COLUMNS = 80;

/** A terminal's width. */
export function columnsOf({ columns }: Pick<Paper, "columns">): number {
  return columns || COLUMNS;
}

/** Lines as they are written to a stream: fitted to a terminal, and unbroken in a pipe. */
export function layOut(lines: readonly LogLine[], paper: Paper): string {
  const width = paper.isTTY ? columnsOf(paper) : undefined;
  return lines.flatMap((line) => wrap(line, width).map((row) => `${row}\n`)).join("");
}

/** A sentence of ours, in the same way. */
export function layOutText(text: string, paper: Paper): string {
  return layOut([sentence(text)], paper);
}
