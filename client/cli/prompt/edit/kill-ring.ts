/** What was killed, and where the last of it stands if it was just brought back. */
export interface KillRing {
  /** Oldest first. */
  readonly texts: readonly string[];
  /** What the last key was, where that counts: a kill behind a kill joins it, and what was yanked can be another. */
  readonly last?: { readonly type: "kill" } | Yanked;
}

interface Yanked {
  readonly type: "yank";
  readonly from: number;
  readonly to: number;
  /** How many kills ago it was, from 1. */
  readonly back: number;
}

/** Texts that are kept; each is no longer than a draft. */
const MOST = 20;

export const EMPTY_RING: KillRing = { texts: [] };

/** Another key was pressed. */
export function settled({ texts }: KillRing): KillRing {
  return { texts };
}

/** Keeps what was removed, on its own or joined to what was removed just before. */
export function kill({ texts, last }: KillRing, removed: string, side: "before" | "behind"): KillRing {
  const newest = last?.type === "kill" ? texts.at(-1) : undefined;
  const joined = side === "before" ? removed + (newest ?? "") : (newest ?? "") + removed;
  const older = newest === undefined ? texts.slice(1 - MOST) : texts.slice(0, -1);
  return { texts: [...older, joined], last: { type: "kill" } };
}

/** What was killed before what was brought back; behind the oldest, the newest. */
export function older({ texts }: KillRing, { back }: Yanked): { text: string; back: number } {
  const next = (back % texts.length) + 1;
  return { text: texts.at(-next) ?? "", back: next };
}
