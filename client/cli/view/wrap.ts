import { textWidth } from "../width.ts";

/**
 * Breaks a line of our own between words so that it fits. What goes on is set
 * in below the last column of a table (two spaces part them), if there is one.
 */
export function wrap(line: string, columns: number): string[] {
  if (textWidth(line) < columns) return [line];
  const column = line.lastIndexOf("  ") + 2;
  const indent = column > 1 && column < columns / 2 ? " ".repeat(column) : "";
  const rows: string[] = [];
  let row = line.slice(0, indent.length);
  for (const word of line.slice(indent.length).split(" ")) {
    const isFirst = row.trim() === "" || row.length === indent.length;
    const longer = isFirst ? row + word : `${row} ${word}`;
    if (isFirst || textWidth(longer) < columns) {
      row = longer;
    } else {
      rows.push(row);
      row = indent + word;
    }
  }
  return [...rows, row];
}
