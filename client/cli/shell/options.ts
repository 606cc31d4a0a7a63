import type { ParseArgsOptionDescriptor } from "node:util";

/** An option as it is parsed, and as `--help` shows it. */
export interface Option extends ParseArgsOptionDescriptor {
  /** What stands behind it. */
  readonly value?: string;
  readonly help: string;
}

/** Every option of every subcommand. No secret is among them: arguments are seen by everybody on the machine. */
export const OPTIONS = {
  nick: { type: "string", value: "NAME", help: "your nickname, and with it who you are (or PAPO_NICK)" },
  profile: { type: "string", value: "NAME", help: "a set of people of its own (or PAPO_PROFILE)" },
  "key-file": {
    type: "string",
    value: "FILE",
    help: "the passphrase of a locked room (or PAPO_KEY, see PAPO_SECRETS_FOR)",
  },
  time: { type: "string", value: "off|hm|hms|iso", help: "how times are shown" },
  "no-bell": { type: "boolean", help: "no bell when somebody mentions you" },
  "no-color": { type: "boolean", help: "no colours (or NO_COLOR)" },
  json: { type: "boolean", help: "one JSON object a line" },
  to: { type: "string", value: "NICK", help: "to this person alone" },
  once: { type: "string", value: "ID", help: "store it once, however often it is sent with this ID" },
  whole: { type: "boolean", help: "all of standard input as one message" },
  since: {
    type: "string",
    value: "1h|ID",
    help: "from that long ago (s, m, h, d), or behind the message of that id",
  },
  "no-follow": { type: "boolean", help: "only what is there already" },
  limit: { type: "string", value: "N|all", help: "the newest N messages (50)" },
  help: { type: "boolean", short: "h", help: "show this" },
} as const satisfies Record<string, Option>;

export type OptionName = keyof typeof OPTIONS;
