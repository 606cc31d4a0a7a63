import { isCalled } from "../../core/slash/self.ts";
import type { SlashCommand } from "../../core/slash/slash-command.ts";

/** The secret of an invitation, as its link has it. */
const PASS = /pass=/i;
/** What has the form of a code of `/link`, or of another key: eight groups of four, apart or not. */
const CODE = /(?:[\da-z]{4}[\s-]?){8}/i;

/**
 * Whether what was sent may be kept for later runs: what is said to all, and
 * commands that are known not to hold a secret, or words for one person alone.
 * What begins with a blank is not to be kept, as in shells.
 */
export function mayBeKept(line: string, commands: readonly SlashCommand[]): boolean {
  if (/^\s|^$/.test(line) || PASS.test(line) || CODE.test(line)) return false;
  if (!line.startsWith("/") || line.startsWith("//")) return true;
  const word = /^\/(\S*)/.exec(line)?.[1]?.toLowerCase() ?? "";
  const command = commands.find((each) => isCalled(each, word));
  return command !== undefined && command.isConfidential !== true;
}
