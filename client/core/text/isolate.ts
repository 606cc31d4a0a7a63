/** What embeds, overrides or isolates a direction, or ends that. */
const CONTROL = /[\u202a-\u202e\u2066-\u2069]/;
const ISOLATE = "\u2068";
const END = "\u2069";
const END_OF_EMBEDDING = "\u202c";

/**
 * A line whose controls of direction reach no further than its own end: those
 * that are open are closed, those that would close somebody else's are left
 * out, and the whole is isolated from what stands beside it (UAX #9). A line
 * without them stays as it is.
 */
export function isolate(line: string): string {
  if (!CONTROL.test(line)) return line;
  const ends: string[] = [];
  let balanced = "";
  let firstPiece = 0;
  for (const character of line) {
    if (character === END) {
      if (!ends.includes(END)) continue;
      while (ends.at(-1) !== END) balanced += ends.pop();
      ends.pop();
    } else if (character === END_OF_EMBEDDING) {
      if (ends.at(-1) !== END_OF_EMBEDDING) continue;
      ends.pop();
    } else if (CONTROL.test(character)) {
      ends.push(character >= "\u2066" ? END : END_OF_EMBEDDING);
    }
    balanced += character;
    if (ends.length === 0) firstPiece ||= balanced.length;
  }
  balanced += ends.reverse().join("");
  const isWhole = balanced.startsWith(ISOLATE) && (firstPiece || balanced.length) === balanced.length;
  return isWhole ? balanced : ISOLATE + balanced + END;
}
