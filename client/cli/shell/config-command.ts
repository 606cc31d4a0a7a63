import { nearest } from "../../core/text/nearest.ts";
import { oneLine } from "../../core/text/one-line.ts";
import { EXIT, type ExitCode } from "../end/exit-code.ts";
import { Failure } from "../end/failure.ts";
import { output } from "../end/output.ts";
import { jsonLine } from "../text/json-line.ts";
import { shown } from "../text/shown.ts";
import { layOut } from "../view/lay-out.ts";
import { listed } from "../view/log-line.ts";
import { remark } from "../view/remark.ts";
import { cliWords } from "../words/words.ts";
import type { Call } from "./call.ts";
import { CONFIG_KEYS, type Config, type ConfigName, configFile, loadConfig } from "./config.ts";
import { setInConfig, unsetInConfig } from "./config-file.ts";
import { CONFIG_TABLE, type ConfigKey } from "./config-keys.ts";

/** `papo config`: shows, sets and explains what a person has chosen once and for all. */
export async function run({ positionals, values }: Call): Promise<ExitCode> {
  const [written, ...value] = positionals;
  const { env } = process;
  const words = cliWords().config;
  if (values.unset) {
    if (written === undefined) throw new Failure(EXIT.usage, words.unsetWhat);
    const [more] = value;
    const told = { key: shown(written), written: shown(more ?? "") };
    if (more !== undefined) throw new Failure(EXIT.usage, words.unsetTakesOne(told));
    if (!unsetInConfig(configFile(env), written)) keyOf(written);
    return EXIT.fine;
  }
  if (written === undefined) showAll(loadConfig(env), { isJson: values.json === true });
  else if (value.length === 0) showOne(keyOf(written), { isJson: values.json === true });
  else set(keyOf(written), value);
  return EXIT.fine;
}

function showAll(config: Config, { isJson }: { isJson: boolean }): void {
  if (isJson) {
    output.write(jsonLine(config));
    return;
  }
  const words = cliWords().config;
  remark(words.list(configFile(process.env)));
  const rows = CONFIG_KEYS.map((key) => {
    const value = plain(key, config[key]);
    const usual = plain(key, CONFIG_TABLE[key].usual);
    const told = value ?? (usual === undefined ? words.unset : words.usual(usual));
    return [key, told, words.row({ help: words.keys[key].help, before: beforeOf(key) })] as const;
  });
  const widths = [0, 1].map((column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)));
  const lines = rows.map(
    ([key, told, help]) => `${key.padEnd(widths[0] ?? 0)}  ${told.padEnd(widths[1] ?? 0)}  ${help}`,
  );
  output.write(layOut(lines.map(listed), process.stdout));
}

/** The value for a program, and what it is about for whoever reads on. */
function showOne(key: ConfigName, { isJson }: { isJson: boolean }): void {
  const value = loadConfig(process.env)[key] ?? CONFIG_TABLE[key].usual;
  if (isJson) output.write(jsonLine(value ?? null));
  else if (value !== undefined) output.write(`${plain(key, value)}\n`);
  const words = cliWords().config;
  remark(words.explained({ key, ...words.keys[key], before: beforeOf(key) }));
}

function set(key: ConfigName, written: readonly string[]): void {
  setInConfig(configFile(process.env), key, written);
  const { variable }: ConfigKey<unknown> = CONFIG_TABLE[key];
  if (variable !== undefined && process.env[variable]) remark(cliWords().config.isBehind({ key, variable }));
}

function keyOf(written: string): ConfigName {
  const key = CONFIG_KEYS.find((each) => each === written);
  if (key !== undefined) return key;
  const told = { written: shown(written), meant: nearest(written, CONFIG_KEYS), keys: CONFIG_KEYS };
  throw new Failure(EXIT.usage, cliWords().config.noKey(told));
}

function beforeOf(key: ConfigName): string[] {
  const { option, variable }: ConfigKey<unknown> = CONFIG_TABLE[key];
  return [...(option === undefined ? [] : [`--${option}`]), ...(variable === undefined ? [] : [variable])];
}

/** As it is written behind its key; what may be a secret in an address is left out. */
function plain(key: ConfigName, value: unknown): string | undefined {
  if (value === undefined) return undefined;
  const text = typeof value === "string" ? value : JSON.stringify(value);
  return oneLine(key === "url" ? shown(text) : text);
}
