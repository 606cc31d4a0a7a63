import type { ColorDepth } from "./color-depth.ts";

/** Red, green and blue, 0..255. */
export type Rgb = readonly [number, number, number];

/** The relative luminance (WCAG 2) that black and white are equally far from: 4.58 to 1 each. */
const MIDDLE = Math.sqrt(1.05 * 0.05) - 0.05;
/** Among the 256 colours, those that are at least 3 to 1 from both. */
const NEAR_MIDDLE = { least: 0.1, most: 0.3 };
const SATURATION = 0.7;
/** Halvings of the lightness: enough for 8 bits a channel. */
const STEPS = 10;

/** The SGR parameters that write in a member's hue (0..359); readable on black and on white, whichever it is. */
export function nickColor(hue: number, depth: Exclude<ColorDepth, "none">): string {
  return depth === "24-bit" ? `38;2;${rgbOf(hue).join(";")}` : `38;5;${cubeIndexOf(hue)}`;
}

/** The colour of a hue whose luminance lies in the middle. */
export function rgbOf(hue: number): Rgb {
  let dark = 0;
  let light = 1;
  for (let step = 0; step < STEPS; step++) {
    const lightness = (dark + light) / 2;
    if (luminance(fromHsl(hue, lightness)) < MIDDLE) dark = lightness;
    else light = lightness;
  }
  return fromHsl(hue, light);
}

/** Relative luminance as WCAG 2 defines it, 0 (black) to 1 (white). */
export function luminance([red, green, blue]: Rgb): number {
  const linear = (value: number) =>
    value / 255 <= 0.04045 ? value / 255 / 12.92 : ((value / 255 + 0.055) / 1.055) ** 2.4;
  return 0.2126 * linear(red) + 0.7152 * linear(green) + 0.0722 * linear(blue);
}

/** The colours 16..231, a cube of six levels a channel; the 16 before them are whatever the reader's theme says. */
export const CUBE: readonly Rgb[] = Array.from({ length: 216 }, (_, index) => {
  const level = (digit: number) => (digit === 0 ? 0 : 55 + 40 * digit);
  return [level(Math.floor(index / 36)), level(Math.floor(index / 6) % 6), level(index % 6)];
});

function cubeIndexOf(hue: number): number {
  const wanted = rgbOf(hue);
  const distance = (color: Rgb) =>
    color.reduce((sum, value, at) => sum + (value - (wanted[at] ?? 0)) ** 2, 0);
  let nearest = { index: 0, distance: Number.POSITIVE_INFINITY };
  CUBE.forEach((color, index) => {
    const light = luminance(color);
    if (light < NEAR_MIDDLE.least || light > NEAR_MIDDLE.most) return;
    const away = distance(color);
    if (away < nearest.distance) nearest = { index, distance: away };
  });
  return 16 + nearest.index;
}

function fromHsl(hue: number, lightness: number): Rgb {
  const amplitude = SATURATION * Math.min(lightness, 1 - lightness);
  const channel = (offset: number) => {
    const sector = (offset + hue / 30) % 12;
    return Math.round(255 * (lightness - amplitude * Math.max(-1, Math.min(sector - 3, 9 - sector, 1))));
  };
  return [channel(0), channel(8), channel(4)];
}
