import { LANGUAGES } from "../../core/words/languages.ts";
import { TIME_FORMATS } from "../text/time.ts";
import type { CliCatalogue } from "../words/words.ts";

export type OptionName = keyof CliCatalogue["help"]["options"];

export interface OptionKind {
  readonly type: "string" | "boolean";
  readonly short?: string;
  /** What may stand behind it, as far as a shell can complete that. */
  readonly values?: readonly string[] | "files" | "profiles";
  /** Whether it may stand there several times: see `Call.files`. */
  readonly isRepeated?: true;
}

/**
 * Every option of every subcommand; `help.options` of the words says what each is for. No secret is
 * among them: arguments are seen by everybody on the machine.
 */
export const OPTIONS = {
  nick: { type: "string" },
  profile: { type: "string", values: "profiles" },
  "key-file": { type: "string", values: "files" },
  time: { type: "string", values: TIME_FORMATS },
  "no-bell": { type: "boolean" },
  "quiet-rooms": { type: "boolean" },
  "no-color": { type: "boolean" },
  json: { type: "boolean" },
  to: { type: "string" },
  once: { type: "string" },
  whole: { type: "boolean" },
  file: { type: "string", values: "files", isRepeated: true },
  name: { type: "string" },
  since: { type: "string" },
  "no-follow": { type: "boolean" },
  limit: { type: "string", values: ["all"] },
  days: { type: "string" },
  one: { type: "boolean" },
  make: { type: "boolean" },
  all: { type: "boolean" },
  yes: { type: "boolean" },
  listen: { type: "string" },
  moderate: { type: "boolean" },
  unset: { type: "boolean" },
  lang: { type: "string", values: LANGUAGES },
  help: { type: "boolean", short: "h" },
} as const satisfies Record<OptionName, OptionKind>;

/** What every subcommand takes. */
export const EVERYWHERE = ["lang", "help"] as const satisfies readonly OptionName[];
