import { textWidth } from "../text/width.ts";

/** What there is of one room for somebody who looks at another. */
export interface UnreadElsewhere {
  readonly name: string;
  readonly count: number;
  /** How many of them are to the reader. */
  readonly calls: number;
  /** Whether it waits for an answer. */
  readonly isAsking: boolean;
}

const MORE = "…";

/**
 * What is unread elsewhere, as it stands in the prompt: `[dev 3 ops @1] `. Of
 * more than its cells can hold, the most important: what is to the reader, what
 * waits for an answer, what is much; at least that there is something. In the order of the rooms, so that each
 * keeps its seat.
 */
export function activity(rooms: readonly UnreadElsewhere[], cells: number): string {
  const active = rooms.filter(isActive);
  if (active.length === 0) return "";
  const all = framed(active.map(entry));
  if (textWidth(all) <= cells) return all;
  const chosen = new Set<UnreadElsewhere>();
  for (const room of active.toSorted(byImportance)) {
    const more = active.filter((each) => each === room || chosen.has(each));
    if (textWidth(framed([...more.map(entry), MORE])) <= cells) chosen.add(room);
  }
  const calls = active.reduce((sum, room) => sum + room.calls, 0);
  const least = chosen.size === 0 && calls > 0 ? [`@${calls}`] : [];
  const shown = framed([...least, ...active.filter((each) => chosen.has(each)).map(entry), MORE]);
  return [shown, framed([MORE])].find((each) => textWidth(each) <= cells) ?? "";
}

function entry({ name, count, calls, isAsking }: UnreadElsewhere): string {
  const asking = isAsking ? [`${name}?`] : [name];
  return [...asking, ...(calls > 0 ? [`@${calls}`] : count > 0 ? [String(count)] : [])].join(" ");
}

/** Whether there is something to go there for. */
export function isActive({ count, isAsking }: UnreadElsewhere): boolean {
  return count > 0 || isAsking;
}

/** What is to the reader comes first, then what waits for an answer, then what is much. */
export function byImportance(a: UnreadElsewhere, b: UnreadElsewhere): number {
  return b.calls - a.calls || Number(b.isAsking) - Number(a.isAsking) || b.count - a.count;
}

function framed(entries: readonly string[]): string {
  return `[${entries.join(" ")}] `;
}
