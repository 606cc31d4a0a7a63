import type { Environment } from "../person/directories.ts";
import type { CallNotice } from "./call-notice.ts";

/** How a terminal is told to notify whoever sits at the desk; undefined where it is not known to. */
type Way = (notice: CallNotice) => readonly string[];

const osc = (text: string) => `\x1b]${text}\x1b\\`;

/** iTerm2, WezTerm, Windows Terminal, ghostty: one text. It never begins with a number and a semicolon, which is an order of ConEmu's. */
const osc9: Way = ({ head, body }) => [osc(`9;papo: ${head}: ${body}`)];
/** urxvt, foot, VTE: a head ends at the semicolon. */
const osc777: Way = ({ head, body }) => [osc(`777;notify;${head.replaceAll(";", ",")};${body}`)];
/** kitty: head and body by one name, so that they belong together. */
const osc99: Way = ({ head, body }) => [osc(`99;i=papo:d=0;${head}`), osc(`99;i=papo:p=body;${body}`)];

/** What a terminal is to be sent to show a notification on the desktop; "" where it is not known to take any. */
export function desktopNotification(notice: CallNotice, env: Environment): string {
  const way = wayOf(env);
  if (way === undefined) return "";
  return way(notice)
    .map(env.TMUX ? throughTmux : asIs)
    .join("");
}

/** By what terminals say of themselves. Within tmux, by what is left of the terminal in which it was started. */
function wayOf(env: Environment): Way | undefined {
  const { TERM = "", TERM_PROGRAM = "", LC_TERMINAL = "" } = env;
  if (/kitty/i.test(TERM) || env.KITTY_WINDOW_ID) return osc99;
  if (/^(?:iTerm\.app|WezTerm|ghostty)$/i.test(TERM_PROGRAM) || LC_TERMINAL === "iTerm2") return osc9;
  if (/wezterm|ghostty/i.test(TERM) || env.WEZTERM_PANE || env.GHOSTTY_RESOURCES_DIR) return osc9;
  if (env.WT_SESSION || env.ITERM_SESSION_ID) return osc9;
  return /^(?:rxvt|foot)/.test(TERM) || env.VTE_VERSION ? osc777 : undefined;
}

const asIs = (sequence: string) => sequence;

/** tmux hands on what is wrapped so where `allow-passthrough` is on, and drops it elsewhere. */
const throughTmux = (sequence: string) => `\x1bPtmux;${sequence.replaceAll("\x1b", "\x1b\x1b")}\x1b\\`;
