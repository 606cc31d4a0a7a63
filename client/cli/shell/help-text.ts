import { cliWords } from "../words/words.ts";
import { EVERYWHERE, OPTIONS, type OptionKind, type OptionName } from "./options.ts";
import { broken } from "./page-form.ts";
import type { Subcommand } from "./subcommand.ts";
import { SUBCOMMANDS } from "./subcommands.ts";

/** Columns where nobody says how many there are. */
const COLUMNS = 80;
/** Characters of what stands beside what it means; what is longer stands above it. */
const BESIDE = 30;

/** What `papo --help` prints. */
export function generalHelp(columns = COLUMNS): string {
  const { help } = cliWords();
  const commands = SUBCOMMANDS.map(({ name }) => {
    const { usage, summary } = help.subcommands[name];
    return [`papo ${name} ${usage}`, summary] as const;
  });
  return fitted([help.general(inColumns(commands)), "", help.exitCodes, ""], columns).join("\n");
}

/** What `papo send --help` prints. */
export function helpOf({ name, options, examples }: Subcommand, columns = COLUMNS): string {
  const { help } = cliWords();
  const { usage, summary } = help.subcommands[name];
  const names: OptionName[] = [...options, ...EVERYWHERE];
  const rows = inColumns(names.map((option) => [headOf(option), help.options[option].help] as const));
  return [
    ...fitted([help.about({ call: `papo ${name} ${usage}`, summary }), "", ...rows], columns),
    "",
    help.examples,
    // To be copied.
    ...examples.map((example) => `  ${example}`),
    ...fitted(["", help.exitCodes, ""], columns),
  ].join("\n");
}

export function headOf(name: OptionName): string {
  const { short }: OptionKind = OPTIONS[name];
  const { value } = cliWords().help.options[name];
  return `${short === undefined ? "" : `-${short}, `}--${name}${value === "" ? "" : ` ${value}`}`;
}

function inColumns(rows: readonly (readonly [string, string])[]): string[] {
  const width = Math.max(...rows.map(([head]) => head.length).filter((length) => length <= BESIDE));
  return rows.flatMap(([head, text]) => {
    const indent = " ".repeat(width + 4);
    return head.length > width ? [`  ${head}`, indent + text] : [`  ${head.padEnd(width)}  ${text}`];
  });
}

/** Lines of a page, broken between words; what goes on stands under the last column of a table. */
function fitted(page: readonly string[], columns: number): string[] {
  const lines = page.flatMap((each) => each.split("\n"));
  return lines.flatMap((line) => {
    if (line.length <= columns) return [line];
    const [, head = "", text = ""] = /^( *(?:\S.*? {2,})?)(.*)$/.exec(line) ?? [];
    const indent = head.length > columns / 2 ? 4 : head.length;
    const [first = "", ...more] = broken(text, { columns, indent });
    return indent < head.length ? [head.trimEnd(), first, ...more] : [head + first.slice(indent), ...more];
  });
}
