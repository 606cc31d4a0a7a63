/** A picture's size in pixels. */
export interface PictureSize {
  readonly kind: "png" | "gif" | "jpeg" | "webp";
  readonly width: number;
  readonly height: number;
}

/** Of JPEG: what begins a frame, and so tells its size. */
const FRAME = /^[\xc0-\xc3\xc5-\xc7\xc9-\xcb\xcd-\xcf]$/;

/** Reads a picture's size from its first bytes, whatever anybody says of it; undefined for what is none, or another kind. */
export function pictureSize(bytes: Uint8Array): PictureSize | undefined {
  const at = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  try {
    if (at.toString("latin1", 0, 8) === "\x89PNG\r\n\x1a\n" && at.toString("latin1", 12, 16) === "IHDR")
      return { kind: "png", width: at.readUInt32BE(16), height: at.readUInt32BE(20) };
    if (/^GIF8[79]a$/.test(at.toString("latin1", 0, 6)))
      return { kind: "gif", width: at.readUInt16LE(6), height: at.readUInt16LE(8) };
    if (at.readUInt16BE(0) === 0xffd8) return ofJpeg(at);
    const isWebp = at.toString("latin1", 0, 4) === "RIFF" && at.toString("latin1", 8, 12) === "WEBP";
    return isWebp ? ofWebp(at) : undefined;
  } catch (error) {
    // It has ended before it told.
    if (error instanceof RangeError) return undefined;
    throw error;
  }
}

function ofJpeg(at: Buffer): PictureSize | undefined {
  for (let offset = 2; offset + 4 <= at.length; ) {
    if (at[offset] !== 0xff) return undefined;
    const marker = String.fromCharCode(at[offset + 1] ?? 0);
    if (FRAME.test(marker))
      return { kind: "jpeg", width: at.readUInt16BE(offset + 7), height: at.readUInt16BE(offset + 5) };
    offset += 2 + at.readUInt16BE(offset + 2);
  }
  return undefined;
}

function ofWebp(at: Buffer): PictureSize | undefined {
  switch (at.toString("latin1", 12, 16)) {
    case "VP8X":
      return { kind: "webp", width: 1 + at.readUIntLE(24, 3), height: 1 + at.readUIntLE(27, 3) };
    case "VP8L": {
      const bits = at.readUInt32LE(21);
      return { kind: "webp", width: 1 + (bits & 0x3fff), height: 1 + ((bits >>> 14) & 0x3fff) };
    }
    case "VP8 ":
      return { kind: "webp", width: at.readUInt16LE(26) & 0x3fff, height: at.readUInt16LE(28) & 0x3fff };
    default:
      return undefined;
  }
}
