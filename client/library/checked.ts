import type { Command, CommandOf } from "../../src/protocol/command.ts";
import { isRefusal } from "../../src/protocol/error.ts";
import { parseCommand } from "../../src/protocol/frame.ts";
import { type Problem as CoreProblem, localProblem, refusedHere } from "../core/problem.ts";

type CommandAsWritten<Type extends Command["type"]> = { readonly type: Type } & Readonly<
  Record<string, unknown>
>;

/** A command as a program has written it, which may be in JavaScript: it is checked as the room would. */
export function checked<Type extends Command["type"]>(
  written: CommandAsWritten<Type>,
): CommandOf<Type> | CoreProblem {
  const command = parseCommand(JSON.stringify({ ...written, cid: 1 }));
  if (isRefusal(command)) return refusedHere(command);
  return isOfType(command, written.type) ? command : localProblem("bad_text");
}

function isOfType<Type extends Command["type"]>(command: Command, type: Type): command is CommandOf<Type> {
  return command.type === type;
}
