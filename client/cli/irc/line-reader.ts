/** Bytes of tags and of the rest of a line, at most (IRCv3's message-tags: 4,094 and 510, with room for two). */
const LONGEST = 8_192;

const LINE_FEED = 0x0a;

/** A line of what a client sends, or why there is none. */
export type ReadLine = { readonly text: string } | { readonly trouble: "too_long" | "no_utf8" };

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
    if (isTooLong) return { trouble: "too_long" };
    try {
      // A return alone, or a NUL, ends nothing and means nothing.
      const text = new TextDecoder("utf-8", { fatal: true }).decode(bytes).replace(/[\r\0]/g, "");
      return { text };
    } catch {
      return { trouble: "no_utf8" };
    }
  }
}
