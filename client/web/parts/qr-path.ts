/** A square of dark and light. */
export interface Squares {
  readonly size: number;
  get(x: number, y: number): boolean;
}

/** Squares that stay light around it, or no camera finds it. */
export const QUIET = 4;

/** The dark squares as the path of an SVG: each run of a row is one rectangle. */
export function qrPath(squares: Squares): string {
  let path = "";
  for (let y = 0; y < squares.size; y++) {
    for (let x = 0; x < squares.size; x++) {
      if (!squares.get(x, y)) continue;
      const start = x;
      while (x + 1 < squares.size && squares.get(x + 1, y)) x++;
      const run = x - start + 1;
      path += `M${start + QUIET} ${y + QUIET}h${run}v1h-${run}z`;
    }
  }
  return path;
}
