/** Bytes of a line's tags, with their `@` and the blank behind them, and of the rest of it, without its end. */
const TAGS = 4_096;
const REST = 510;
/** Both, and a return. */
const LONGEST = TAGS + REST + 1;

const LINE_FEED = 0x0a;

/** A line of what a client sends, or why there is none. */
export type ReadLine =
  | { readonly text: string }
  | { readonly trouble: "too_long" }
  /** `seen`: what can be read of it. */
  | { readonly trouble: "no_utf8"; readonly seen: string };

/** Makes lines of what a socket brings. Keeps no more of one than may be sent. */
export class LineReader {
  #rest: Uint8Array = new Uint8Array();
  #isTooLong = false;

  read(bytes: Uint8Array): ReadLine[] {
    const lines: ReadLine[] = [];
    let start = 0;
    for (let end = bytes.indexOf(LINE_FEED); end !== -1; end = bytes.indexOf(LINE_FEED, start)) {
      this.#keep(bytes.subarray(start, end));
      lines.push(this.#take());
      start = end + 1;
    }
    this.#keep(bytes.subarray(start));
    return lines;
  }

  #keep(part: Uint8Array): void {
    if (this.#rest.length + part.length > LONGEST) this.#isTooLong = true;
    this.#rest = Buffer.concat([this.#rest, part.subarray(0, LONGEST - this.#rest.length)]);
  }

  #take(): ReadLine {
    const bytes = this.#rest;
    const isTooLong = this.#isTooLong;
    this.#rest = new Uint8Array();
    this.#isTooLong = false;
    if (isTooLong || !isFitting(bytes)) return { trouble: "too_long" };
    try {
      return { text: cleaned(new TextDecoder("utf-8", { fatal: true }).decode(bytes)) };
    } catch {
      return { trouble: "no_utf8", seen: cleaned(new TextDecoder().decode(bytes)) };
    }
  }
}

/** A return alone, or a NUL, ends nothing and means nothing. */
function cleaned(line: string): string {
  return line.replace(/[\r\0]/g, "");
}

const AT = 0x40;
const BLANK = 0x20;
const RETURN = 0x0d;

function isFitting(bytes: Uint8Array): boolean {
  const tags = bytes[0] === AT ? bytes.indexOf(BLANK) + 1 : 0;
  const end = bytes.at(-1) === RETURN ? bytes.length - 1 : bytes.length;
  return tags <= TAGS && end - tags <= REST;
}
