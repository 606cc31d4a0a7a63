import { cliWords } from "../words/words.ts";
import { OPTIONS, type OptionKind, type OptionName } from "./options.ts";
import type { Subcommand } from "./subcommand.ts";
import { SUBCOMMANDS } from "./subcommands.ts";

/** What `papo --help` prints. */
export function generalHelp(): string {
  const { help } = cliWords();
  const commands = SUBCOMMANDS.map(({ name }) => {
    const { usage, summary } = help.subcommands[name];
    return [`papo ${name} ${usage}`, summary] as const;
  });
  return [help.general(columns(commands)), "", help.exitCodes, ""].join("\n");
}

/** What `papo send --help` prints. */
export function helpOf({ name, options, examples }: Subcommand): string {
  const { help } = cliWords();
  const { usage, summary } = help.subcommands[name];
  const names: OptionName[] = [...options, "help"];
  return [
    help.about({ call: `papo ${name} ${usage}`, summary }),
    "",
    ...columns(names.map((option) => [headOf(option), help.options[option].help] as const)),
    "",
    help.examples,
    ...examples.map((example) => `  ${example}`),
    "",
    help.exitCodes,
    "",
  ].join("\n");
}

export function headOf(name: OptionName): string {
  const { short }: OptionKind = OPTIONS[name];
  const { value } = cliWords().help.options[name];
  return `${short === undefined ? "" : `-${short}, `}--${name}${value === "" ? "" : ` ${value}`}`;
}

function columns(rows: readonly (readonly [string, string])[]): string[] {
  const width = Math.max(...rows.map(([head]) => head.length));
  return rows.map(([head, text]) => `  ${head.padEnd(width)}  ${text}`);
}
