import { graphemes } from "../text/graphemes.ts";
import { widestOf } from "../text/width.ts";

/** A character as it stands in a row. */
export interface Cell {
  readonly text: string;
  /** The sequence that begins its style; "" for none. */
  readonly style: string;
  readonly width: number;
}

/** What styles are written with. Nothing else begins with ESC in a line: texts from elsewhere are made safe. */
const STYLE = /(\x1b\[[\d;]*m)/;
const RESET = "\x1b[0m";
/** Stands for a character that is wider than the whole row. */
const TOO_WIDE: Cell = { text: "\ufffd", style: "", width: 1 };

/** The characters of a styled text, none wider than `room` cells. */
export function cellsOf(styled: string, room: number): Cell[] {
  let style = "";
  return styled.split(STYLE).flatMap((part, index) => {
    if (index % 2 === 0)
      return graphemes(part).flatMap((text) => fitted({ text, style, width: widestOf(text) }, room));
    style = part === RESET ? "" : part;
    return [];
  });
}

/** The text of cells, each row with styles of its own. */
export function written(cells: readonly Cell[]): string {
  let style = "";
  let text = "";
  for (const cell of cells) {
    if (cell.style !== style) text += (style === "" ? "" : RESET) + cell.style;
    style = cell.style;
    text += cell.text;
  }
  // A joiner at the end of a row would join the next row's first character to it, in tmux at least. Spaces without
  // width have said where rows may end, and some terminals give them a cell.
  return text.replace(/\u200d+$|\u200b/g, "") + (style === "" ? "" : RESET);
}

export function widthOf(cells: readonly Cell[]): number {
  return cells.reduce((width, cell) => width + cell.width, 0);
}

/** A text without its styles. */
export function unstyled(text: string): string {
  return text
    .split(STYLE)
    .filter((_, index) => index % 2 === 0)
    .join("");
}

/** A grapheme can be wider than any row: scripts, and jokers, join without end. Its characters are at most two cells. */
function fitted(cell: Cell, room: number): Cell[] {
  if (cell.width <= room) return [cell];
  const parts = [...cell.text.replaceAll("\u200d", "")].map((text) => ({
    ...cell,
    text,
    width: widestOf(text),
  }));
  return parts.map((part) => (part.width <= room ? part : { ...TOO_WIDE, style: part.style }));
}
