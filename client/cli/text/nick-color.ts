import type { ColorDepth } from "./color-depth.ts";
import { luminance, oklchOf, type Rgb, rgbOfOklch } from "./oklch.ts";

/** The relative luminance (WCAG 2) that black and white are equally far from: 4.58 to 1 each. */
const MIDDLE = Math.sqrt(1.05 * 0.05) - 0.05;
/** Among the 256 colours, those that are at least 3 to 1 from both. */
const NEAR_MIDDLE = { least: 0.1, most: 0.3 };
/** As in the page; and the least that is seen as a colour. */
const CHROMA = 0.12;
const LEAST_CHROMA = 0.1;
/** Halvings of the lightness: enough for 8 bits a channel. */
const STEPS = 10;

/** The SGR parameters that write in a member's hue (degrees of OKLCH); readable on black and on white, whichever it is. */
export function nickColor(hue: number, depth: Exclude<ColorDepth, "none">): string {
  return depth === "24-bit" ? `38;2;${rgbOf(hue).join(";")}` : `38;5;${cubeIndexOf(hue)}`;
}

/** The colour of a hue whose luminance lies in the middle. */
export function rgbOf(hue: number): Rgb {
  const at = (lightness: number) => rgbOfOklch({ lightness, chroma: CHROMA, hue });
  let dark = 0;
  let light = 1;
  for (let step = 0; step < STEPS; step++) {
    const lightness = (dark + light) / 2;
    if (luminance(at(lightness)) < MIDDLE) dark = lightness;
    else light = lightness;
  }
  return at(light);
}

/** The colours 16..231, a cube of six levels a channel; the 16 before them are whatever the reader's theme says. */
export const CUBE: readonly Rgb[] = Array.from({ length: 216 }, (_, index) => {
  const level = (digit: number) => (digit === 0 ? 0 : 55 + 40 * digit);
  return [level(Math.floor(index / 36)), level(Math.floor(index / 6) % 6), level(index % 6)];
});

/** Of the colours of the cube, those that can be read, by their hue: looked for when the first is needed. */
let readable: readonly { index: number; hue: number }[] | undefined;

/** The readable colour that is nearest in hue: so, no two of twelve are the same. */
function cubeIndexOf(wanted: number): number {
  readable ??= CUBE.flatMap((color, at) => {
    const light = luminance(color);
    const { chroma, hue } = oklchOf(color);
    const isReadable = light >= NEAR_MIDDLE.least && light <= NEAR_MIDDLE.most && chroma >= LEAST_CHROMA;
    return isReadable ? [{ index: 16 + at, hue }] : [];
  });
  let nearest = { index: 16, distance: Number.POSITIVE_INFINITY };
  for (const { index, hue } of readable) {
    const distance = Math.abs(((hue - wanted + 540) % 360) - 180);
    if (distance < nearest.distance) nearest = { index, distance };
  }
  return nearest.index;
}
