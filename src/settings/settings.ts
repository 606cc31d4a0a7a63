import { refuseAs } from "../protocol/detail.ts";
import type { Refusal } from "../protocol/error.ts";
import { LIMITS } from "../protocol/limits.ts";
import { hostsSetting } from "./push-hosts.ts";
import {
  contactSetting,
  numberSetting,
  originsSetting,
  type Setting,
  secretSetting,
  type WrongValue,
  wholeSetting,
  wordSetting,
} from "./setting.ts";

/**
 * All that a deployment may choose. `wrangler.toml` and the tables of the
 * documents are held to this one by `test/settings/documents.test.ts`.
 */
export const SETTINGS = {
  /** Milliseconds for which a nickname waits for somebody whose connection dropped. */
  nickHold: numberSetting("NICK_HOLD_SECONDS", { fallback: 30, range: [0, 86_400], unit: 1_000 }),
  /** Characters of a nickname, at least. */
  nickMin: wholeSetting("NICK_MIN", { fallback: LIMITS.nick[0], range: [1, LIMITS.nick[0]] }),
  /** Durable events that a room keeps. */
  historyMessages: wholeSetting("HISTORY_MESSAGES", { fallback: 10_000, range: [1, 1_000_000] }),
  /** Milliseconds for which a room keeps an event, and itself once it is empty. */
  historyAge: numberSetting("HISTORY_DAYS", { fallback: 30, range: [0.000_01, 3_650], unit: 86_400_000 }),
  /** Commands that one person may send at once. */
  burst: wholeSetting("MESSAGE_BURST", { fallback: 10, range: [1, 1_000_000_000] }),
  /** Commands a second that one person may send in the long run. */
  perSecond: numberSetting("MESSAGES_PER_SECOND", { fallback: 5, range: [0.001, 1_000_000_000] }),
  /** People in one room. */
  maxMembers: wholeSetting("MAX_MEMBERS", { fallback: 5_000, range: [1, 20_000] }),
  /** Whom the deployment lets in: everybody, or who has a pass. */
  door: wordSetting("DOOR", ["open", "invited"]),
  /** Who may make rooms: anybody, who has a pass that says so, or the admin. */
  newRooms: wordSetting("NEW_ROOMS", ["anyone", "pass", "admin"]),
  /** Messages that a room takes on one day (UTC). */
  roomMessages: wholeSetting("ROOM_MESSAGES_PER_DAY", { fallback: 20_000, range: [1, 1_000_000_000] }),
  /** Messages that one network may write in a room on one day. */
  addressMessages: wholeSetting("ADDRESS_MESSAGES_PER_DAY", { fallback: 5_000, range: [1, 1_000_000_000] }),
  /** Rows that the whole deployment may write on one day; 0: nobody watches. */
  dayRows: wholeSetting("DAY_ROWS", { fallback: 0, range: [0, 1_000_000_000_000] }),
  /** Bytes of one file. */
  fileBytes: wholeSetting("FILE_BYTES", { fallback: 5_242_880, range: [1, 26_214_400] }),
  /** Bytes of all files that a room keeps; 0: it takes none. */
  filesBytes: wholeSetting("FILES_BYTES", { fallback: 104_857_600, range: [0, 1_000_000_000_000] }),
  /** Bytes of files that one network may send to a room on one day. */
  addressFileBytes: wholeSetting("ADDRESS_FILE_BYTES_PER_DAY", {
    fallback: 104_857_600,
    range: [1, 1_000_000_000_000],
  }),
  /** Whom a push service may turn to; without, the deployment's own address. */
  pushContact: contactSetting("PUSH_CONTACT"),
  /** The hosts that this server pushes to: what browsers use. */
  pushHosts: hostsSetting("PUSH_HOSTS", [
    "fcm.googleapis.com",
    "*.push.services.mozilla.com",
    "*.notify.windows.com",
    "*.push.apple.com",
  ]),
  /** Other origins whose pages may use this server. */
  allowedOrigins: originsSetting("ALLOWED_ORIGINS"),
  /** The secret that makes its bearer an owner of any room: too long to be guessed, short enough to be sent. */
  adminToken: secretSetting("ADMIN_TOKEN", [20, 256]),
  /** The secret that passes are signed with. */
  passSecret: secretSetting("PASS_SECRET", [32, 256]),
};

/** Told by `npm start`, and nobody else: another one where the data is a copy that has been put in place. */
const DATA_GENERATION = wholeSetting("DATA_GENERATION", { fallback: 1, range: [1, Number.MAX_SAFE_INTEGER] });

type Chosen = {
  readonly [Name in keyof typeof SETTINGS]: (typeof SETTINGS)[Name] extends Setting<infer Value>
    ? Value
    : never;
};

/** What a deployment has chosen, checked. */
export interface Settings extends Chosen {
  readonly dataGeneration: number | undefined;
}

/** The variables of the deployment, as they come: strings, or missing. */
export type Variables = Readonly<Record<string, unknown>>;

/** Says which variable is wrong, and what it should be. */
export class SettingsError extends Error {
  override name = "SettingsError";
  readonly refusal: Refusal;

  constructor(wrong: readonly string[]) {
    const refusal = refuseAs("bad_settings", { wrong: wrong.join("; ") });
    super(refusal.message);
    this.refusal = refusal;
  }
}

/** Reads and checks the settings. Throws a {@link SettingsError} that names every wrong one. */
export function readSettings(variables: Variables): Settings {
  const wrong: string[] = [];
  const read = <Value>(setting: Setting<Value>): Value => {
    // What is bound to a variable of the environment that is not set is null.
    const variable = variables[setting.variable] ?? undefined;
    const value = variable === undefined ? setting.fallback : setting.read(String(variable).trim());
    if (!isWrong(value)) return value;
    wrong.push(`${setting.variable} ${value.wrong}`);
    return setting.fallback;
  };
  const settings: Settings = {
    nickHold: read(SETTINGS.nickHold),
    nickMin: read(SETTINGS.nickMin),
    historyMessages: read(SETTINGS.historyMessages),
    historyAge: read(SETTINGS.historyAge),
    burst: read(SETTINGS.burst),
    perSecond: read(SETTINGS.perSecond),
    maxMembers: read(SETTINGS.maxMembers),
    door: read(SETTINGS.door),
    newRooms: read(SETTINGS.newRooms),
    roomMessages: read(SETTINGS.roomMessages),
    addressMessages: read(SETTINGS.addressMessages),
    dayRows: read(SETTINGS.dayRows),
    fileBytes: read(SETTINGS.fileBytes),
    filesBytes: read(SETTINGS.filesBytes),
    addressFileBytes: read(SETTINGS.addressFileBytes),
    pushContact: read(SETTINGS.pushContact),
    pushHosts: read(SETTINGS.pushHosts),
    allowedOrigins: read(SETTINGS.allowedOrigins),
    adminToken: read(SETTINGS.adminToken),
    passSecret: read(SETTINGS.passSecret),
    dataGeneration: variables[DATA_GENERATION.variable] ? read(DATA_GENERATION) : undefined,
  };
  if (settings.door === "invited" && settings.passSecret === undefined && wrong.length === 0) {
    wrong.push(
      `${SETTINGS.door.variable} is "invited", but without ${SETTINGS.passSecret.variable} nobody can be`,
    );
  }
  if (wrong.length > 0) throw new SettingsError(wrong);
  return settings;
}

function isWrong(value: unknown): value is WrongValue {
  return typeof value === "object" && value !== null && "wrong" in value;
}
