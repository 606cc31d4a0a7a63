import { boundaryAfter, boundaryBefore, graphemesBefore, graphemesBehind } from "../../text/graphemes.ts";
import type { EditAction, Motion } from "./action.ts";

/** What is being typed. The cursor is an offset in code units, always between two graphemes. */
export interface Line {
  readonly text: string;
  readonly cursor: number;
  /** What was killed last, for `yank`. */
  readonly killed: string;
}

/**
 * Code units of a draft: far above what a room accepts in one message, for
 * hundreds of lines may be pasted that have no place yet.
 */
export const DRAFT_LIMIT = 64_000;

export const EMPTY_LINE: Line = { text: "", cursor: 0, killed: "" };

/** A line that holds a text, with the cursor at its end. */
export function lineOf(text: string, killed = ""): Line {
  return { text, cursor: text.length, killed };
}

/** The line after one editing action. */
export function editLine(line: Line, action: EditAction): Line {
  switch (action.type) {
    case "insert":
      return insert(line, action.text);
    case "yank":
      return insert(line, line.killed);
    case "move":
      return { ...line, cursor: destination(line, action.motion) };
    case "delete":
      return cut(line, action.motion).line;
    case "kill": {
      const { line: rest, removed } = cut(line, action.motion);
      return removed === "" ? rest : { ...rest, killed: removed };
    }
    default:
      return action satisfies never;
  }
}

/** Replaces a span of the line's text; the cursor goes after what was put in. */
export function replaceSpan(line: Line, span: { from: number; to: number; by: string }): Line {
  const before = line.text.slice(0, span.from) + span.by;
  const text = before + line.text.slice(span.to);
  // What stands on both sides may have become one grapheme, as a letter and the mark after it.
  return { ...line, text, cursor: boundaryAfter(text, before.length) };
}

function insert(line: Line, text: string): Line {
  const room = DRAFT_LIMIT - line.text.length;
  const by = text.length <= room ? text : text.slice(0, boundaryBefore(text, room + 1));
  return replaceSpan(line, { from: line.cursor, to: line.cursor, by });
}

function cut(line: Line, motion: Motion): { line: Line; removed: string } {
  const target = destination(line, motion);
  const span = { from: Math.min(target, line.cursor), to: Math.max(target, line.cursor), by: "" };
  return { line: replaceSpan(line, span), removed: line.text.slice(span.from, span.to) };
}

const isWord = (grapheme: string) => /[\p{L}\p{N}]/u.test(grapheme);
const isGap = (grapheme: string) => !isWord(grapheme);
const isSpace = (grapheme: string) => /^\s/.test(grapheme);
const isInk = (grapheme: string) => !isSpace(grapheme);

function destination({ text, cursor }: Line, motion: Motion): number {
  const backwards = () => [...graphemesBefore(text, cursor)];
  const forwards = () => [...graphemesBehind(text, cursor)];
  switch (motion) {
    case "left":
      return cursor - lengthOfNext(graphemesBefore(text, cursor));
    case "right":
      return cursor + lengthOfNext(graphemesBehind(text, cursor));
    case "start":
      return 0;
    case "end":
      return text.length;
    case "word-left":
      return cursor - lengthOf(backwards(), isGap, isWord);
    case "word-right":
      return cursor + lengthOf(forwards(), isGap, isWord);
    case "space-left":
      return cursor - lengthOf(backwards(), isSpace, isInk);
    default:
      return motion satisfies never;
  }
}

function lengthOfNext(units: Iterator<string>): number {
  const next = units.next();
  return next.done ? 0 : next.value.length;
}

/** Code units of the graphemes that are of one kind, then of the other. */
function lengthOf(units: readonly string[], ...kinds: readonly ((grapheme: string) => boolean)[]): number {
  let length = 0;
  let at = 0;
  for (const isKind of kinds) {
    for (let unit = units[at]; unit !== undefined && isKind(unit); unit = units[++at]) length += unit.length;
  }
  return length;
}
