import type { Shape } from "./formatted.ts";

/** Lines of a message that are shown without being asked for. */
const MOST_LINES = 40;

const linesIn = (text: string) => text.split("\n").length;

/** Whether a message has more lines than one sees at once. A block of code is as high as it may be already. */
export function isTall(text: string, shapes: readonly Shape[]): boolean {
  const code = shapes.map((shape) => (shape.kind === "fence" ? linesIn(shape.text) : 0));
  return linesIn(text) - code.reduce((sum, lines) => sum + lines, 0) > MOST_LINES;
}
