import type { Framing, Piece } from "./framing.ts";

const NEWLINE = 0x0a;

/** Newline framing. Lines that arrive together are handed on together, for speed. */
export class LineFraming implements Framing {
  readonly open = true;

  opening(): string {
    return "";
  }

  encode(text: string): Buffer {
    return Buffer.from(`${text}\r\n`);
  }

  split({ bytes, start, end }: Piece, found: (frame: Piece) => void): number {
    const last = bytes.lastIndexOf(NEWLINE, end - 1);
    if (last < start) return start;
    found({ bytes, start, end: last + 1 });
    return last + 1;
  }
}
