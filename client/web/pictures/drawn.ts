import type { PictureType } from "./picture.ts";
import { MOST_ACROSS, type PixelSize, sizeWithin } from "./size.ts";

/** In what it is drawn, the best first: not every browser can write all of them. */
const WRITTEN_AS: Readonly<Record<PictureType, readonly PictureType[]>> = {
  "image/jpeg": ["image/jpeg"],
  "image/png": ["image/png", "image/webp"],
  "image/webp": ["image/webp", "image/png"],
  "image/avif": ["image/webp", "image/jpeg"],
  "image/heic": ["image/jpeg"],
  "image/gif": ["image/png"],
};

const QUALITY = 0.9;

/** Draws a picture anew, upright and no larger than it may be, in at most so many bytes where that can be had; undefined where it can't be read. */
export async function drawn(
  file: Blob,
  type: PictureType,
  most: number,
): Promise<(PixelSize & { blob: Blob }) | undefined> {
  try {
    const bitmap = await createImageBitmap(file);
    const size = sizeWithin(bitmap, MOST_ACROSS);
    const canvas = document.createElement("canvas");
    Object.assign(canvas, size);
    const context = canvas.getContext("2d");
    if (!context) return undefined;
    context.imageSmoothingQuality = "high";
    context.drawImage(bitmap, 0, 0, size.width, size.height);
    bitmap.close();
    let best: Blob | undefined;
    for (const each of WRITTEN_AS[type]) {
      const blob = await new Promise<Blob | null>((done) => canvas.toBlob(done, each, QUALITY));
      if (blob?.type !== each) continue;
      if (!best || blob.size < best.size) best = blob;
      if (best.size <= most) break;
    }
    return best && { ...size, blob: best };
  } catch {
    return undefined;
  }
}
