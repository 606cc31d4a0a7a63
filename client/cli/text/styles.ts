import type { ColorDepth } from "./color-depth.ts";
import { nickColor } from "./nick-color.ts";

/** Ways to write a text so that it stands out, or back. Without colour each gives the text as it is. */
export interface Styles {
  nick(hue: number, text: string): string;
  /** The reader's own nickname: in its colour as everywhere, and standing out. */
  own(hue: number, text: string): string;
  bold(text: string): string;
  dim(text: string): string;
  /** For a line that mentions its reader. */
  highlight(text: string): string;
  /** Stands before such a line where it cannot be highlighted, and "" elsewhere. */
  readonly mark: string;
}

export function stylesFor(depth: ColorDepth): Styles {
  if (depth === "none") {
    const asIs = (text: string) => text;
    return {
      nick: (_hue, text) => text,
      own: (_hue, text) => text,
      bold: asIs,
      dim: asIs,
      highlight: asIs,
      mark: "» ",
    };
  }
  const sgr = (parameters: string, text: string) => `\x1b[${parameters}m${text}\x1b[0m`;
  return {
    nick: (hue, text) => sgr(nickColor(hue, depth), text),
    own: (hue, text) => sgr(`1;${nickColor(hue, depth)}`, text),
    bold: (text) => sgr("1", text),
    dim: (text) => sgr("2", text),
    highlight: (text) => sgr("7", text),
    mark: "",
  };
}
