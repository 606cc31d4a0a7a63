import { isCalled } from "../../core/slash/self.ts";
import { SLASH_COMMANDS } from "../../core/slash/slash-commands.ts";

/** Whether a line asks to leave the room. */
export function isClosing(line: string): boolean {
  const word = /^\/(\S*)/.exec(line)?.[1]?.toLowerCase() ?? "";
  return SLASH_COMMANDS.some((command) => command.name === "close" && isCalled(command, word));
}
