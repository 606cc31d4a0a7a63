/** How many colours may be written: none, the fixed 256, or any. */
export type ColorDepth = "none" | "256" | "24-bit";

export interface ColorWishes {
  readonly env: Readonly<Record<string, string | undefined>>;
  /** Whether the output is a terminal. */
  readonly isTTY: boolean;
  /** Whether `--no-color` was given. */
  readonly noColor: boolean;
}

/** Decides on colour as no-color.org and force-color.org ask for it. */
export function colorDepth({ env, isTTY, noColor }: ColorWishes): ColorDepth {
  const force = env.FORCE_COLOR;
  if (force === "0" || force === "false") return "none";
  if (force === "3") return "24-bit";
  if (force !== undefined) return terminalDepth(env);
  if (noColor || env.NO_COLOR || env.TERM === "dumb" || !isTTY) return "none";
  return terminalDepth(env);
}

/** Terminals of fewer than 256 colours are gone; those of more say so. */
function terminalDepth(env: ColorWishes["env"]): ColorDepth {
  const direct = /^(truecolor|24bit)$/.test(env.COLORTERM ?? "") || /-direct$/.test(env.TERM ?? "");
  return direct ? "24-bit" : "256";
}
