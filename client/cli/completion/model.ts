import { DOORS } from "../../../src/protocol/http.ts";
import { ADMIN_ORDERS } from "../shell/admin-orders.ts";
import { CONFIG_KEYS } from "../shell/config.ts";
import { CONFIG_TABLE, type ConfigKey } from "../shell/config-keys.ts";
import { EVERYWHERE, OPTIONS, type OptionKind, type OptionName } from "../shell/options.ts";
import type { Subcommand } from "../shell/subcommand.ts";
import { cliWords } from "../words/words.ts";

/** All that a shell may complete, from the tables of `--help`. */
export interface CompletionModel {
  readonly commands: readonly CompletedCommand[];
  /** Every option that has a value, by name. */
  readonly values: readonly CompletedOption[];
}

export interface CompletedCommand {
  readonly name: string;
  readonly summary: string;
  readonly options: readonly CompletedOption[];
  /** Words that may stand behind it. */
  readonly words: readonly string[];
  /** What may stand behind some of these words; behind the others, nothing that is known. */
  readonly behind: Readonly<Record<string, OptionValues>>;
  /** Whether a room may be named without its server. */
  readonly takesNames: boolean;
  /** Which addresses stand behind it, of those that this machine has seen. */
  readonly addresses: "rooms" | "servers" | "none";
}

export interface CompletedOption {
  readonly name: string;
  readonly help: string;
  /** What stands behind it; "" where nothing does. */
  readonly value: string;
  /** What that may be. */
  readonly values: OptionValues;
}

type OptionValues = NonNullable<OptionKind["values"]>;

export const SHELLS = ["bash", "zsh", "fish"] as const;
export type Shell = (typeof SHELLS)[number];

export function completionModel(all: readonly Subcommand[]): CompletionModel {
  const { help } = cliWords();
  const words: Readonly<Record<string, readonly string[]>> = {
    admin: [...ADMIN_ORDERS, ...DOORS],
    completion: SHELLS,
    config: CONFIG_KEYS,
    help: all.map(({ name }) => name),
  };
  const commands = all.map(({ name, options, takes }): CompletedCommand => {
    const addresses = takes === "words" ? "none" : takes === "server and order" ? "servers" : "rooms";
    const { summary } = help.subcommands[name];
    const told = [...options, ...EVERYWHERE].map(optionOf);
    return {
      ...{ name, summary, options: told, words: words[name] ?? [], addresses },
      behind: name === "config" ? valuesOfKeys() : {},
      takesNames: takes === "addresses",
    };
  });
  const named = new Set([...all.flatMap(({ options }) => options), ...EVERYWHERE]);
  const values = [...named].map(optionOf).filter(({ value }) => value !== "");
  const { summary } = help.helpCommand;
  const man = { name: "man", help: help.helpCommand.man, value: "", values: [] as const };
  return {
    commands: [
      ...commands,
      {
        ...{ name: "help", summary, options: [man], words: words.help ?? [], addresses: "none" },
        ...{ behind: {}, takesNames: false },
      },
    ],
    values,
  };
}

function valuesOfKeys(): CompletedCommand["behind"] {
  return Object.fromEntries(
    CONFIG_KEYS.map((key) => {
      const { values = [] }: ConfigKey<unknown> = CONFIG_TABLE[key];
      return [key, values];
    }),
  );
}

function optionOf(name: OptionName): CompletedOption {
  const { value, help } = cliWords().help.options[name];
  const { values = [] }: OptionKind = OPTIONS[name];
  return { name, help, value, values };
}
