/** Emoji beside each other; a phone has no room for more that a finger can tell apart. */
export const COLUMNS = 7;

/** A place among rows. */
export interface Spot {
  readonly row: number;
  readonly column: number;
}

/** What is shown to choose from: under a heading, or none. */
export interface PickerSection<Each> {
  readonly title: string;
  readonly rows: readonly (readonly Each[])[];
}

export function sectionOf<Each>(title: string, all: readonly Each[]): PickerSection<Each> {
  const count = Math.ceil(all.length / COLUMNS);
  const rows = Array.from({ length: count }, (_, row) => all.slice(row * COLUMNS, (row + 1) * COLUMNS));
  return { title, rows };
}

/** Where a key leads in rows of these lengths; undefined: nowhere. */
export function movedBy(key: string, { row, column }: Spot, lengths: readonly number[]): Spot | undefined {
  const length = lengths[row] ?? 0;
  const last = Math.max(0, lengths.length - 1);
  const within = (next: number): Spot => {
    return { row: next, column: Math.min(column, Math.max(0, (lengths[next] ?? 1) - 1)) };
  };
  switch (key) {
    case "ArrowRight":
      if (column + 1 < length) return { row, column: column + 1 };
      return row < last ? { row: row + 1, column: 0 } : { row, column };
    case "ArrowLeft":
      if (column > 0) return { row, column: column - 1 };
      return row > 0 ? { row: row - 1, column: Math.max(0, (lengths[row - 1] ?? 1) - 1) } : { row, column };
    case "ArrowDown":
      return within(Math.min(last, row + 1));
    case "ArrowUp":
      return within(Math.max(0, row - 1));
    case "Home":
      return { row, column: 0 };
    case "End":
      return { row, column: Math.max(0, length - 1) };
    default:
      return undefined;
  }
}
