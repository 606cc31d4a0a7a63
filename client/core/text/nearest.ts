/** Code units of a word that is compared; no name is longer. */
const LONGEST = 32;
/** Code units of a beginning that names what it begins. */
const BEGINNING = 2;
/** Code units of a word in which one slip is much. */
const SHORT = 3;

/**
 * The one of some names that a misspelt word may have meant; undefined where
 * none is near. The first of the nearest counts. Where nobody says how many
 * slips there may be, a word may also be the beginning of a name; a short one
 * rather is.
 */
export function nearest(word: string, names: readonly string[], most?: number): string | undefined {
  if (word.length > LONGEST) return undefined;
  const written = word.toLowerCase();
  const slipsAtMost = most ?? (word.length > 4 ? 2 : 1);
  const near = names
    .map((name) => ({ name, slips: slipsBetween(written, name.toLowerCase()) }))
    // Another word of one letter is no misspelt one.
    .filter(({ name, slips }) => slips <= slipsAtMost && slips < Math.min(written.length, name.length));
  const isBegun = (name: string) => name.toLowerCase().startsWith(written);
  const [nearestName] = near.toSorted(
    (a, b) => a.slips - b.slips || Number(isBegun(b.name)) - Number(isBegun(a.name)),
  );
  if (most !== undefined || written.length < BEGINNING) return nearestName?.name;
  const begun = names.find(isBegun);
  return written.length > SHORT ? (nearestName?.name ?? begun) : (begun ?? nearestName?.name);
}

/** Letters left out, put in, taken for another, or two of them turned round (Damerau and Levenshtein). */
function slipsBetween(from: string, to: string): number {
  let [before, last]: number[][] = [[], [...Array(to.length + 1).keys()]];
  for (let i = 1; i <= from.length; i++) {
    const row = [i];
    for (let j = 1; j <= to.length; j++) {
      const isSame = from[i - 1] === to[j - 1];
      const isTurned = i > 1 && j > 1 && from[i - 1] === to[j - 2] && from[i - 2] === to[j - 1];
      row.push(
        Math.min(
          at(row, j - 1) + 1,
          at(last, j) + 1,
          at(last, j - 1) + (isSame ? 0 : 1),
          isTurned ? at(before, j - 2) + 1 : Number.POSITIVE_INFINITY,
        ),
      );
    }
    [before, last] = [last, row];
  }
  return at(last, to.length);
}

function at(row: readonly number[] | undefined, index: number): number {
  return row?.[index] ?? Number.POSITIVE_INFINITY;
}
