import type { Styles } from "../text/styles.ts";
import { cliWords } from "../words/words.ts";
import { type LogLine, sentence } from "./log-line.ts";
import { wrap } from "./wrap.ts";

/** Rows that a message takes on a terminal where nobody has asked for all of it. */
const MOST = 40;

/** Fits a line to a terminal's columns; of a message with very many rows the first, and how to see the rest. */
export function fitted(line: LogLine, columns: number): string[] {
  const rows = wrap(line, columns);
  const left = rows.length - MOST;
  // What says so takes a row, too.
  if (line.rest === undefined || left < 2) return rows;
  return [...rows.slice(0, MOST), ...wrap(line.rest(left), columns)];
}

/** What stands for the rest of a message, by the message's `id`. */
export function restOf(id: number, { dim }: Styles): (count: number) => LogLine {
  return (count) => sentence(dim(cliWords().view.moreRows({ count, id })));
}

/** Lines of which somebody has asked to see all. */
export function whole(lines: readonly LogLine[]): LogLine[] {
  return lines.map(({ rest: _, ...line }) => line);
}
