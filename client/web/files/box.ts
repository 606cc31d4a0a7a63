import type { PixelSize } from "../pictures/size.ts";

/** Pixels that a picture in the log has, at most. */
const WIDEST = 400;
const HIGHEST = 320;
/** Pixels that it has at least, so that it can be hit; what of a thin one does not fit is cut off. */
const LEAST = 48;

/** How large one picture is shown in the log, before anything of it is here: never larger than it is. */
export function boxOf({ width, height }: PixelSize): PixelSize {
  const scale = Math.min(1, WIDEST / width, HIGHEST / height);
  const within = (length: number) => Math.max(LEAST, Math.round(length * scale));
  return { width: within(width), height: within(height) };
}
