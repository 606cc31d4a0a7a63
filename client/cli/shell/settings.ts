import type { Address } from "../../core/address.ts";
import type { InvitationLink } from "../../core/invited.ts";
import { type QuietHours, readQuietHours } from "../../core/notify/quiet-hours.ts";
import { EXIT } from "../end/exit-code.ts";
import { Failure } from "../end/failure.ts";
import type { LogChoice } from "../log/room-log.ts";
import { type HttpProxy, proxyFor } from "../net/proxy/proxy.ts";
import type { Environment } from "../person/directories.ts";
import { gateHeaders } from "../person/gate-headers.ts";
import type { ProfileInRoom } from "../person/identity.ts";
import { KeptPass } from "../person/pass.ts";
import {
  checkedPassphrase,
  passphraseIn,
  type Secret,
  type SecretsOptions,
  secretIn,
} from "../person/secrets.ts";
import { type ColorDepth, colorDepth } from "../text/color-depth.ts";
import { TIME_FORMATS, type TimeFormat } from "../text/time.ts";
import type { Comings } from "../view/comings.ts";
import { remark } from "../view/remark.ts";
import { cliWords } from "../words/words.ts";
import type { Call } from "./call.ts";
import { type Config, loadConfig } from "./config.ts";
import { CONFIG_TABLE } from "./config-keys.ts";
import { isProfile } from "./profile.ts";
import { type Where, whereOf } from "./where.ts";

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
  /** What opens something that stands in front of the server. */
  readonly gate: Readonly<Record<string, string>>;
  /** What the way to the server leads through. */
  readonly proxy: HttpProxy | undefined;
  /** What is shown where a server lets in only those who were invited. */
  readonly pass: KeptPass;
  readonly time: TimeFormat;
  readonly bell: boolean;
  /** When nothing rings. */
  readonly quietHours: QuietHours | undefined;
  /** What is told of a call besides the bell: a program; or the terminal, which may show it on the desktop. */
  readonly notify: boolean | readonly string[];
  /** Further words that call. */
  readonly highlight: readonly string[];
  /** Of which rooms it is told who comes and goes. */
  readonly comings: Comings;
  /** Whether pictures are shown, where the terminal is known to take them. */
  readonly pictures: boolean;
  /** What of a room is kept in files, and for how many days. */
  readonly log: LogChoice;
  readonly logDays: number;
  /** Whether what is said in rooms that are not in front is only counted. */
  readonly quietRooms: boolean;
  readonly colorDepth: ColorDepth;
}

export interface Surroundings {
  readonly env: Environment;
  /** Whether the output is a terminal. */
  readonly isTTY: boolean;
  /** Remarks that keep nothing from going on. */
  tell(sentence: string): void;
  /** The link that somebody has typed where no address was given. */
  readonly link?: InvitationLink;
  /** Who somebody was in that room when they were last there. */
  readonly nick?: string | undefined;
  /** The room that is meant where an address names none; without it, one must. */
  readonly room?: string;
}

/** Settles everything that a run of a subcommand needs to know. Throws a Failure about what is wrong. */
export function clientSettings(
  call: Call,
  { env, isTTY, tell, link, nick, room }: Surroundings,
): ClientSettings {
  const { values } = call;
  const config = loadConfig(env);
  const { address, words, invitation } = whereOf(call, {
    env,
    url: config.url,
    link,
    ...(room !== undefined && { room }),
  });
  const profile = profileOf(call, { env, config });
  const secrets = { env, origin: address.origin, url: config.url };
  return {
    env,
    address,
    words,
    nick: text(values.nick) ?? (env.PAPO_NICK || nick || config.nick),
    profile,
    ...keyOf(text(values["key-file"]), secrets),
    admin: toldOf(secretIn("PAPO_ADMIN_TOKEN", secrets)).secret,
    gate: gateHeaders(secrets),
    proxy: proxyFor(address.origin, env),
    pass: passOf({ env, profile, address }, invitation, tell),
    time: timeFormat(text(values.time), config),
    bell: values["no-bell"] !== true && config.bell !== false,
    quietHours: readQuietHours(config["quiet-hours"] ?? ""),
    notify: commandOf(config.notify),
    highlight: config.highlight ?? [],
    comings: config.comings ?? CONFIG_TABLE.comings.usual ?? "all",
    pictures: config.pictures !== "off",
    log: config.log === "private" ? "private" : config.log === true ? "public" : "none",
    logDays: config["log-days"] ?? CONFIG_TABLE["log-days"].usual ?? 0,
    quietRooms: values["quiet-rooms"] === true,
    colorDepth: colorDepth({
      env,
      isTTY,
      noColor: values["no-color"] === true || config.color === false,
    }),
  };
}

/** The same for this process. */
export function settingsOf(
  call: Call,
  beside: Partial<Pick<Surroundings, "link" | "nick" | "room" | "tell">> = {},
): ClientSettings {
  return clientSettings(call, {
    env: process.env,
    isTTY: process.stdout.isTTY,
    tell: remark,
    ...beside,
  });
}

/** Which of the people on this machine. */
export function profileOf({ values }: Call, { env, config }: { env: Environment; config: Config }): string {
  const profile = text(values.profile) ?? (env.PAPO_PROFILE || config.profile) ?? "default";
  if (isProfile(profile)) return profile;
  throw new Failure(EXIT.usage, cliWords().shell.profile);
}

/** The nickname of a run that cannot ask for one. */
export function nickOf({ nick }: ClientSettings): string {
  if (nick !== undefined) return nick;
  throw new Failure(EXIT.usage, cliWords().shell.whichNick);
}

/** What is given for good is kept; what stands in a variable is there in each run. */
function passOf(place: ProfileInRoom, invitation: Where["invitation"], tell: Surroundings["tell"]): KeptPass {
  const pass = new KeptPass(place, invitation?.pass);
  if (invitation?.from === "argument") {
    hideArguments();
    tell(cliWords().person.passInArguments);
  }
  const isKept = invitation !== undefined && invitation.from !== "variable";
  if (!isKept) pass.seek();
  const trouble = isKept ? pass.take(invitation.pass) : undefined;
  if (trouble !== undefined) tell(trouble);
  return pass;
}

/** Whoever looks at the processes of this machine later on sees no more than a name. */
export function hideArguments(): void {
  process.title = "papo";
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

/** No shell reads a text: it is parted at its blanks. */
function commandOf(notify: Config["notify"] = true): ClientSettings["notify"] {
  return typeof notify === "string" ? notify.split(/\s+/) : notify;
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
