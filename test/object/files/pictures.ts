import { numbered } from "./numbered.ts";

/** The first bytes of pictures of 640 by 360, as their formats have them. */
const HEADERS: Readonly<Record<string, readonly number[]>> = {
  png: [
    ...codes("\x89PNG\r\n\x1a\n"),
    0,
    0,
    0,
    13,
    ...codes("IHDR"),
    ...wide(640),
    ...wide(360),
    8,
    6,
    0,
    0,
    0,
  ],
  gif: [
    ...[...codes("GIF89a"), 0x80, 0x02, 0x68, 0x01, 0x80, 0, 0, 0, 0, 0, 255, 255, 255],
    ...[
      0x21,
      0xfe,
      2,
      ...codes("hi"),
      0,
      0x21,
      0xf9,
      4,
      0,
      0,
      0,
      0,
      0,
      0x2c,
      0,
      0,
      0,
      0,
      0x80,
      0x02,
      0x68,
      0x01,
      0,
    ],
  ],
  // A segment of Exif that says "turned by 90°", and the frame's size, which is of the picture as it lies.
  jpeg: [
    ...[0xff, 0xd8, 0xff, 0xe1, 0, 34, ...codes("Exif\0\0MM\0*"), 0, 0, 0, 8, 0, 1],
    ...[0x01, 0x12, 0, 3, 0, 0, 0, 1, 0, 6, 0, 0, 0, 0, 0, 0],
    ...[0xff, 0xc0, 0, 17, 8, 0x02, 0x80, 0x01, 0x68, 3, 1, 0x22, 0, 2, 0x11, 1, 3, 0x11, 1],
  ],
  webp: [
    ...codes("RIFF"),
    0,
    1,
    0,
    0,
    ...codes("WEBPVP8X"),
    10,
    0,
    0,
    0,
    0,
    0,
    0,
    0,
    0x7f,
    0x02,
    0,
    0x67,
    0x01,
    0,
  ],
  avif: [
    ...[0, 0, 0, 20, ...codes("ftypavif"), 0, 0, 0, 0, ...codes("mif1")],
    ...[0, 0, 0, 56, ...codes("meta"), 0, 0, 0, 0, 0, 0, 0, 44, ...codes("iprp")],
    ...[0, 0, 0, 36, ...codes("ipco"), 0, 0, 0, 20, ...codes("ispe"), 0, 0, 0, 0, ...wide(640), ...wide(360)],
    ...[0, 0, 0, 8, ...codes("free")],
  ],
};

/** A file that begins as such a picture does, with something behind it. */
export function picture(kind: string, rest: Uint8Array = numbered(100)): Uint8Array<ArrayBuffer> {
  return new Uint8Array([...(HEADERS[kind] ?? []), ...rest]);
}

/** The same with other bytes from one on. */
export function patched(
  bytes: Uint8Array<ArrayBuffer>,
  at: number,
  by: readonly number[],
): Uint8Array<ArrayBuffer> {
  bytes.set(by, at);
  return bytes;
}

export const KINDS = Object.keys(HEADERS);

/** The characters of a text as bytes. */
export function codes(text: string): number[] {
  return Array.from(text, (character) => character.charCodeAt(0));
}

/** 32 bits, the high ones first. */
function wide(number: number): number[] {
  return [24, 16, 8, 0].map((shift) => (number >>> shift) & 255);
}
