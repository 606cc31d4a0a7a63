import { statSync } from "node:fs";
import { homedir } from "node:os";
import { isAbsolute, posix, win32 } from "node:path";

/** The variables of the surrounding process. */
export type Environment = Readonly<Record<string, string | undefined>>;

/** Where papo keeps who its person is; undefined where they have no home. */
export function stateDirectory(env: Environment, platform?: NodeJS.Platform): string | undefined {
  return baseDirectory(env, STATE, platform);
}

/** Where papo looks for its person's choices; undefined where they have no home. */
export function configDirectory(env: Environment, platform?: NodeJS.Platform): string | undefined {
  return baseDirectory(env, CONFIG, platform);
}

/** A kind of folder: what chooses it, and where it is else. */
interface Base {
  /** Of the XDG Base Directory Specification. */
  readonly xdg: string;
  readonly usual: readonly string[];
  /** The same on Windows, which has them in variables. */
  readonly windows: { readonly variable: string; readonly usual: readonly string[] };
}

const STATE: Base = {
  xdg: "XDG_STATE_HOME",
  usual: [".local", "state"],
  windows: { variable: "LOCALAPPDATA", usual: ["AppData", "Local"] },
};
const CONFIG: Base = {
  xdg: "XDG_CONFIG_HOME",
  usual: [".config"],
  windows: { variable: "APPDATA", usual: ["AppData", "Roaming"] },
};

/** The specification has relative paths ignored. */
function baseDirectory(
  env: Environment,
  { xdg, usual, windows }: Base,
  platform: NodeJS.Platform = process.platform,
): string | undefined {
  const isWindows = platform === "win32";
  const { isAbsolute, join } = isWindows ? win32 : posix;
  const chosen = [env[xdg], ...(isWindows ? [env[windows.variable]] : [])];
  const folder = chosen.find((path) => path !== undefined && isAbsolute(path));
  if (folder !== undefined) return join(folder, "papo");
  const home = homeDirectory();
  return home === undefined ? undefined : join(home, ...(isWindows ? windows.usual : usual), "papo");
}

function homeDirectory(): string | undefined {
  try {
    const home = homedir();
    return isAbsolute(home) && mayBeFolder(home) ? home : undefined;
  } catch {
    // Neither HOME nor an entry in the list of users, as in some containers.
    return undefined;
  }
}

/** Nobody's home is made by papo: one that is missing (`/nonexistent`) is meant to be. */
function mayBeFolder(path: string): boolean {
  try {
    return statSync(path, { throwIfNoEntry: false })?.isDirectory() ?? false;
  } catch {
    // It is said where something is kept or sought in it.
    return true;
  }
}
