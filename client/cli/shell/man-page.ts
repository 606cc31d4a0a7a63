import { cliWords } from "../words/words.ts";
import { CONFIG_KEYS } from "./config.ts";
import { headOf } from "./help-text.ts";
import { OPTIONS, type OptionName } from "./options.ts";
import { plainPage, roffPage, type Section } from "./page-form.ts";
import { SUBCOMMANDS } from "./subcommands.ts";

/** Columns that are easily read. */
const WIDEST = 100;

/** The manual page, from the tables of `--help`: roff for `man`, or, where a terminal has some columns, text to be read as it is. */
export function manPage({ version, columns }: { version: string; columns: number | undefined }): string {
  if (columns === undefined) return roffPage(sections(), { version, kind: cliWords().man.kind });
  return plainPage(sections(), Math.min(columns, WIDEST));
}

function sections(): Section[] {
  const { man, help, config, keys: bindings } = cliWords();
  const { titles } = man;
  const items = (table: Readonly<Record<string, string>>) =>
    Object.entries(table).map(([head, text]) => ({ head, text }));
  const commands = SUBCOMMANDS.map(({ name, options }) => {
    const { usage, summary } = help.subcommands[name];
    const names = options.map((option) => `--${option}`);
    return {
      head: `papo ${name} ${usage}`,
      text: `${summary}.`,
      ...(names.length > 0 && { more: man.takes(names) }),
    };
  });
  const own = { head: `papo help ${help.helpCommand.usage}`, text: `${help.helpCommand.summary}.` };
  const names = Object.keys(OPTIONS).filter((name): name is OptionName => name in OPTIONS);
  const keys = CONFIG_KEYS.map((key) => {
    const { value, help: text } = config.keys[key];
    return { head: `${key}: ${value}`, text };
  });
  return [
    { title: titles.name, text: [`papo - ${man.about}`] },
    { title: titles.synopsis, code: man.synopsis },
    { title: titles.description, text: man.description },
    { title: titles.commands, items: [...commands, { ...own, more: man.takes(["--man"]) }] },
    {
      title: titles.options,
      items: names.map((name) => ({ head: headOf(name), text: help.options[name].help })),
    },
    { title: titles.keys, items: bindings.rows.map(([head, text]) => ({ head, text: `${text}.` })) },
    { title: titles.config, text: [man.config], items: keys },
    { title: titles.environment, items: items(man.environment) },
    { title: titles.files, items: items(man.files) },
    { title: titles.exit, items: items(man.exit) },
    { title: titles.examples, code: SUBCOMMANDS.flatMap(({ examples }) => examples) },
  ];
}
