import { expect, test } from "vitest";
import { type ColorDepth, colorDepth } from "../../../client/cli/text/color-depth.ts";
import { CUBE, luminance, nickColor, type Rgb, rgbOf } from "../../../client/cli/text/nick-color.ts";
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

test("every hue among 256 colours is at least 3 to 1 on black and on white", () => {
  const colors = HUES.map((hue) => CUBE[Number(nickColor(hue, "256").slice("38;5;".length)) - 16]);
  expect(Math.min(...colors.map((color) => (color ? worstContrast(color) : 0)))).toBeGreaterThanOrEqual(3);
  expect(new Set(colors).size).toBeGreaterThanOrEqual(16);
});

test.each<[ColorDepth, string]>([
  ["none", "bob"],
  ["256", "\x1b[38;5;167mbob\x1b[0m"],
  ["24-bit", "\x1b[38;2;220;54;54mbob\x1b[0m"],
])("a nick in %s", (depth, written) => {
  expect(stylesFor(depth).nick(0, "bob")).toBe(written);
});
