const segmenter = new Intl.Segmenter("en", { granularity: "grapheme" });
const encoder = new TextEncoder();

/** A line of IRC that a message, or a part of it, is. */
export interface TextLine {
  readonly text: string;
  /** Whether it goes on in the line before. */
  readonly goesOn: boolean;
}

/** A text in lines of at most `most` bytes each, parted at its line feeds, else behind words, else between characters. */
export function splitText(text: string, most: number): TextLine[] {
  return text.split(/\r?\n/).flatMap((line) => wrapped(line, most));
}

function wrapped(line: string, most: number): TextLine[] {
  if (encoder.encode(line).length <= most) return [{ text: line, goesOn: false }];
  const lines: TextLine[] = [];
  const add = (text: string) => lines.push({ text, goesOn: lines.length > 0 });
  let row = "";
  let size = 0;
  for (const { segment } of segmenter.segment(line)) {
    const bytes = encoder.encode(segment).length;
    if (size + bytes > most && row !== "") {
      const blank = row.lastIndexOf(" ") + 1;
      const end = blank > row.length / 2 ? blank : row.length;
      add(row.slice(0, end));
      row = row.slice(end);
      size = encoder.encode(row).length;
    }
    row += segment;
    size += bytes;
  }
  if (row !== "") add(row);
  return lines;
}
