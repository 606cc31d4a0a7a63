import { boundaryAfter, boundaryBefore } from "../../text/graphemes.ts";
import type { EditAction, Motion } from "./action.ts";
import { EMPTY_RING, type KillRing, kill, older, settled } from "./kill-ring.ts";
import { destination } from "./motion.ts";

/** What is being typed. The cursor is an offset in code units, always between two graphemes. */
export interface Line {
  readonly text: string;
  readonly cursor: number;
  /** What was killed, for `yank`. */
  readonly ring: KillRing;
}

/**
 * Code units of a draft: far above what a room accepts in one message, for
 * hundreds of lines may be pasted that have no place yet.
 */
export const DRAFT_LIMIT = 64_000;

export const EMPTY_LINE: Line = { text: "", cursor: 0, ring: EMPTY_RING };

/** A line that holds a text, with the cursor at its end. */
export function lineOf(text: string, ring = EMPTY_RING): Line {
  return { text, cursor: text.length, ring };
}

/** Takes all of it away, to be had again. */
export function cleared({ text, ring }: Line): Line {
  return lineOf("", text === "" ? ring : settled(kill(settled(ring), text, "behind")));
}

/** The line after one editing action. */
export function editLine(line: Line, action: EditAction): Line {
  const ring = settled(line.ring);
  switch (action.type) {
    case "insert":
      return insert({ ...line, ring }, action.text);
    case "yank":
      return yank({ ...line, ring }, { text: ring.texts.at(-1) ?? "", back: 1 });
    case "yank-older":
      return yankOlder(line);
    case "move":
      return { ...line, ring, cursor: destination(line, action.motion) };
    case "delete":
      return cut({ ...line, ring }, action.motion).line;
    case "kill": {
      const { line: left, removed } = cut(line, action.motion);
      if (removed === "") return { ...left, ring };
      const side = left.cursor < line.cursor ? "before" : "behind";
      return { ...left, ring: kill(line.ring, removed, side) };
    }
    case "transpose":
      return transpose({ ...line, ring });
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

function yank(line: Line, { text, back }: { text: string; back: number }): Line {
  if (text === "") return line;
  const yanked = insert(line, text);
  const from = line.cursor;
  const to = from + yanked.text.length - line.text.length;
  return { ...yanked, ring: { ...line.ring, last: { type: "yank", from, to, back } } };
}

/** Puts what was killed earlier in the place of what was just brought back. */
function yankOlder(line: Line): Line {
  const { last } = line.ring;
  if (last?.type !== "yank") return { ...line, ring: settled(line.ring) };
  const without = replaceSpan(line, { from: last.from, to: last.to, by: "" });
  // A cut may join what stands around it: it is put back where it was.
  return yank({ ...without, cursor: Math.min(last.from, without.cursor) }, older(line.ring, last));
}

/** Drags the character before the cursor over the one behind it; at the end, the last but one over the last. */
function transpose(line: Line): Line {
  const { text, cursor } = line;
  const at = cursor === text.length ? destination(line, "left") : cursor;
  const from = destination({ text, cursor: at }, "left");
  const to = destination({ text, cursor: at }, "right");
  if (from === at || to === at) return line;
  return replaceSpan(line, { from, to, by: text.slice(at, to) + text.slice(from, at) });
}
