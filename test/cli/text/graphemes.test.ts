import fc from "fast-check";
import { expect, test } from "vitest";
import {
  boundaryAfter,
  boundaryBefore,
  graphemes,
  graphemesBefore,
  graphemesBehind,
} from "../../../client/cli/text/graphemes.ts";

const text = fc
  .array(
    fc.constantFrom(
      "a",
      " ",
      "\n",
      "é",
      "\u0301",
      "\u200d",
      "👩",
      "👍🏽",
      "🇩",
      "क",
      "\u094d",
      "각",
      "ᄀ",
      "ᅡ",
      "\u0600",
      "ก",
      "\u0e33",
    ),
  )
  .map((parts) => parts.join(""));

/** Where graphemes begin and end in a whole text. */
function bounds(whole: string): number[] {
  let at = 0;
  return [0, ...graphemes(whole).map(({ length }) => (at += length))];
}

test("what looks no further than it must finds what a look at all of it finds", () => {
  fc.assert(
    fc.property(text, fc.nat(30), (whole, offset) => {
      const all = bounds(whole);
      const end = whole.length;
      expect(boundaryAfter(whole, offset)).toBe(all.find((at) => at >= offset) ?? end);
      expect(boundaryBefore(whole, offset)).toBe(all.findLast((at) => at < Math.min(offset, end)) ?? 0);
      const [before, behind] = [whole.slice(0, offset), whole.slice(offset)];
      expect([...graphemesBefore(whole, Math.min(offset, end))]).toEqual(graphemes(before).reverse());
      expect([...graphemesBehind(whole, offset)]).toEqual(graphemes(behind));
    }),
    { numRuns: 1_000 },
  );
});
