import type { Key } from "node:readline";

/** Has a terminal tell when somebody looks at it, and when no longer (xterm's mode 1004); others take no notice. */
export const FOCUS_ON = "\x1b[?1004h";
export const FOCUS_OFF = "\x1b[?1004l";

/** What a terminal tells so; undefined for a key. */
export function focusIn({ sequence }: Key): "focus" | "blur" | undefined {
  if (sequence === "\x1b[I") return "focus";
  return sequence === "\x1b[O" ? "blur" : undefined;
}
