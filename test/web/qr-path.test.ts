import { generate } from "lean-qr/nano";
import { expect, test } from "vitest";
import { QUIET, qrPath, type Squares } from "../../client/web/parts/qr-path.ts";

/** The squares that a path covers, by its own commands. */
function covered(path: string): Set<string> {
  const rectangles = [...path.matchAll(/M(\d+) (\d+)h(\d+)v1h-(\d+)z/g)];
  expect(rectangles.map(([whole]) => whole).join("")).toBe(path);
  return new Set(
    rectangles.flatMap(([, x, y, run, back]) => {
      expect(back).toBe(run);
      return Array.from({ length: Number(run) }, (_, at) => `${Number(x) + at},${y}`);
    }),
  );
}

function dark(squares: Squares): Set<string> {
  const lines = Array.from({ length: squares.size }, (_, y) =>
    Array.from({ length: squares.size }, (__, x) => (squares.get(x, y) ? `${x + QUIET},${y + QUIET}` : "")),
  );
  return new Set(lines.flat().filter((square) => square !== ""));
}

test.each([
  "https://papo.example/lobby",
  `https://papo.example/lobby#pass=p1.${"A".repeat(140)}.${"x".repeat(43)}`,
  `https://papo.example/${"r".repeat(32)}#pass=p1.${"A".repeat(970)}.${"x".repeat(43)}`,
])("the dark squares of %s, and no others, with a margin around", (text) => {
  const squares = generate(text);
  expect(covered(qrPath(squares))).toEqual(dark(squares));
});
