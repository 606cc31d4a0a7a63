import { safeText } from "../../core/text/safe-text.ts";
import { graphemes, graphemesBefore, graphemesBehind } from "../text/graphemes.ts";
import { graphemeWidth, textWidth } from "../text/width.ts";

/** What the prompt's row is drawn from. */
export interface RowContent {
  readonly label: string;
  readonly text: string;
  /** In code units of the text. */
  readonly cursor: number;
  /** Stands for every character of a secret. */
  readonly mask?: string;
  /** Stands at the row's right end while there is place for it. */
  readonly aside?: string;
  /** Cells of which the text needs no more, where that is known: the label may have all the others. */
  readonly longest?: number;
}

/** One row, in two parts so that the cursor can be put between them whatever width the terminal gives them. */
export interface Row {
  readonly head: string;
  readonly tail: string;
  /** Cells of the head: the column of the cursor, from 0. */
  readonly column: number;
}

/** Cells between the text and what stands at the right. */
const GAP = 2;
const NEWLINE = "⏎";
const CUT_LEFT = "<";
const CUT_RIGHT = ">";
/** Stands for what must not be shown, or could not be where it stands. */
const HIDDEN = "\ufffd";
/** Not to be seen anywhere. */
const UNSEEN = /^\p{Default_Ignorable_Code_Point}+$/u;

/**
 * Fits label and text into one row. The last column stays free, because a
 * terminal that has filled it is about to wrap; only the cursor may stand
 * there. Of a text that is too long the part around the cursor is shown, marked
 * where it goes on.
 */
export function renderRow(content: RowContent, columns: number): Row {
  const { label, text, cursor, mask, longest, aside = "" } = content;
  const cells = Math.max(0, columns - 1);
  const half = Math.floor(cells / 2);
  const labelCells = longest === undefined ? half : Math.max(half, cells - longest);
  const shownLabel = takeFirst(graphemes(label).flatMap(visible), labelCells);
  const show = mask === undefined ? visible : () => [mask];
  const left = cells - widthOf(shownLabel);
  const shown = windowOn(
    moreThan(left, graphemesBefore(text, cursor), (unit) => [...show(unit)].reverse()).reverse(),
    moreThan(left, graphemesBehind(text, cursor), show),
    left,
  );
  const head = [...shownLabel, ...shown.before].join("");
  // Measured as a whole: where label and text meet, two pictures may become one.
  const column = textWidth(head);
  const tail = shown.after.join("");
  return { head, tail: tail + atRight(aside, cells - column - textWidth(tail)), column };
}

/** What stands at the end of some cells; nothing where it would come close to the text. */
function atRight(aside: string, cells: number): string {
  if (aside === "") return "";
  const shown = graphemes(aside).flatMap(visible);
  const blank = cells - widthOf(shown);
  return blank < GAP ? "" : " ".repeat(blank) + shown.join("");
}

type Cells = readonly string[];

/**
 * A grapheme as it is drawn. Made safe it may fall apart into several, or be
 * nothing, as what can't be seen is; a mark that has no cell of its own would
 * change its neighbour.
 */
function visible(grapheme: string): Cells {
  if (grapheme === "\n" || grapheme === "\r\n") return [NEWLINE];
  if (grapheme === "\t") return [" "];
  if (UNSEEN.test(grapheme)) return [];
  return graphemes(safeText(grapheme) || HIDDEN).flatMap((safe) => {
    if (graphemeWidth(safe) > 0) return [safe];
    return UNSEEN.test(safe) ? [] : [HIDDEN];
  });
}

/** No more of what is drawn than shows that it does not fit. */
function moreThan(cells: number, units: Iterable<string>, show: (unit: string) => Cells): string[] {
  const drawn: string[] = [];
  let width = 0;
  for (const unit of units) {
    const shown = show(unit);
    drawn.push(...shown);
    width += widthOf(shown);
    if (width > cells) break;
  }
  return drawn;
}

/** As much as fits around the cursor: when the text goes on to the right, a quarter of the cells are kept for it. */
function windowOn(before: Cells, after: Cells, cells: number): { before: Cells; after: Cells } {
  if (widthOf(before) + widthOf(after) <= cells) return { before, after };
  const inner = cells - CUT_LEFT.length - CUT_RIGHT.length;
  if (inner < 1) return { before: takeLast(before, cells), after: [] };
  const ahead = takeFirst(after, Math.floor(inner / 4));
  const left = takeLast(before, inner - widthOf(ahead));
  const right = takeFirst(after, inner - widthOf(left));
  return {
    before: left.length < before.length ? [CUT_LEFT, ...left] : left,
    after: right.length < after.length ? [...right, CUT_RIGHT] : right,
  };
}

function widthOf(units: Cells): number {
  return units.reduce((width, unit) => width + graphemeWidth(unit), 0);
}

/** The first units that fit; none is cut in half. */
function takeFirst(units: Cells, cells: number): Cells {
  let width = 0;
  let count = 0;
  for (const unit of units) {
    width += graphemeWidth(unit);
    if (width > cells) break;
    count++;
  }
  return units.slice(0, count);
}

function takeLast(units: Cells, cells: number): Cells {
  return takeFirst(units.toReversed(), cells).toReversed();
}
