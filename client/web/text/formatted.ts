import { emphasized, type Formatted } from "./emphasis.ts";
import type { Piece } from "./pieces.ts";

/** What a message looks like: of lines with `> ` before them a quotation, whose marks are left out. */
export type Shape = Formatted | { kind: "quote"; pieces: Formatted[] };

const BEGINS = /^> /;
/** An empty line of one. */
const GOES_ON = /^>(?: |(?=\n|$))/;

/** Gives what was cut its looks. */
export function formatted(pieces: readonly Piece[]): Shape[] {
  const shapes: Shape[] = [];
  for (const line of linesOf(pieces)) {
    const [first, ...rest] = line;
    const last = shapes.at(-1);
    const pattern = last?.kind === "quote" ? GOES_ON : BEGINS;
    const mark = first?.kind === "text" ? pattern.exec(first.text)?.[0] : undefined;
    if (first?.kind !== "text" || mark === undefined) {
      shapes.push(...emphasized(line));
      continue;
    }
    const text = { ...first, text: first.text.slice(mark.length) };
    const quoted: Formatted[] = [{ kind: "mark", text: mark }, ...emphasized([text, ...rest])];
    if (last?.kind === "quote") last.pieces.push(...quoted);
    else shapes.push({ kind: "quote", pieces: quoted });
  }
  return shapes;
}

/** Each with the break at its end. A block of code has lines of its own. */
function linesOf(pieces: readonly Piece[]): Piece[][] {
  const lines: Piece[][] = [[]];
  for (const piece of pieces) {
    if (piece.kind === "fence") lines.push([piece], []);
    else if (piece.kind !== "text") lines.at(-1)?.push(piece);
    else {
      for (const text of piece.text.match(/[^\n]*\n|[^\n]+$/g) ?? []) {
        lines.at(-1)?.push({ kind: "text", text });
        if (text.endsWith("\n")) lines.push([]);
      }
    }
  }
  return lines;
}
