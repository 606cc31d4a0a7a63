import { LIMITS } from "./protocol/limits.ts";

/** What a deployment may choose, checked. */
export interface Settings {
  /** Milliseconds for which a nickname waits for somebody whose connection dropped. */
  readonly nickHold: number;
  /** Characters of a nickname, at least. */
  readonly nickMin: number;
  /** Durable events that a room keeps. */
  readonly historyMessages: number;
  /** Milliseconds for which a room keeps an event, and itself once it is empty. */
  readonly historyAge: number;
  /** Commands that one person may send at once. */
  readonly burst: number;
  /** Commands a second that one person may send in the long run. */
  readonly perSecond: number;
  /** People in one room. */
  readonly maxMembers: number;
  /** Other origins whose pages may use this server. */
  readonly allowedOrigins: ReadonlySet<string>;
  /** The secret that makes its bearer an owner of any room. */
  readonly adminToken: string | undefined;
  /** Told by `npm start`, and nobody else: another one where the data is a copy that has been put in place. */
  readonly dataGeneration: number | undefined;
}

/** Characters of an admin token: too many to be guessed, and few enough to be sent. */
const ADMIN_TOKEN = { least: 20, most: 256 };

/** The variables of the deployment, as they come: strings, or missing. */
export type Variables = Readonly<Record<string, unknown>>;

/** Says which variable is wrong, and what it should be. */
export class SettingsError extends Error {
  override name = "SettingsError";
}

/** Reads and checks the settings. Throws a {@link SettingsError} that names every wrong one. */
export function readSettings(variables: Variables): Settings {
  const wrong: string[] = [];
  const text = (name: string, fallback: string): string => {
    const value = variables[name] ?? fallback;
    return String(value).trim();
  };
  const number = (name: string, fallback: number, [least, most]: readonly [number, number]): number => {
    const value = text(name, String(fallback));
    const parsed = value === "" ? Number.NaN : Number(value);
    if (parsed >= least && parsed <= most) return parsed;
    wrong.push(`${name} is "${value}", but must be a number from ${least} to ${most}`);
    return fallback;
  };
  const whole = (name: string, fallback: number, range: readonly [number, number]): number => {
    const value = number(name, fallback, range);
    if (Number.isInteger(value)) return value;
    wrong.push(`${name} is "${value}", but must be a whole number`);
    return fallback;
  };
  const origins = text("ALLOWED_ORIGINS", "")
    .split(",")
    .map((origin) => origin.trim())
    .filter((origin) => origin !== "")
    .map((origin) => {
      const parsed = URL.canParse(origin) ? new URL(origin) : undefined;
      // No page has another scheme, and a star would be taken literally.
      const isWeb = /^https?:$/.test(parsed?.protocol ?? "") && !origin.includes("*");
      if (parsed && isWeb && parsed.origin === origin.toLowerCase()) return parsed.origin;
      wrong.push(`ALLOWED_ORIGINS has "${origin}", but must list origins such as https://example.org`);
      return origin;
    });
  const adminToken = text("ADMIN_TOKEN", "");
  // Says nothing of the value: it is a secret.
  if (adminToken !== "" && (adminToken.length < ADMIN_TOKEN.least || adminToken.length > ADMIN_TOKEN.most)) {
    wrong.push(`ADMIN_TOKEN must have ${ADMIN_TOKEN.least} to ${ADMIN_TOKEN.most} characters`);
  }

  const generation = text("DATA_GENERATION", "");

  const settings: Settings = {
    nickHold: number("NICK_HOLD_SECONDS", 30, [0, 86_400]) * 1_000,
    nickMin: whole("NICK_MIN", LIMITS.nick[0], [1, LIMITS.nick[0]]),
    historyMessages: whole("HISTORY_MESSAGES", 10_000, [1, 1_000_000]),
    historyAge: number("HISTORY_DAYS", 30, [0.000_01, 3_650]) * 86_400_000,
    burst: whole("MESSAGE_BURST", 10, [1, 1_000_000_000]),
    perSecond: number("MESSAGES_PER_SECOND", 5, [0.001, 1_000_000_000]),
    maxMembers: whole("MAX_MEMBERS", 5_000, [1, 20_000]),
    allowedOrigins: new Set(origins),
    adminToken: adminToken === "" ? undefined : adminToken,
    dataGeneration: generation === "" ? undefined : whole("DATA_GENERATION", 1, [1, Number.MAX_SAFE_INTEGER]),
  };
  if (wrong.length > 0) throw new SettingsError(`Wrong settings: ${wrong.join("; ")}.`);
  return settings;
}
