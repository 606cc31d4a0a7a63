import { runsRightToLeft } from "../../core/text/isolate-name.ts";
import { hyperlink } from "../text/hyperlink.ts";
import { type Cell, cellsOf, widthOf, written } from "./cells.ts";
import { keepLeft } from "./direction.ts";
import { INDENT, type LogLine } from "./log-line.ts";
import { type Segment, segmentsOf } from "./segments.ts";

/** Columns of which none can be spared. */
const NARROW = 3;

/**
 * Fits a line to a terminal's columns: broken between words, all rows behind
 * the first set in. A terminal that wraps by itself begins at the left edge,
 * where a text could show a line that looks like somebody else's. Without
 * columns (in a pipe) only its own newlines break it.
 */
export function wrap(line: LogLine, columns = Number.POSITIVE_INFINITY): string[] {
  const { head, text, indent, isWhole, address } = line;
  if (isWhole) return [head + text];
  if (address !== undefined) return wrapWith(address, line, columns);
  // Some terminals give a mark of direction a cell of its own where no character stands before it.
  const marks = columns > NARROW && runsRightToLeft(head + text) ? 1 : 0;
  const wrapping = new Wrapping(columns - marks, indent);
  for (const segment of segmentsOf(cellsOf(head, wrapping.room))) wrapping.add(segment, "head");
  for (const segment of segmentsOf(cellsOf(text, wrapping.room))) wrapping.add(segment, "text");
  return wrapping.end(line.leadsTo);
}

function wrapWith(address: string, { address: _, ...line }: LogLine, columns: number): string[] {
  const together = wrap({ ...line, text: `${line.text} ${address}` }, columns);
  if (together.length === 1) return together;
  // From the left edge, where no row can hold it: the terminal goes on with it, so that it is still one.
  const edge = address.length + INDENT <= columns ? " ".repeat(INDENT) : "";
  return [...wrap(line, columns), edge + address];
}

type LinePart = "head" | "text";

class WrappedRow {
  readonly head: Cell[] = [];
  readonly text: Cell[] = [];
  readonly #indent: number;
  /** Cells that are taken. */
  width: number;

  constructor(indent: number) {
    this.#indent = indent;
    this.width = indent;
  }

  put(cell: Cell, part: LinePart): void {
    this[part].push(cell);
    this.width += cell.width;
  }

  /** `leadsTo`: where its text leads, which is of the row alone, so that no other can lead there. */
  written(leadsTo: string | undefined): string {
    const text = written(this.text);
    const shown = leadsTo === undefined || text === "" ? text : hyperlink(text, leadsTo);
    return keepLeft(" ".repeat(this.#indent) + written(this.head), shown);
  }
}

/** Rows under way. */
class Wrapping {
  /** Cells of a row that is set in; at least one. */
  readonly room: number;
  readonly #columns: number;
  readonly #indent: number;
  readonly #rows: WrappedRow[] = [];
  #row = new WrappedRow(0);

  constructor(columns: number, indent: number) {
    this.#columns = columns;
    // Narrow, the indent gives way to the text, but for one column; of a single column nothing can be spared.
    this.#indent = [indent, INDENT].find((cells) => cells <= columns / 2) ?? Math.min(1, columns - 1);
    this.room = columns - this.#indent;
  }

  add({ kind, cells }: Segment, part: LinePart): void {
    switch (kind) {
      case "newline":
        this.#feed(this.#indent);
        return;
      case "space":
        for (const cell of cells) if (cell.width <= this.#left) this.#row.put(cell, part);
        return;
      case "word":
        this.#makePlace(widthOf(cells));
        for (const cell of cells) {
          if (cell.width > this.#left) this.#feed(this.#indent);
          this.#row.put(cell, part);
        }
        return;
      default:
        kind satisfies never;
    }
  }

  end(leadsTo: string | undefined): string[] {
    return [...this.#rows, this.#row].map((row) => row.written(leadsTo));
  }

  get #left(): number {
    return this.#columns - this.#row.width;
  }

  /** Begins a new row for a word that does not fit into this one but fits into that. */
  #makePlace(width: number): void {
    if (width <= this.#left) return;
    const least = Math.min(this.#indent, INDENT);
    if (width <= this.room) this.#wrap(this.#indent);
    // A long address is of use in one piece alone.
    else if (width <= this.#columns - least) this.#wrap(least);
    else if (this.#row.text.length > 0) this.#wrap(this.#indent);
  }

  /** Ends a row where the line goes on: what is blank at its end is not written. */
  #wrap(indent: number): void {
    for (const cells of [this.#row.text, this.#row.head]) {
      while (cells.at(-1)?.text.trim() === "") cells.pop();
      if (cells.length > 0) break;
    }
    this.#feed(indent);
  }

  #feed(indent: number): void {
    this.#rows.push(this.#row);
    this.#row = new WrappedRow(indent);
  }
}
