import type { ExitCode } from "../end/exit-code.ts";
import type { CliCatalogue } from "../words/words.ts";
import type { Call, Takes } from "./call.ts";
import type { OptionName } from "./options.ts";

export interface Subcommand {
  /** What it is for, and what is written behind it, stands in the words. */
  readonly name: keyof CliCatalogue["help"]["subcommands"];
  readonly options: readonly OptionName[];
  readonly takes: Takes;
  readonly examples: readonly string[];
  /** Evaluated only when it runs, and then told of all subcommands: `--version` and `--help` must not wait for it. */
  load(): Promise<{ run(call: Call, all: readonly Subcommand[]): Promise<ExitCode> }>;
}
