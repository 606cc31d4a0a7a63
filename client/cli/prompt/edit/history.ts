/** Lines sent before, and where in them the reader stands. */
export interface History {
  /** Oldest first. */
  readonly entries: readonly string[];
  /** Steps back from the live draft; 0 is the draft. */
  readonly back: number;
  /** The draft that waits at the end while older lines are looked at. */
  readonly draft: string;
}

/** Lines remembered. */
export const HISTORY_LIMIT = 200;

export const EMPTY_HISTORY: History = { entries: [], back: 0, draft: "" };

/** Remembers a sent line, once if it is sent twice in a row, and returns to the live draft. */
export function remember({ entries }: History, sent: string): History {
  const kept = entries.at(-1) === sent ? entries : [...entries, sent].slice(-HISTORY_LIMIT);
  return { entries: kept, back: 0, draft: "" };
}

/** One step through the lines; `text` is what the prompt holds now, and the new text is undefined at either end. */
export function recall(
  history: History,
  to: "older" | "newer",
  text: string,
): { history: History; text: string | undefined } {
  const { entries } = history;
  const back = history.back + (to === "older" ? 1 : -1);
  if (back < 0 || back > entries.length) return { history, text: undefined };
  const draft = history.back === 0 ? text : history.draft;
  return { history: { ...history, back, draft }, text: back === 0 ? draft : entries.at(-back) };
}
