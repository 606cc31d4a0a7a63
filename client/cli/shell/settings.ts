import { type Address, parseAddress } from "../../core/address.ts";
import { isProblem } from "../../core/problem.ts";
import { sayProblem } from "../../core/words/say-problem.ts";
import { EXIT } from "../end/exit-code.ts";
import { Failure } from "../end/failure.ts";
import type { Environment } from "../person/directories.ts";
import {
  checkedPassphrase,
  passphraseIn,
  type Secret,
  type SecretsOptions,
  secretIn,
} from "../person/secrets.ts";
import { type ColorDepth, colorDepth } from "../text/color-depth.ts";
import { shown } from "../text/shown.ts";
import { TIME_FORMATS, type TimeFormat } from "../text/time.ts";
import { cliWords } from "../words/words.ts";
import type { Call } from "./call.ts";
import { type Config, loadConfig } from "./config.ts";

/** What a run goes by: of each, the option counts before the variable, and that before the config file. */
export interface ClientSettings {
  readonly env: Environment;
  readonly address: Address;
  /** What is left of the arguments behind the address. */
  readonly words: readonly string[];
  readonly nick: string | undefined;
  readonly profile: string;
  readonly key: string | undefined;
  /** Why the passphrase that is set is not told to this server; undefined where none is. */
  readonly keyWithheld: string | undefined;
  readonly admin: string | undefined;
  readonly time: TimeFormat;
  readonly bell: boolean;
  readonly colorDepth: ColorDepth;
}

export interface Surroundings {
  readonly env: Environment;
  /** Whether the output is a terminal. */
  readonly isTTY: boolean;
}

const SCHEME = /^[a-z][a-z0-9+.-]*:\/\//i;
const PROFILE = /^[A-Za-z0-9_-]{1,32}$/;

/** Settles everything that a run of a subcommand needs to know. Throws a Failure about what is wrong. */
export function clientSettings(call: Call, { env, isTTY }: Surroundings): ClientSettings {
  const { values } = call;
  const config = loadConfig(env);
  const { written, words } = splitAddress(call, env.PAPO_URL || config.url);
  const address = parseAddress(written);
  if (isProblem(address)) {
    const told = { written: shown(written), why: sayProblem(address) };
    throw new Failure(EXIT.usage, cliWords().shell.badAddress(told));
  }
  const profile = text(values.profile) ?? (env.PAPO_PROFILE || config.profile) ?? "default";
  if (!PROFILE.test(profile)) {
    throw new Failure(EXIT.usage, cliWords().shell.profile);
  }
  const secrets = { env, address, url: config.url };
  return {
    env,
    address,
    words,
    nick: text(values.nick) ?? (env.PAPO_NICK || config.nick),
    profile,
    ...keyOf(text(values["key-file"]), secrets),
    admin: toldOf(secretIn("PAPO_ADMIN_TOKEN", secrets)).secret,
    time: timeFormat(text(values.time), config),
    bell: values["no-bell"] !== true && config.bell !== false,
    colorDepth: colorDepth({
      env,
      isTTY,
      noColor: values["no-color"] === true || config.color === false,
    }),
  };
}

/** The nickname of a run that cannot ask for one. */
export function nickOf({ nick }: ClientSettings): string {
  if (nick !== undefined) return nick;
  throw new Failure(EXIT.usage, cliWords().shell.whichNick);
}

/** With an address known, only what is surely one is taken for another: `papo send see a/b` sends `see a/b`. */
function splitAddress(
  { positionals, takes }: Call,
  known: string | undefined,
): { written: string; words: readonly string[] } {
  const [first, ...rest] = positionals;
  if (first !== undefined && (takes === "address" || known === undefined || SCHEME.test(first))) {
    return { written: first, words: rest };
  }
  if (known !== undefined) return { written: known, words: positionals };
  throw new Failure(EXIT.usage, cliWords().shell.whichRoom);
}

function keyOf(
  file: string | undefined,
  secrets: SecretsOptions,
): Pick<ClientSettings, "key" | "keyWithheld"> {
  if (file !== undefined) {
    return {
      key: checkedPassphrase(passphraseIn(file), cliWords().person.noPassphraseInFile(file)),
      keyWithheld: undefined,
    };
  }
  const { secret, withheld } = toldOf(secretIn("PAPO_KEY", secrets));
  return { key: checkedPassphrase(secret, cliWords().person.noPassphraseInVariable), keyWithheld: withheld };
}

function toldOf(secret: Secret | undefined): { secret?: string; withheld?: string } {
  return secret ?? {};
}

function timeFormat(written: string | undefined, config: Config): TimeFormat {
  if (written === undefined) return config.time ?? "hm";
  const format = TIME_FORMATS.find((each) => each === written);
  if (format === undefined) throw new Failure(EXIT.usage, cliWords().shell.time(TIME_FORMATS));
  return format;
}

function text(value: string | boolean | undefined): string | undefined {
  return typeof value === "string" && value !== "" ? value : undefined;
}
