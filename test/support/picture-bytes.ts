import { crc32, deflateSync } from "node:zlib";

// Pictures made by hand, with whatever a camera or a program leaves in them.

type Bytes = Uint8Array<ArrayBuffer>;
type Part = string | readonly number[] | Uint8Array;

export function joined(...parts: readonly Part[]): Bytes {
  return Uint8Array.from(
    parts.flatMap((part) => (typeof part === "string" ? [...Buffer.from(part, "latin1")] : [...part])),
  );
}

const u16 = (value: number) => [value >> 8, value & 0xff];
const u32 = (value: number) => [...u16(value >>> 16), ...u16(value & 0xffff)];
const little = (bytes: readonly number[]) => bytes.toReversed();

/** What EXIF has of how a picture is turned, and a place on Earth. */
export function exif(turn: number): Bytes {
  const tags = [
    ...[...u16(0x010f), ...u16(2), ...u32(4), ..."GPS".split("").map((c) => c.charCodeAt(0)), 0],
    ...[...u16(0x0112), ...u16(3), ...u32(1), ...u16(turn), 0, 0],
  ];
  return joined("MM\0*", u32(8), u16(2), tags, u32(0), "52.52N 13.40E");
}

function segment(mark: number, ...body: readonly Part[]): Bytes {
  const bytes = joined(...body);
  return joined([0xff, mark], u16(bytes.length + 2), bytes);
}

/** A JPEG with what a camera writes; `bare`: without. */
export function jpeg({ width = 40, height = 30, turn = 1, bare = false } = {}): Bytes {
  const told = [
    segment(0xe1, "Exif\0\0", exif(turn)),
    segment(0xe1, "http://ns.adobe.com/xap/1.0/\0<x/>"),
    segment(0xe2, "MPF\0preview"),
    segment(0xed, "Photoshop 3.0\0Berlin"),
    segment(0xfe, "taken by ana"),
  ];
  return joined(
    ...[[0xff, 0xd8], segment(0xe0, "JFIF\0\x01\x01\0\0\x01\0\x01\0\0"), ...(bare ? [] : told)],
    segment(0xe2, "ICC_PROFILE\0\x01\x01colours"),
    ...[segment(0xdb, "tables"), segment(0xc0, [8], u16(height), u16(width), [3])],
    // Two scans, with stuffed bytes, marks of restarts, and a table between.
    ...[segment(0xda, "one"), [1, 0xff, 0, 2, 0xff, 0xd0, 3], segment(0xc4, "table")],
    ...[segment(0xda, "two"), [4, 0xff, 0, 5], [0xff, 0xd9], bare ? "" : "a film behind it"],
  );
}

function chunk(name: string, ...body: readonly Part[]): Bytes {
  const named = joined(name, joined(...body));
  return joined(u32(named.length - 4), named, u32(crc32(named)));
}

/** A PNG of one colour that any program can read; with what programs leave in one, unless `bare`. */
export function png({
  width = 40,
  height = 30,
  bare = false,
  moving = false,
  turn = 1,
  fill = 0x77,
} = {}): Bytes {
  const rows = Buffer.alloc((width + 1) * Math.min(height, 4_000), fill);
  for (let row = 0; row < rows.length; row += width + 1) rows[row] = 0;
  return joined(
    ...["\x89PNG\r\n\x1a\n", chunk("IHDR", u32(width), u32(height), [8, 0, 0, 0, 0])],
    ...(moving ? [chunk("acTL", u32(1), u32(0))] : []),
    ...(bare ? [] : [chunk("tEXt", "Author\0ana"), chunk("eXIf", exif(turn)), chunk("prVt", "secret")]),
    ...[chunk("gAMA", u32(45_455)), chunk("IDAT", deflateSync(rows)), chunk("IEND")],
    bare ? "" : "what was cut off",
  );
}

function riff(name: string, ...body: readonly Part[]): Bytes {
  const bytes = joined(...body);
  return joined(name, little(u32(bytes.length)), bytes, bytes.length % 2 === 1 ? [0] : []);
}

/** A WebP with EXIF and XMP, unless `bare`. */
export function webp({ width = 40, height = 30, bare = false, turn = 1, moving = false } = {}): Bytes {
  const u24 = (value: number) => [value & 0xff, (value >> 8) & 0xff, value >> 16];
  const marks = (bare ? 0 : 0x0c) | 0x20 | (moving ? 2 : 0);
  const body = joined(
    ...["WEBP", riff("VP8X", [marks, 0, 0, 0], u24(width - 1), u24(height - 1)), riff("ICCP", "odd")],
    ...(moving ? [riff("ANIM", [0, 0, 0, 0, 0, 0])] : []),
    ...[riff("VP8L", [0x2f, 1, 2, 3, 4, 5])],
    ...(bare ? [] : [riff("EXIF", exif(turn)), riff("XMP ", "<x/>")]),
  );
  return joined("RIFF", little(u32(body.length)), body, bare ? "" : "behind it");
}

export function gif({ width = 40, height = 30 } = {}): Bytes {
  return joined("GIF89a", little(u16(width)), little(u16(height)), "frames");
}

/** An AVIF as far as its boxes go. */
export function avif({ width = 40, height = 30, told = "", brand = "avif" } = {}): Bytes {
  return joined(
    `\0\0\0\x1cftyp${brand}\0\0\0\0`,
    "meta",
    told,
    "\0\0\0\x14ispe\0\0\0\0",
    u32(width),
    u32(height),
    "mdat",
  );
}
