import { textWidth } from "../text/width.ts";
import { unstyled } from "./cells.ts";

/** A line of the log, before it is fitted to a width. Nothing in it moves a cursor: see `safeText`. */
export interface LogLine {
  /** What tells whose line it is: time, nickname. May be empty. */
  readonly head: string;
  /** What is told; it may go on over newlines. */
  readonly text: string;
  /** Cells by which all rows behind the first are set in, so that none can be taken for somebody else's line. */
  readonly indent: number;
}

/** Where there is nothing to stand under. */
export const INDENT = 2;

/** A sentence of ours, behind its time if it has one. */
export function sentence(text: string, time = ""): LogLine {
  return { head: time, text, indent: textWidth(unstyled(time)) + INDENT };
}

/** A row of a list; what goes on stands under the last column of a table (two spaces part them), if there is one. */
export function listed(text: string): LogLine {
  return { head: "", text, indent: Math.max(text.lastIndexOf("  ") + 2, INDENT) };
}
