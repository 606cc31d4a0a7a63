import { OPTIONS, type Option, type OptionName } from "./options.ts";
import { SUBCOMMANDS, type Subcommand } from "./subcommands.ts";

const EXIT_CODES =
  "Exit codes: 0 fine, 1 failure or network, 2 wrong usage, 3 nickname or person refused, " +
  "4 passphrase, 5 something not sent.";

/** What `papo --help` prints. */
export function generalHelp(): string {
  const commands = SUBCOMMANDS.map(({ name, usage, summary }) => [`papo ${name} ${usage}`, summary] as const);
  return [
    "papo: group chat in rooms.",
    "",
    "  papo https://HOST/ROOM             join a room and talk",
    "",
    ...columns(commands),
    "  papo --version",
    "",
    "papo COMMAND --help tells more. In a room, /help does.",
    "",
    "The address may be left out where PAPO_URL or the config file has it. An option comes before",
    "its variable, and that before the config file:",
    "  $XDG_CONFIG_HOME/papo/config.json  url, nick, profile, time, bell, color",
    "Who you are is kept in $XDG_STATE_HOME/papo: in each room, one person a nickname.",
    "PAPO_KEY and PAPO_ADMIN_TOKEN go to the server of PAPO_URL or the config file, and to those in",
    "PAPO_SECRETS_FOR (hosts, separated by commas); to no other.",
    "",
    EXIT_CODES,
    "",
  ].join("\n");
}

/** What `papo send --help` prints. */
export function helpOf({ name, usage, summary, options, examples }: Subcommand): string {
  const names: OptionName[] = [...options, "help"];
  return [
    `papo ${name} ${usage}: ${summary}`,
    "",
    ...columns(names.map((option) => [headOf(option), OPTIONS[option].help] as const)),
    "",
    "Examples:",
    ...examples.map((example) => `  ${example}`),
    "",
    EXIT_CODES,
    "",
  ].join("\n");
}

function headOf(name: OptionName): string {
  const { short, value }: Option = OPTIONS[name];
  return `${short === undefined ? "" : `-${short}, `}--${name}${value === undefined ? "" : ` ${value}`}`;
}

function columns(rows: readonly (readonly [string, string])[]): string[] {
  const width = Math.max(...rows.map(([head]) => head.length));
  return rows.map(([head, text]) => `  ${head.padEnd(width)}  ${text}`);
}
