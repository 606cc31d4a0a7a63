import { nearest } from "../../core/text/nearest.ts";
import { EXIT } from "../end/exit-code.ts";
import { Failure } from "../end/failure.ts";
import { cliWords } from "../words/words.ts";
import { OPTIONS, type OptionName } from "./options.ts";
import type { Subcommand } from "./subcommands.ts";

/** Arguments by what they are: options as `parseArgs` reads them, and all the rest in its order. */
export interface SortedArguments {
  readonly options: readonly string[];
  readonly positionals: readonly string[];
}

/** What is meant for an option, whether there is such a one or not. A text has a space, a digit or a sign. */
const OPTION = /^(?:--[a-z][a-z-]*|-[a-z])(?:=.*)?$/is;
/** A text of one word, or an option that lacks a hyphen. */
const HYPHENED = /^-[a-z-]+$/i;

/** A text may begin with a hyphen: what neither is an option nor is meant for one is none. Behind `--`, nothing is. */
export function sortArguments(
  { name, options: known, takes }: Subcommand,
  args: readonly string[],
): SortedArguments {
  const names: readonly OptionName[] = [...known, "help"];
  const options: string[] = [];
  const positionals: string[] = [];
  const rest = [...args];
  for (let word = rest.shift(); word !== undefined; word = rest.shift()) {
    if (word === "--") {
      positionals.push(...rest);
      break;
    }
    const option = word === "-h" ? "help" : names.find((each) => word === `--${each}`);
    const isGiven = option !== undefined || names.some((each) => word?.startsWith(`--${each}=`));
    if (isGiven) {
      options.push(word);
      if (option !== undefined && OPTIONS[option].type === "string") options.push(...rest.splice(0, 1));
      continue;
    }
    const isMeant =
      OPTION.test(word) || (HYPHENED.test(word) && nearest(word.slice(1), names, 1) !== undefined);
    if (word.startsWith("-") && word !== "-" && (takes === "address" || isMeant)) {
      throw new Failure(EXIT.usage, noOption(word, { name, names, takes }));
    }
    positionals.push(word);
  }
  return { options, positionals };
}

interface Called extends Pick<Subcommand, "name" | "takes"> {
  readonly names: readonly OptionName[];
}

function noOption(word: string, { name, names, takes }: Called): string {
  // What stands behind it may be a secret.
  const [option = ""] = word.split(/[=\s]/);
  const options = name === "join" ? [...names, "version"] : names;
  const meant = nearest(option.replace(/^-+/, ""), options);
  return cliWords().shell.noOption({
    option,
    meant: meant && `--${meant}`,
    subcommand: name,
    isMaybeText: takes !== "address",
  });
}
