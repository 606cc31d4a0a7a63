import type { OptionName } from "./options.ts";

/** What was written behind a subcommand. */
export interface Call {
  readonly values: Readonly<Partial<Record<OptionName, string | boolean>>>;
  readonly positionals: readonly string[];
  /** What stands behind each `--file`, in turn. */
  readonly files?: readonly string[];
  readonly takes: Takes;
}

/** What may stand behind a subcommand besides options. */
export type Takes = "address" | "addresses" | "address and text" | "server and order" | "words";
