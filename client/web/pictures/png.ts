import { type PictureBytes, type PictureReader, turnIn, type WebPicture } from "./picture.ts";

/** Chunks without which it would look otherwise, or move otherwise. */
const OF_PICTURE = new Set(
  "IHDR PLTE IDAT IEND tRNS gAMA cHRM sRGB iCCP sBIT bKGD pHYs cICP mDCV cLLI mDCv cLLi acTL fcTL fdAT".split(
    " ",
  ),
);

/** A PNG. What stands in it besides the picture goes, and so does what stands behind its end: the rest of one that was cut smaller. */
export function readPng(reader: PictureReader): WebPicture | undefined {
  const { bytes, length } = reader;
  if (!reader.has(12, "IHDR")) return undefined;
  const [width, height] = [reader.u32(16), reader.u32(20)];
  const kept: PictureBytes[] = [bytes.subarray(0, 8)];
  let turn = 1;
  let isMoving = false;
  for (let at = 8, name = ""; name !== "IEND"; ) {
    name = reader.name(at + 4);
    const next = at + 12 + reader.u32(at);
    if (!(next <= length)) return undefined;
    if (name === "eXIf") turn = turnIn(reader, at + 8);
    if (name === "acTL") isMoving = true;
    if (OF_PICTURE.has(name)) kept.push(bytes.subarray(at, next));
    at = next;
  }
  if (!(width > 0 && height > 0)) return undefined;
  return { type: "image/png", width, height, turn, isMoving, bare: kept };
}
