import type { Environment } from "../person/directories.ts";
import { isWrapped } from "../text/hyperlink.ts";

/** How a terminal takes pictures: kitty's graphics protocol, or iTerm2's inline images. */
export type PictureWay = "kitty" | "iterm2";

/** By what terminals say of themselves; undefined where one is not known to take any, or is behind another. */
export function pictureWay(env: Environment): PictureWay | undefined {
  const { TERM = "", TERM_PROGRAM = "", LC_TERMINAL = "" } = env;
  if (isWrapped(env) || TERM === "dumb") return undefined;
  if (/kitty|ghostty/i.test(TERM) || env.KITTY_WINDOW_ID || /^ghostty$/i.test(TERM_PROGRAM)) return "kitty";
  if (/^(?:iTerm\.app|WezTerm)$/i.test(TERM_PROGRAM) || LC_TERMINAL === "iTerm2") return "iterm2";
  return undefined;
}
