import { fold } from "../../../src/protocol/text/fold.ts";
import { graphemes } from "../text/graphemes.ts";

/** A text in which all that a search has looked for is marked; whole characters, as a reader takes them. */
export function markFound(text: string, wanted: string, mark: (text: string) => string): string {
  const units = graphemes(text).map((unit) => ({ unit, folded: fold(unit) }));
  const folded = units.map((each) => each.folded).join("");
  const spans = spansOf(folded, fold(wanted));
  let offset = 0;
  let marked = "";
  let run = "";
  for (const { unit, folded } of units) {
    const end = offset + folded.length;
    const isFound = spans.some(([from, to]) => from < end && to > offset);
    if (!isFound && run !== "") {
      marked += mark(run);
      run = "";
    }
    if (isFound) run += unit;
    else marked += unit;
    offset = end;
  }
  return run === "" ? marked : marked + mark(run);
}

function spansOf(text: string, wanted: string): [from: number, to: number][] {
  const spans: [number, number][] = [];
  if (wanted === "") return spans;
  for (let at = text.indexOf(wanted); at !== -1; at = text.indexOf(wanted, at + wanted.length)) {
    spans.push([at, at + wanted.length]);
  }
  return spans;
}
