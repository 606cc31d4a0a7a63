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
  /** Whether it is left to the terminal to break it, so that it can be copied in one piece. */
  readonly isWhole?: boolean;
  /** Of a message: the line in place of so many of its rows, where they are too many. */
  readonly rest?: (count: number) => LogLine;
  /** An address behind its text, which stays in one piece: in a row of its own where that one can't hold it. */
  readonly address?: string;
  /** Where its text leads, for terminals that are known to take that. */
  readonly leadsTo?: string;
}

/** Where there is nothing to stand under. */
export const INDENT = 2;

/** A sentence of ours, behind its time if it has one. */
export function sentence(text: string, time = ""): LogLine {
  return { head: time, text, indent: textWidth(unstyled(time)) + INDENT };
}

/** Nothing but an address: it can be taken for nobody's line. */
export const ADDRESS = /^https?:\/\/[!-~]+$/;

/** A row of a list; an address alone stays whole, and what goes on stands under the last column of a table (two spaces part them), if there is one. */
export function listed(text: string): LogLine {
  if (ADDRESS.test(text)) return { head: "", text, indent: 0, isWhole: true };
  return { head: "", text, indent: Math.max(text.lastIndexOf("  ") + 2, INDENT) };
}
