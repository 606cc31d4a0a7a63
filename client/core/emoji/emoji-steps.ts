const RADIX = 36;

/** Writes emoji one after the other: each by how far its characters are from those at the same places in the one before, for emoji that stand together lie side by side. */
export function stepWriter(): (emoji: string) => string {
  let before: number[] = [];
  return (emoji) => {
    const now = Array.from(emoji, (each) => each.codePointAt(0) ?? 0);
    const steps = now.map((code, at) => (code - (before[at] ?? 0)).toString(RADIX));
    before = now;
    return steps.join(".");
  };
}

/** Reads what was written so, in the same order. */
export function stepReader(): (steps: string) => string {
  let before: number[] = [];
  return (steps) => {
    before = steps.split(".").map((step, at) => Number.parseInt(step, RADIX) + (before[at] ?? 0));
    return String.fromCodePoint(...before);
  };
}
