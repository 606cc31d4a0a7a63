import { nearest } from "../../core/text/nearest.ts";
import { EXIT } from "../end/exit-code.ts";
import { Failure } from "../end/failure.ts";
import { shown } from "../text/shown.ts";
import { cliWords } from "../words/words.ts";
import { sortArguments } from "./arguments.ts";
import type { Call } from "./call.ts";
import { checkLanguage } from "./language.ts";
import { withoutLanguage } from "./language-option.ts";
import type { Subcommand } from "./subcommand.ts";
import { SUBCOMMANDS } from "./subcommands.ts";

/** What the shell has asked for. */
export type Request =
  | { type: "version" }
  /** Of one subcommand, or of papo as a whole. */
  | { type: "help"; subcommand?: Subcommand }
  /** All help in one. */
  | { type: "man" }
  | { type: "run"; subcommand: Subcommand; call: Call };

const WORD = /^[a-z]+$/i;

/** Reads the arguments behind the program's name. Throws a Failure about what cannot be understood. */
export function parseCommandLine(written: readonly string[]): Request {
  const { language, isCut, rest: args } = withoutLanguage(written);
  if (isCut || language !== undefined) checkLanguage(language ?? "");
  const [first = "", ...rest] = args;
  const named = SUBCOMMANDS.find(({ name }) => name === first);
  if (named !== undefined) return parseCall(named, rest);
  if (first === "--version" || first === "-V") return { type: "version" };
  if (first === "help" || first === "--help" || first === "-h") return help(rest);
  // No address is one word: there is a room in it, or a slash is missing.
  if (WORD.test(first) && meantBy(first) !== undefined) throw noSubcommand(first);
  const [join] = SUBCOMMANDS;
  if (join === undefined) throw new Error("There is no subcommand.");
  return parseCall(join, args);
}

function help([name]: readonly string[]): Request {
  if (name === undefined || name === "--help" || name === "-h") return { type: "help" };
  if (name === "--man") return { type: "man" };
  const subcommand = SUBCOMMANDS.find((each) => each.name === name);
  if (subcommand === undefined) throw noSubcommand(name);
  return { type: "help", subcommand };
}

function noSubcommand(name: string): Failure {
  return new Failure(EXIT.usage, cliWords().shell.noSubcommand({ name: shown(name), meant: meantBy(name) }));
}

function meantBy(word: string): string | undefined {
  return nearest(word, [...SUBCOMMANDS.map(({ name }) => name), "help"]);
}

function parseCall(subcommand: Subcommand, args: readonly string[]): Request {
  const { values, positionals, files } = sortArguments(subcommand, args);
  if (values.help) return { type: "help", subcommand };
  const [, argument] = positionals;
  if (subcommand.takes === "address" && argument !== undefined) {
    throw new Failure(
      EXIT.usage,
      cliWords().shell.tooMuch({ subcommand: subcommand.name, argument: shown(argument) }),
    );
  }
  return {
    type: "run",
    subcommand,
    call: { values, positionals, takes: subcommand.takes, ...(files && { files }) },
  };
}
