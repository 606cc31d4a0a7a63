import { graphemes } from "../text/graphemes.ts";
import { graphemeWidth } from "../text/width.ts";
import { ADDRESS } from "../view/log-line.ts";
import { type Row, type RowContent, renderRow } from "./row.ts";

/** Where the screen is drawn: the one method of a stream that it needs, and the terminal's width. */
export interface ScreenOutput {
  write(text: string): unknown;
  readonly columns?: number | undefined;
}

const BEGIN = "\x1b[?2026h"; // synchronized output: shown in one go, where a terminal knows it
const END = "\x1b[?2026l";
const ERASE_ROW = "\r\x1b[K";
/** Not from the first column: at the top of the screen tmux would take it for a clearing, and keep the row in its history. */
const ERASE_BELOW = `${ERASE_ROW}\x1b[C\x1b[J\r`;
const NO_WRAP = "\x1b[?7l";
const WRAP = "\x1b[?7h";
const SAVE_CURSOR = "\x1b7";
const RESTORE_CURSOR = "\x1b8";
const COLUMNS = 80;

/**
 * A log that grows above one prompt row. The log is the terminal's own: it
 * scrolls and is copied natively. Every change is one write.
 */
export class Screen {
  readonly #output: ScreenOutput;
  #content: RowContent | undefined;
  /** Of the row as it stands on the terminal. */
  #head = "";

  constructor(output: ScreenOutput) {
    this.#output = output;
  }

  /** Draws the prompt row anew. */
  show(content: RowContent): void {
    this.#content = content;
    this.#update(ERASE_ROW);
  }

  /** The terminal's width. */
  get columns(): number {
    return this.#output.columns || COLUMNS;
  }

  /**
   * Adds rows to the log. They must be safe (see `safeText`), and fit: what a terminal draws wider is cut and not
   * wrapped; but an address, of which no part can be spared.
   */
  print(rows: readonly string[]): void {
    const isWrapped = (row: string) => row.length > this.columns && ADDRESS.test(row);
    const written = rows.map((row) => (isWrapped(row) ? `${WRAP}${row}\r\n${NO_WRAP}` : `${row}\r\n`));
    this.#update(ERASE_ROW + NO_WRAP + written.join("") + WRAP);
  }

  /** Draws the prompt row for the terminal's new width. */
  resize(): void {
    this.#update(this.#findRow() + ERASE_BELOW);
  }

  /** Clears the whole terminal but for the prompt row. */
  clear(): void {
    this.#update("\x1b[H\x1b[2J");
  }

  /** Takes the prompt row away, so that whatever writes next finds the line empty. */
  hide(): void {
    this.#content = undefined;
    this.#update(ERASE_ROW);
  }

  #update(change: string): void {
    const row = this.#content && renderRow(this.#content, this.columns);
    this.#head = row?.head ?? "";
    this.#output.write(BEGIN + change + (row ? drawn(row) : "") + END);
  }

  /**
   * Brings the cursor back to the row where the prompt begins after the
   * terminal became narrower than the cursor's column. Most terminals have
   * moved the cursor down with the text that they wrapped; some have cut the
   * text and left the cursor in the last column. Two spaces take the latter
   * ones to the next row too, and one row up is right for both. Wrapped more
   * than once is taken to be wrapped: that needs half the width lost in one step.
   */
  #findRow(): string {
    const rows = rowsAbove(this.#head, this.columns);
    return rows === 0 ? "" : `  \x1b[${rows}A`;
  }
}

/** In which row, from 0, the cursor is behind a text that a terminal wraps: a wide character is never cut. */
function rowsAbove(text: string, columns: number): number {
  let rows = 0;
  let column = 0;
  for (const grapheme of graphemes(text)) {
    const width = graphemeWidth(grapheme);
    if (column + width > columns) {
      rows++;
      column = 0;
    }
    column += width;
  }
  return column >= columns ? rows + 1 : rows;
}

/** The width a terminal gives a character is its own affair: the row never wraps, and the cursor is where the head ended. */
function drawn({ head, tail }: Row): string {
  return NO_WRAP + head + SAVE_CURSOR + tail + RESTORE_CURSOR + WRAP;
}
