import type { ParseArgsOptionDescriptor } from "node:util";
import type { CliCatalogue } from "../words/words.ts";

export type OptionName = keyof CliCatalogue["help"]["options"];

/**
 * Every option of every subcommand; `help.options` of the words says what each is for. No secret is
 * among them: arguments are seen by everybody on the machine.
 */
export const OPTIONS = {
  nick: { type: "string" },
  profile: { type: "string" },
  "key-file": { type: "string" },
  time: { type: "string" },
  "no-bell": { type: "boolean" },
  "no-color": { type: "boolean" },
  json: { type: "boolean" },
  to: { type: "string" },
  once: { type: "string" },
  whole: { type: "boolean" },
  since: { type: "string" },
  "no-follow": { type: "boolean" },
  limit: { type: "string" },
  days: { type: "string" },
  one: { type: "boolean" },
  make: { type: "boolean" },
  all: { type: "boolean" },
  yes: { type: "boolean" },
  help: { type: "boolean", short: "h" },
} as const satisfies Record<OptionName, ParseArgsOptionDescriptor>;
