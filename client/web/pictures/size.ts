import type { WebPicture } from "./picture.ts";

/** Pixels that a picture is sent with, at most, across and down. */
export const MOST_ACROSS = 2_560;
/** Pixels of a picture that is decoded: more could take all the memory that there is. */
export const MOST_PIXELS = 50_000_000;

export interface PixelSize {
  readonly width: number;
  readonly height: number;
}

/** Whether a picture has a size that is known, and is not too large to be shown. */
export function isShowable({ width = 0, height = 0 }: Partial<PixelSize>): boolean {
  return width > 0 && height > 0 && width * height <= MOST_PIXELS;
}

/** A size in the same shape, neither wider nor higher than `most`. */
export function sizeWithin({ width, height }: PixelSize, most: number): PixelSize {
  const scale = Math.min(1, most / Math.max(width, height));
  return { width: Math.max(1, Math.round(width * scale)), height: Math.max(1, Math.round(height * scale)) };
}

/** Whether a picture can't go as its bytes are: it is too wide, turned, or tells more than it shows. */
export function wantsDrawing(picture: WebPicture): boolean {
  if (picture.isMoving || !isShowable(picture)) return false;
  return Math.max(picture.width, picture.height) > MOST_ACROSS || picture.turn !== 1 || !picture.bare;
}
