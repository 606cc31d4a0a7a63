import { pictureIn } from "./file-type.ts";

/** Bytes of the beginning in which a picture's size is looked for: cameras write a good deal before it. */
const HEADER = 131_072;

/** Controls that no text has: all but tab, line feeds, form feed and escape. */
const UNTEXTUAL = /[^\P{Cc}\t\n\f\r\x1b\x80-\x9f]/u;

/** What has come of a file. */
export interface FileKind {
  readonly type: string;
  readonly width?: number;
  readonly height?: number;
}

/** Looks at a file as its bytes go by, and says what it is: by them alone, never by what a sender calls it. */
export class Probe {
  readonly #header = new Uint8Array(HEADER);
  readonly #decoder = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true });
  #kept = 0;
  #isText = true;
  /** Bytes so far. */
  received = 0;

  take(chunk: Uint8Array): void {
    this.received += chunk.length;
    const kept = chunk.subarray(0, HEADER - this.#kept);
    this.#header.set(kept, this.#kept);
    this.#kept += kept.length;
    if (this.#isText) this.#isText = this.#isTextual(chunk);
  }

  found(): FileKind {
    const picture = pictureIn(this.#header.subarray(0, this.#kept));
    if (picture) return picture;
    const isText = this.#isText && this.#isTextual();
    return { type: isText ? "text/plain" : "application/octet-stream" };
  }

  /** Without a chunk: whether the end is none in the middle of a character. */
  #isTextual(chunk?: Uint8Array): boolean {
    try {
      return !UNTEXTUAL.test(this.#decoder.decode(chunk, { stream: chunk !== undefined }));
    } catch {
      return false;
    }
  }
}
