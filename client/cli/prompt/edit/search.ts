import { fold } from "../../../../src/protocol/text/fold.ts";
import { boundaryBefore, graphemes } from "../../text/graphemes.ts";

/** A look through what was sent, by a part of it. */
export interface Search {
  readonly query: string;
  /** What is looked through, oldest first. */
  readonly entries: readonly string[];
  /** Which of them is found; undefined where none is. */
  readonly at: number | undefined;
}

/** Code units of what is looked for. */
const LONGEST = 200;

export function beginSearch(entries: readonly string[]): Search {
  return { query: "", entries: [...new Set(entries.toReversed())].reverse(), at: undefined };
}

/** More is looked for: what is found stays if it still fits. */
export function extend(search: Search, typed: string): Search {
  const query = (search.query + typed).slice(0, LONGEST);
  const { entries, at = entries.length - 1 } = search;
  return { ...search, query, at: find({ ...search, query }, at, "older") };
}

/** Less is looked for, from the newest on. */
export function shorten(search: Search): Search {
  const query = graphemes(search.query).slice(0, -1).join("");
  const at = query === "" ? undefined : find({ ...search, query }, search.entries.length - 1, "older");
  return { ...search, query, at };
}

/** The next one that fits; at the last, it stays. */
export function step(search: Search, to: "older" | "newer"): Search {
  const { at, query } = search;
  if (query === "" || at === undefined) return search;
  return { ...search, at: find(search, to === "older" ? at - 1 : at + 1, to) ?? at };
}

/** What is found, with the cursor where it fits. */
export function found({ entries, at, query }: Search): { text: string; cursor: number } | undefined {
  const text = at === undefined ? undefined : entries[at];
  if (text === undefined) return undefined;
  // Folded, a text may be longer or shorter: then it is shown from its beginning.
  const folded = fold(text);
  const offset = folded.length === text.length ? folded.indexOf(fold(query)) : 0;
  return { text, cursor: boundaryBefore(text, Math.max(0, offset) + 1) };
}

function find({ entries, query }: Search, from: number, to: "older" | "newer"): number | undefined {
  const wanted = fold(query);
  const step = to === "older" ? -1 : 1;
  for (let at = from; at >= 0 && at < entries.length; at += step) {
    if (fold(entries[at] ?? "").includes(wanted)) return at;
  }
  return undefined;
}
