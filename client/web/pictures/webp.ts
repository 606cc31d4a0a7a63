import { type PictureBytes, type PictureReader, turnIn, type WebPicture } from "./picture.ts";

const OF_PICTURE = new Set(["VP8X", "VP8 ", "VP8L", "ALPH", "ANIM", "ANMF", "ICCP"]);

/** A WebP, without what stands in it besides the picture. */
export function readWebp(reader: PictureReader): WebPicture | undefined {
  const { bytes, length } = reader;
  const kept: PictureBytes[] = [];
  let size: { width: number; height: number } | undefined;
  let turn = 1;
  let isMoving = false;
  const end = Math.min(length, 8 + reader.u32(4, true));
  for (let at = 12; at + 8 <= end; ) {
    const name = reader.name(at);
    const body = at + 8;
    const next = body + reader.u32(at + 4, true);
    if (!(next <= length)) return undefined;
    size ??= sizeIn(reader, body, name);
    if (name === "EXIF") turn = turnIn(reader, reader.has(body, "Exif\0\0") ? body + 6 : body);
    if (name === "ANIM") isMoving = true;
    // Chunks begin at even places.
    const behind = next + (next % 2);
    if (OF_PICTURE.has(name))
      kept.push(name === "VP8X" ? withoutMarks(bytes.slice(at, next)) : bytes.slice(at, behind));
    at = behind;
  }
  if (!size || !(size.width > 0 && size.height > 0)) return undefined;
  return { type: "image/webp", ...size, turn, isMoving, bare: [head(kept), ...kept] };
}

function sizeIn(reader: PictureReader, at: number, name: string) {
  const u24 = (place: number) => reader.u16(place, true) + (reader.u8(place + 2) << 16);
  switch (name) {
    case "VP8X":
      return { width: u24(at + 4) + 1, height: u24(at + 7) + 1 };
    case "VP8 ":
      return { width: reader.u16(at + 6, true) & 0x3fff, height: reader.u16(at + 8, true) & 0x3fff };
    case "VP8L": {
      const bits = reader.u32(at + 1, true);
      return { width: (bits & 0x3fff) + 1, height: ((bits >>> 14) & 0x3fff) + 1 };
    }
    default:
      return undefined;
  }
}

/** The chunk that says what else there is: neither EXIF nor XMP any more. */
function withoutMarks(chunk: PictureBytes): PictureBytes {
  chunk[8] = (chunk[8] ?? 0) & ~0x0c;
  return chunk;
}

function head(chunks: readonly PictureBytes[]): PictureBytes {
  const bytes = new Uint8Array(12);
  bytes.set([..."RIFF\0\0\0\0WEBP"].map((letter) => letter.charCodeAt(0)));
  const size = chunks.reduce((sum, { length }) => sum + length, 4);
  new DataView(bytes.buffer).setUint32(4, size, true);
  return bytes;
}
