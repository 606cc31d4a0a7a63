import { homedir } from "node:os";
import { isAbsolute, join } from "node:path";

/** The variables of the surrounding process. */
export type Environment = Readonly<Record<string, string | undefined>>;

/** Where papo keeps who its person is (XDG Base Directory Specification). */
export function stateDirectory(env: Environment): string {
  return join(baseDirectory(env.XDG_STATE_HOME, [".local", "state"]), "papo");
}

/** Where papo looks for its person's choices. */
export function configDirectory(env: Environment): string {
  return join(baseDirectory(env.XDG_CONFIG_HOME, [".config"]), "papo");
}

/** The specification has relative paths ignored. */
function baseDirectory(chosen: string | undefined, usual: readonly string[]): string {
  return chosen !== undefined && isAbsolute(chosen) ? chosen : join(homedir(), ...usual);
}
