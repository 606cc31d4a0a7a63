/** What is said: every message carries its number, so that each delivery can be told apart by its bytes alone. */

/** Characters of every message text. */
const LENGTH = 60;
const DIGITS = 7;
/** "|" stands nowhere else on any peer's wire, so that one byte finds a message. */
const MARK = 0x7c;
const TAIL = " the quick brown fox jumps over the lazy dog and again".slice(0, LENGTH - 1 - DIGITS);

export function textOf(number: number): string {
  return `|${String(number).padStart(DIGITS, "0")}${TAIL}`;
}

/**
 * Calls `found` with the number of each message in `bytes[start, end)` and returns how many there were.
 * Messages of a batch lie mostly at equal distances, so the last distance is tried before a search.
 */
export function eachText(
  { bytes, start, end }: { bytes: Buffer; start: number; end: number },
  found: (number: number) => void,
): number {
  let count = 0;
  let stride = 0;
  let at = findMark(bytes, start, end);
  while (at >= 0 && at + LENGTH <= end) {
    found(numberAt(bytes, at + 1));
    count++;
    const guess = at + stride;
    const next =
      stride > 0 && guess < end && bytes[guess] === MARK ? guess : findMark(bytes, at + LENGTH, end);
    stride = next - at;
    at = next;
  }
  return count;
}

function findMark(bytes: Buffer, from: number, end: number): number {
  if (end - from < LENGTH) return -1;
  const at = bytes.indexOf(MARK, from);
  return at < end ? at : -1;
}

function numberAt(bytes: Buffer, at: number): number {
  let number = 0;
  for (let i = at; i < at + DIGITS; i++) number = number * 10 + (bytes[i] ?? 0) - 0x30;
  return number;
}
