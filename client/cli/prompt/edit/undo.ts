import type { PromptAction } from "./action.ts";
import { type Line, lineOf } from "./line.ts";

/** How a line was before, step by step. */
export interface Undo {
  /** Oldest first. */
  readonly steps: readonly EarlierLine[];
  /** Whether letters are being typed, which are taken back together. */
  readonly isTyping: boolean;
}

interface EarlierLine {
  readonly text: string;
  readonly cursor: number;
}

/** Steps that are kept. */
const MOST = 200;
/** Code units of all of them: a draft may be long. */
const LARGEST = 1_000_000;

export const NO_UNDO: Undo = { steps: [], isTyping: false };

/** Keeps how a line was where an action has changed it; a word that is typed is one step. */
export function follow(
  { steps, isTyping }: Undo,
  action: PromptAction,
  change: { from: Line; to: Line },
): Undo {
  const { from, to } = change;
  const isLetter = action.type === "insert" && !/\s/.test(action.text);
  if (from.text === to.text) return { steps, isTyping: false };
  if (isTyping && isLetter) return { steps, isTyping };
  return { steps: bounded([...steps, { text: from.text, cursor: from.cursor }]), isTyping: isLetter };
}

/** One step back; undefined at the beginning. */
export function undo({ steps }: Undo, { ring }: Line): { line: Line; undo: Undo } | undefined {
  const last = steps.at(-1);
  if (last === undefined) return undefined;
  return {
    line: { ...lineOf(last.text, ring), cursor: last.cursor },
    undo: { steps: steps.slice(0, -1), isTyping: false },
  };
}

function bounded(steps: readonly EarlierLine[]): readonly EarlierLine[] {
  const kept = steps.slice(-MOST);
  let size = kept.reduce((sum, { text }) => sum + text.length, 0);
  let from = 0;
  for (; size > LARGEST && from < kept.length - 1; from++) size -= kept[from]?.text.length ?? 0;
  return kept.slice(from);
}
