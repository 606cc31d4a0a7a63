import type { Environment } from "../person/directories.ts";

/** Nothing else is written into a control string. */
const SAFE = /^https?:\/\/[!-~]+$/;
/** The first VTE that shows no garbage for one (0.50). */
const VTE = 5_000;

/** A text that leads to an address, as terminals take it (OSC 8); others would drop the address. */
export function hyperlink(text: string, address: string): string {
  return SAFE.test(address) ? `\x1b]8;;${address}\x1b\\${text}\x1b]8;;\x1b\\` : text;
}

/** Whether a terminal is known to take them: by what it says of itself, and not through another one. */
export function takesLinks(env: Environment): boolean {
  const { TERM = "", TERM_PROGRAM = "", LC_TERMINAL = "" } = env;
  if (isWrapped(env) || TERM === "dumb") return false;
  if (/^(?:iTerm\.app|WezTerm|ghostty|vscode|Hyper|rio)$/i.test(TERM_PROGRAM) || LC_TERMINAL === "iTerm2")
    return true;
  if (/kitty|ghostty|wezterm|^(?:foot|alacritty|contour)/i.test(TERM)) return true;
  if (env.KITTY_WINDOW_ID || env.WT_SESSION || env.KONSOLE_VERSION || env.WEZTERM_PANE) return true;
  return Number(env.VTE_VERSION) >= VTE;
}

/** Whether what is written goes through a program that has the terminal, and may know less than that. */
export function isWrapped({ TERM = "", TMUX, STY, ZELLIJ }: Environment): boolean {
  return Boolean(TMUX || STY || ZELLIJ) || /^(?:tmux|screen)/.test(TERM);
}
