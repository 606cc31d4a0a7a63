import { statSync } from "node:fs";
import { homedir } from "node:os";
import { isAbsolute, join } from "node:path";

/** The variables of the surrounding process. */
export type Environment = Readonly<Record<string, string | undefined>>;

/** Where papo keeps who its person is (XDG Base Directory Specification); undefined where they have no home. */
export function stateDirectory(env: Environment): string | undefined {
  return baseDirectory(env.XDG_STATE_HOME, [".local", "state"]);
}

/** Where papo looks for its person's choices; undefined where they have no home. */
export function configDirectory(env: Environment): string | undefined {
  return baseDirectory(env.XDG_CONFIG_HOME, [".config"]);
}

/** The specification has relative paths ignored. */
function baseDirectory(chosen: string | undefined, usual: readonly string[]): string | undefined {
  if (chosen !== undefined && isAbsolute(chosen)) return join(chosen, "papo");
  const home = homeDirectory();
  return home === undefined ? undefined : join(home, ...usual, "papo");
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
