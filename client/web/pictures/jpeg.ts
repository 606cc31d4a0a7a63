import { type PictureBytes, type PictureReader, turnIn, type WebPicture } from "./picture.ts";

/** A JPEG. What is no part of the picture goes: EXIF, XMP, comments, previews, and all that stands behind its end. */
export function readJpeg(reader: PictureReader): WebPicture | undefined {
  const { bytes, length } = reader;
  const kept: PictureBytes[] = [bytes.subarray(0, 2)];
  let size: { width: number; height: number } | undefined;
  let turn = 1;
  let at = 2;
  while (at < length) {
    const mark = reader.u8(at + 1);
    if (reader.u8(at) !== 0xff || mark === 0) return undefined;
    if (mark === 0xff) {
      at += 1;
      continue;
    }
    if (mark === END) {
      kept.push(bytes.subarray(at, at + 2));
      break;
    }
    const next = at + 2 + (isAlone(mark) ? 0 : reader.u16(at + 2));
    if (!(next <= length) || (!isAlone(mark) && next < at + 4)) return undefined;
    if (isFrame(mark)) size ??= { height: reader.u16(at + 5), width: reader.u16(at + 7) };
    if (mark === APP1 && reader.has(at + 4, "Exif\0\0")) turn = turnIn(reader, at + 10);
    const end = mark === SCAN ? endOfScan(bytes, next) : next;
    if (isOfPicture(reader, at)) kept.push(bytes.subarray(at, end));
    at = end;
  }
  if (!size || !(size.width > 0 && size.height > 0)) return undefined;
  // Drawing it anew turns it for good; until then, that much of its EXIF stays.
  if (turn !== 1) kept.splice(1, 0, turnSegment(turn));
  return { type: "image/jpeg", ...size, turn, isMoving: false, bare: kept };
}

const APP1 = 0xe1;
const SCAN = 0xda;
const END = 0xd9;

/** Segments that have no length, for they are a mark and nothing else. */
function isAlone(mark: number): boolean {
  return mark === 1 || (mark >= 0xd0 && mark <= 0xd8);
}

/** Those that say how large it is. */
function isFrame(mark: number): boolean {
  return mark >= 0xc0 && mark <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(mark);
}

/** Of what programs add, only what colours depend on counts as picture. */
function isOfPicture(reader: PictureReader, at: number): boolean {
  const mark = reader.u8(at + 1);
  const starts = (word: string) => reader.has(at + 4, word);
  if (mark === 0xe0) return starts("JFIF\0");
  if (mark === 0xe2) return starts("ICC_PROFILE\0");
  if (mark === 0xee) return starts("Adobe");
  return !(mark >= 0xe0 && mark <= 0xef) && mark !== 0xfe;
}

/** Where behind the head of a scan the next mark stands; the length where it was cut. */
function endOfScan(bytes: PictureBytes, start: number): number {
  for (let at = bytes.indexOf(0xff, start); at >= 0; at = bytes.indexOf(0xff, at + 1)) {
    const mark = bytes[at + 1];
    if (mark === undefined) break;
    const isData = mark === 0 || mark === 0xff || (mark >= 0xd0 && mark <= 0xd7);
    if (!isData) return at;
  }
  return bytes.length;
}

/** EXIF that says how a picture is turned, and nothing else. */
function turnSegment(turn: number): PictureBytes {
  const text = "Exif\0\0MM\0*\0\0\0\x08\0\x01\x01\x12\0\x03\0\0\0\x01\0";
  const body = [...text].map((letter) => letter.charCodeAt(0));
  const segment = [...body, turn, 0, 0, 0, 0, 0, 0];
  return Uint8Array.from([0xff, APP1, 0, segment.length + 2, ...segment]);
}
