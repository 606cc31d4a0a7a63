import { expect, test } from "vitest";
import { type ColorDepth, colorDepth } from "../../../client/cli/text/color-depth.ts";
import { CUBE, nickColor, rgbOf } from "../../../client/cli/text/nick-color.ts";
import { luminance, oklchOf, type Rgb, rgbOfOklch } from "../../../client/cli/text/oklch.ts";
import { stylesFor } from "../../../client/cli/text/styles.ts";

test.each<[Record<string, string>, { isTTY?: boolean; noColor?: boolean }, ColorDepth]>([
  [{ TERM: "xterm-256color" }, {}, "256"],
  [{ TERM: "xterm-256color", COLORTERM: "truecolor" }, {}, "24-bit"],
  [{ TERM: "xterm-direct" }, {}, "24-bit"],
  [{ TERM: "xterm", NO_COLOR: "1" }, {}, "none"],
  [{ TERM: "xterm", NO_COLOR: "" }, {}, "256"],
  [{ TERM: "dumb" }, {}, "none"],
  [{ TERM: "xterm" }, { noColor: true }, "none"],
  [{ TERM: "xterm" }, { isTTY: false }, "none"],
  [{ TERM: "dumb", NO_COLOR: "1", FORCE_COLOR: "1" }, { isTTY: false, noColor: true }, "256"],
  [{ FORCE_COLOR: "3" }, { isTTY: false }, "24-bit"],
  [{ TERM: "xterm", FORCE_COLOR: "0" }, {}, "none"],
])("%j %j has %s", (env, { isTTY = true, noColor = false }, depth) => {
  expect(colorDepth({ env, isTTY, noColor })).toBe(depth);
});

/** WCAG 2's contrast of a colour with the background that it stands out from least. */
function worstContrast(color: Rgb): number {
  const light = luminance(color) + 0.05;
  return Math.min(light / 0.05, 1.05 / light);
}

const HUES = Array.from({ length: 360 }, (_, hue) => hue);

test("every hue in 24 bits is at least 4.5 to 1 on black and on white", () => {
  expect(Math.min(...HUES.map((hue) => worstContrast(rgbOf(hue))))).toBeGreaterThanOrEqual(4.5);
});

/** Those that people have. */
const TWELVE = Array.from({ length: 12 }, (_, at) => at * 30);
const PAPER: Rgb = [255, 255, 255];
const DARK: Rgb = [0x15, 0x18, 0x1b];

/** What stands for a hue among 256 colours. */
function cubeColor(hue: number): Rgb {
  return CUBE[Number(nickColor(hue, "256").slice("38;5;".length)) - 16] ?? PAPER;
}

test("every hue among 256 colours is at least 3 to 1 on black and on white", () => {
  expect(Math.min(...HUES.map((hue) => worstContrast(cubeColor(hue))))).toBeGreaterThanOrEqual(3);
});

/** How far two colours are from each other to an eye (in OKLab); two that are just told apart are 0.02. */
function difference(one: Rgb, other: Rgb): number {
  const [first, second] = [oklchOf(one), oklchOf(other)];
  const across = ((first.hue - second.hue) * Math.PI) / 180;
  const square = first.chroma ** 2 + second.chroma ** 2 - 2 * first.chroma * second.chroma * Math.cos(across);
  return Math.hypot(first.lightness - second.lightness, Math.sqrt(Math.max(0, square)));
}

test.each<[where: string, colorOf: (hue: number) => Rgb]>([
  ["on a light page", (hue) => rgbOfOklch({ lightness: 0.5, chroma: 0.12, hue })],
  ["on a dark page", (hue) => rgbOfOklch({ lightness: 0.75, chroma: 0.12, hue })],
  ["in a terminal of 24 bits", rgbOf],
  ["in a terminal of 256 colours", cubeColor],
])("any two of the twelve hues are well apart %s", (_, colorOf) => {
  const colors = TWELVE.map(colorOf);
  const apart = colors.flatMap((one, at) => colors.slice(at + 1).map((other) => difference(one, other)));
  expect(Math.min(...apart)).toBeGreaterThan(0.05);
});

test("on the page, every hue is at least 4.5 to 1 in both themes", () => {
  const contrast = (one: Rgb, other: Rgb) => {
    const [light = 0, dark = 0] = [luminance(one), luminance(other)].sort((a, b) => b - a);
    return (light + 0.05) / (dark + 0.05);
  };
  for (const hue of TWELVE) {
    const on = (lightness: number) => rgbOfOklch({ lightness, chroma: 0.12, hue });
    expect(contrast(on(0.5), PAPER)).toBeGreaterThanOrEqual(4.5);
    expect(contrast(on(0.75), DARK)).toBeGreaterThanOrEqual(4.5);
    const avatar = (letters: number, ground: Parameters<typeof rgbOfOklch>[0]) =>
      contrast(rgbOfOklch({ lightness: letters, chroma: 0.11, hue }), rgbOfOklch(ground));
    expect(avatar(0.46, { lightness: 0.92, chroma: 0.045, hue })).toBeGreaterThanOrEqual(4.5);
    expect(avatar(0.8, { lightness: 0.34, chroma: 0.05, hue })).toBeGreaterThanOrEqual(4.5);
  }
});

test.each<[ColorDepth, string]>([
  ["none", "bob"],
  ["256", "\x1b[38;5;198mbob\x1b[0m"],
  ["24-bit", "\x1b[38;2;178;89;119mbob\x1b[0m"],
])("a nick in %s", (depth, written) => {
  expect(stylesFor(depth).nick(0, "bob")).toBe(written);
});
