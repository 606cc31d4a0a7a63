import { nearest } from "../../core/text/nearest.ts";
import { EXIT } from "../end/exit-code.ts";
import { Failure } from "../end/failure.ts";
import { shown } from "../text/shown.ts";
import { cliWords } from "../words/words.ts";
import type { Call } from "./call.ts";
import { EVERYWHERE, OPTIONS, type OptionKind, type OptionName } from "./options.ts";
import type { Subcommand } from "./subcommand.ts";

/** Arguments by what they are: options, and all the rest in its order. */
export type SortedArguments = Pick<Call, "values" | "positionals" | "files">;

/** What is meant for an option, whether there is such a one or not. A text has a space, a digit or a sign. */
const OPTION = /^(?:--[a-z][a-z-]*|-[a-z])(?:=.*)?$/is;
/** A text of one word, or an option that lacks a hyphen. */
const HYPHENED = /^-[a-z-]+$/i;

/** A text may begin with a hyphen: what neither is an option nor is meant for one is none. Behind `--`, nothing is. */
export function sortArguments(
  { name, options: known, takes }: Subcommand,
  args: readonly string[],
): SortedArguments {
  const names: readonly OptionName[] = [...known, ...EVERYWHERE];
  const values: Partial<Record<OptionName, string | boolean>> = {};
  const positionals: string[] = [];
  const files: string[] = [];
  const rest = [...args];
  for (let word = rest.shift(); word !== undefined; word = rest.shift()) {
    if (word === "--") {
      positionals.push(...rest);
      break;
    }
    const [head] = word.split("=", 1);
    const option = word === "-h" ? "help" : names.find((each) => head === `--${each}`);
    if (option !== undefined) {
      const value = optionValue(option, { written: valueIn(word), rest, names, subcommand: name });
      const { isRepeated }: OptionKind = OPTIONS[option];
      if (isRepeated && typeof value === "string") files.push(value);
      else values[option] = value;
      continue;
    }
    const isMeant =
      OPTION.test(word) || (HYPHENED.test(word) && nearest(word.slice(1), names, 1) !== undefined);
    if (word.startsWith("-") && word !== "-" && (takes !== "address and text" || isMeant)) {
      throw new Failure(EXIT.usage, noOption(word, { name, names, takes }));
    }
    positionals.push(word);
  }
  return { values, positionals, ...(files.length > 0 && { files }) };
}

/** What is written behind the `=`, if there is one. */
function valueIn(word: string): string | undefined {
  const at = word.indexOf("=");
  return at < 0 ? undefined : word.slice(at + 1);
}

interface Given {
  readonly written: string | undefined;
  /** What stands behind the option, of which its value is taken. */
  readonly rest: string[];
  readonly names: readonly OptionName[];
  readonly subcommand: Subcommand["name"];
}

function optionValue(name: OptionName, { written, rest, names, subcommand }: Given): string | boolean {
  const { shell, help } = cliWords();
  const told = { option: `--${name}`, value: help.options[name].value, subcommand };
  if (OPTIONS[name].type === "boolean") {
    if (written === undefined) return true;
    throw new Failure(EXIT.usage, shell.noValue(told));
  }
  const value = written ?? rest.shift();
  // Where the next option stands, the value was forgotten; any other may begin with a hyphen.
  const isForgotten = value === "--" || names.some((each) => value?.split("=")[0] === `--${each}`);
  if (value !== undefined && (written !== undefined || !isForgotten)) return value;
  throw new Failure(EXIT.usage, shell.valueMissing(told));
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
    option: shown(option),
    meant: meant && `--${meant}`,
    subcommand: name,
    isMaybeText: takes === "address and text",
  });
}
