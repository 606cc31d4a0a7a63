import { HEIF } from "image-size/types/heif";
import { JPG } from "image-size/types/jpg";
import { PNG } from "image-size/types/png";
import { WEBP } from "image-size/types/webp";

import { gifSize } from "./gif-size.ts";

/** What reads a picture's size from its header. */
interface Sizer {
  /** Throws, or tells, where it is none. */
  validate(header: Uint8Array): boolean;
  calculate(header: Uint8Array): {
    readonly width?: number | undefined;
    readonly height?: number | undefined;
    readonly orientation?: number | undefined;
  };
}

/** A kind of picture that is shown in its place: all else is only ever handed out as a file. */
interface Picture {
  readonly type: string;
  /** Whether the first bytes are such a picture's, one character a byte. */
  readonly begins: RegExp;
  readonly sizer: Sizer;
}

const PICTURES: readonly Picture[] = [
  { type: "image/png", begins: /^\x89PNG\r\n\x1a\n/, sizer: PNG },
  { type: "image/jpeg", begins: /^\xff\xd8\xff/, sizer: JPG },
  {
    type: "image/gif",
    begins: /^GIF8[79]a/,
    sizer: { validate: () => true, calculate: (header) => gifSize(header) ?? {} },
  },
  { type: "image/webp", begins: /^RIFF.{4}WEBP/s, sizer: WEBP },
  // ISO base media (ISO/IEC 14496-12, 4.3): a box "ftyp" that names what the file may be read as.
  { type: "image/avif", begins: /^\0\0\0[\x10-\x40]ftyp(?:.{4})*?avi[fs]/s, sizer: HEIF },
];

/** Bytes that are enough to tell a picture by. */
const ENOUGH = 64;

export const PICTURE_TYPES: ReadonlySet<string> = new Set(PICTURES.map(({ type }) => type));

/** What is known of a picture by its header: its size as it is shown, in pixels, where that can be read. */
export interface PictureKind {
  readonly type: string;
  readonly width?: number;
  readonly height?: number;
}

/** What picture a file is, by how it begins; undefined for what is none. Nothing of it is decoded. */
export function pictureIn(header: Uint8Array): PictureKind | undefined {
  const first = String.fromCharCode(...header.subarray(0, ENOUGH));
  const picture = PICTURES.find(({ begins }) => begins.test(first));
  return picture && { type: picture.type, ...sizeOf(picture, header) };
}

/** Whoever lies in their header has a picture without a size. */
function sizeOf({ sizer }: Picture, header: Uint8Array): Omit<PictureKind, "type"> {
  try {
    if (!sizer.validate(header)) return {};
    const { width = 0, height = 0, orientation = 1 } = sizer.calculate(header);
    if (!isSize(width) || !isSize(height)) return {};
    // Exif (CIPA DC-008, Orientation): from 5 to 8, it is shown lying on its side.
    return orientation >= 5 && orientation <= 8 ? { width: height, height: width } : { width, height };
  } catch {
    return {};
  }
}

/** PNG has the largest: 31 bits (its specification, 11.2.1). */
function isSize(pixels: number): boolean {
  return Number.isInteger(pixels) && pixels > 0 && pixels < 2 ** 31;
}
