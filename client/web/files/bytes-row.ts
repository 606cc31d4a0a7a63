/** What lies in the store of bytes. */
export interface BytesRow {
  key: string;
  /** When it was put there: milliseconds since 1970. */
  at: number;
  size: number;
  blob: Blob;
}

/** Bytes kept for all tabs of this browser, at most. */
const MOST_BYTES = 256 * 2 ** 20;
/** Milliseconds after which nobody comes back for them: a week. */
const LONGEST = 7 * 86_400_000;

/** The keys of what is to go: what lies there too long, and of too much the oldest. */
export function overBound(rows: readonly Omit<BytesRow, "blob">[], now: number): string[] {
  let left = MOST_BYTES;
  return rows
    .toSorted((one, other) => other.at - one.at)
    .filter(({ at, size }) => {
      left -= size;
      return left < 0 || now - at > LONGEST;
    })
    .map(({ key }) => key);
}
