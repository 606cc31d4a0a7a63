const segmenter = new Intl.Segmenter("en", { granularity: "grapheme" });
const encoder = new TextEncoder();

/** A text in lines of at most `most` bytes each, parted at its line feeds, else between words, else between characters. */
export function splitText(text: string, most: number): string[] {
  return text
    .split(/\r?\n/)
    .filter((line) => line !== "")
    .flatMap((line) => wrapped(line, most));
}

function wrapped(line: string, most: number): string[] {
  if (encoder.encode(line).length <= most) return [line];
  const lines: string[] = [];
  let row = "";
  let size = 0;
  for (const { segment } of segmenter.segment(line)) {
    const bytes = encoder.encode(segment).length;
    if (size + bytes > most && row !== "") {
      const blank = row.lastIndexOf(" ");
      const end = blank > row.length / 2 ? blank : row.length;
      lines.push(row.slice(0, end));
      row = row.slice(end).trimStart();
      size = encoder.encode(row).length;
    }
    row += segment;
    size += bytes;
  }
  return row === "" ? lines : [...lines, row];
}
