/** What a browser shows as a picture; HEIC only where phones make it. */
export type PictureType =
  | "image/png"
  | "image/jpeg"
  | "image/gif"
  | "image/webp"
  | "image/avif"
  | "image/heic";

/** A picture, as its first bytes and its marks tell; nothing of it has been decoded. */
export interface WebPicture {
  readonly type: PictureType;
  /** In pixels, as it lies in the file. */
  readonly width: number;
  readonly height: number;
  /** How what comes with it has it turned, as EXIF counts: 1 is not at all. */
  readonly turn: number;
  /** It has several frames, of which drawing it anew would leave one. */
  readonly isMoving: boolean;
  /** Its bytes, without what tells where, when and with what it was made; undefined where only drawing it anew leaves that out. */
  readonly bare: readonly PictureBytes[] | undefined;
}

export type PictureBytes = Uint8Array<ArrayBuffer>;

/** What reads numbers and names at a place, by which a file may have been cut. */
export class PictureReader {
  readonly bytes: PictureBytes;
  readonly #view: DataView;

  constructor(bytes: PictureBytes) {
    this.bytes = bytes;
    this.#view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  }

  get length(): number {
    return this.bytes.length;
  }

  /** NaN behind the end. */
  u8(at: number): number {
    return this.bytes[at] ?? Number.NaN;
  }

  u16(at: number, isLittle = false): number {
    return at >= 0 && at + 2 <= this.length ? this.#view.getUint16(at, isLittle) : Number.NaN;
  }

  u32(at: number, isLittle = false): number {
    return at >= 0 && at + 4 <= this.length ? this.#view.getUint32(at, isLittle) : Number.NaN;
  }

  /** Whether a word of ASCII stands there. */
  has(at: number, word: string): boolean {
    return [...word].every((letter, index) => this.bytes[at + index] === letter.charCodeAt(0));
  }

  /** Four letters. */
  name(at: number): string {
    return String.fromCharCode(...this.bytes.subarray(at, at + 4));
  }
}

/** What stands in EXIF for how a picture is turned; 1 where that is nothing. */
export function turnIn(reader: PictureReader, start: number): number {
  const isLittle = reader.has(start, "II");
  const first = start + reader.u32(start + 4, isLittle);
  const count = Math.min(reader.u16(first, isLittle) || 0, MOST_TAGS);
  for (let index = 0; index < count; index++) {
    const at = first + 2 + 12 * index;
    const turn = reader.u16(at + 8, isLittle);
    if (reader.u16(at, isLittle) === ORIENTATION) return turn >= 1 && turn <= 8 ? turn : 1;
  }
  return 1;
}

const ORIENTATION = 0x0112;
const MOST_TAGS = 1_000;
