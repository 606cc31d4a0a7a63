import { isUtf8 } from "node:buffer";
import { asUtf8, NOT_UTF_8, type Undecodable, WITH_NUL } from "../text/decode.ts";

/** A line of input, without its newline, or why it cannot be read. Numbers begin at 1. */
export type NumberedLine = { readonly number: number } & ({ readonly text: string } | Undecodable);

/** Bytes kept of a line; more than any message may have, so that a longer one is found too long. */
const LONGEST = 65_536;
const LINE_FEED = 0x0a;

/** Splits a stream into lines, and reads no further than they are asked for. */
export async function* readLines(input: AsyncIterable<Uint8Array | string>): AsyncGenerator<NumberedLine> {
  let number = 0;
  let line = new InputLine();
  for await (const chunk of asUtf8(input)) {
    if ("trouble" in chunk) {
      yield { number: ++number, ...chunk };
      return;
    }
    let start = 0;
    for (let end = chunk.indexOf(LINE_FEED); end !== -1; end = chunk.indexOf(LINE_FEED, start)) {
      line.add(chunk.subarray(start, end));
      yield { number: ++number, ...line.read() };
      line = new InputLine();
      start = end + 1;
    }
    line.add(chunk.subarray(start));
  }
  if (!line.isEmpty) yield { number: ++number, ...line.read() };
}

/** The bytes of one line, which are decoded by themselves, so that a damaged one harms no other. */
class InputLine {
  #parts: Uint8Array[] = [];
  #size = 0;

  get isEmpty(): boolean {
    return this.#size === 0;
  }

  add(part: Uint8Array): void {
    const kept = part.subarray(0, LONGEST - this.#size);
    this.#size += kept.length;
    if (kept.length > 0) this.#parts.push(kept);
  }

  read(): { text: string } | Undecodable {
    const bytes = Buffer.concat(this.#parts);
    // Cut off in the middle of a character, it is too long all the same.
    if (bytes.length < LONGEST && !isUtf8(bytes)) return NOT_UTF_8;
    if (bytes.includes(0)) return WITH_NUL;
    return {
      text: bytes
        .toString("utf8")
        .replace(/^\ufeff/, "")
        .replace(/\r$/, ""),
    };
  }
}
