import { readJpeg } from "./jpeg.ts";
import { type PictureBytes, PictureReader, type WebPicture } from "./picture.ts";
import { readPng } from "./png.ts";
import { readWebp } from "./webp.ts";

/** PictureBytes in which an AVIF says how large it is. */
const HEIF_HEAD = 65_536;

/** What a file is, if it is a picture that browsers show. Its bytes say so, whatever it is called. */
export function readPicture(bytes: PictureBytes): WebPicture | undefined {
  const reader = new PictureReader(bytes);
  if (reader.has(0, "\xff\xd8\xff")) return readJpeg(reader);
  if (reader.has(0, "\x89PNG\r\n\x1a\n")) return readPng(reader);
  if (reader.has(0, "RIFF") && reader.has(8, "WEBP")) return readWebp(reader);
  if (/^GIF8[79]a/.test(reader.name(0) + reader.name(4).slice(0, 2))) return readGif(reader);
  if (/^(avi[fs]|hei[cfsx]|mif1)$/.test(reader.name(8)) && reader.has(4, "ftyp")) return readHeif(reader);
  return undefined;
}

/** A GIF stays as it is: most of them move. */
function readGif(reader: PictureReader): WebPicture | undefined {
  const [width, height] = [reader.u16(6, true), reader.u16(8, true)];
  if (!(width > 0 && height > 0)) return undefined;
  return { type: "image/gif", width, height, turn: 1, isMoving: true, bare: [reader.bytes] };
}

/** An AVIF, or what phones make: of its boxes only the sizes are looked for, and whether anything tells of more than the picture. */
function readHeif(reader: PictureReader): WebPicture | undefined {
  let [width, height] = [0, 0];
  const isAvif = reader.has(8, "avi");
  let isBare = isAvif;
  const end = Math.min(reader.length, HEIF_HEAD);
  for (let at = 8; at < end; at++) {
    if (reader.has(at, "ispe")) {
      width = Math.max(width, reader.u32(at + 8) || 0);
      height = Math.max(height, reader.u32(at + 12) || 0);
    } else if (reader.has(at, "Exif") || reader.has(at, "mime")) isBare = false;
  }
  if (width === 0 || height === 0) return undefined;
  const isMoving = reader.has(8, "avis");
  const type = isAvif ? "image/avif" : "image/heic";
  return { type, width, height, turn: 1, isMoving, bare: isBare ? [reader.bytes] : undefined };
}
