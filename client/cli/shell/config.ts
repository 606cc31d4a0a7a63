import { readFileSync } from "node:fs";
import { join } from "node:path";
import * as v from "valibot";
import { readQuietHours, writtenHours } from "../../core/notify/quiet-hours.ts";
import { nearest } from "../../core/text/nearest.ts";
import { LANGUAGES } from "../../core/words/languages.ts";
import { EXIT } from "../end/exit-code.ts";
import { Failure } from "../end/failure.ts";
import { codeOf } from "../end/system-trouble.ts";
import { configDirectory, type Environment } from "../person/directories.ts";
import { decodeText } from "../text/decode.ts";
import { TIME_FORMATS } from "../text/time.ts";
import { COMINGS } from "../view/comings.ts";
import { type CliCatalogue, cliWords } from "../words/words.ts";

type Wrong = Parameters<CliCatalogue["shell"]["config"]>[0]["mistakes"][number]["wrong"];

/** What may be wrong, as the issues of the schema name it. */
const WRONG = [
  "text",
  "empty",
  "yes_or_no",
  "time",
  "quiet_hours",
  "notify",
  "words",
  "comings",
  "log",
  "days",
  "pictures",
  "lang",
  "object",
] as const satisfies readonly Wrong[];

/** As it stands there for none. */
export const NO_HOURS = "off";

const wrong = (what: (typeof WRONG)[number]) => what;
const text = v.pipe(v.string(wrong("text")), v.nonEmpty(wrong("empty")));
const yesOrNo = v.boolean(wrong("yes_or_no"));
/** A program and what stands behind it; a text is parted at its blanks. */
const command = v.union(
  [
    v.boolean(),
    v.pipe(v.string(), v.trim(), v.nonEmpty(), v.maxLength(4_000)),
    v.pipe(
      v.array(v.string()),
      v.minLength(1),
      v.maxLength(100),
      v.check(([program]) => program !== ""),
    ),
  ],
  wrong("notify"),
);
/** However they are written, they are kept in one way. */
const quietHours = v.pipe(
  v.string(wrong("quiet_hours")),
  v.transform((written) => {
    const hours = readQuietHours(written);
    return written === NO_HOURS ? written : hours && writtenHours(hours);
  }),
  v.string(wrong("quiet_hours")),
);
const words = v.pipe(
  v.array(
    v.pipe(v.string(wrong("words")), v.trim(), v.nonEmpty(wrong("words")), v.maxLength(100, wrong("words"))),
    wrong("words"),
  ),
  v.maxLength(100, wrong("words")),
);

const config = v.strictObject(
  {
    url: v.exactOptional(text),
    nick: v.exactOptional(text),
    profile: v.exactOptional(text),
    time: v.exactOptional(v.picklist(TIME_FORMATS, wrong("time"))),
    bell: v.exactOptional(yesOrNo),
    color: v.exactOptional(yesOrNo),
    "quiet-hours": v.exactOptional(quietHours),
    notify: v.exactOptional(command),
    highlight: v.exactOptional(words),
    comings: v.exactOptional(v.picklist(COMINGS, wrong("comings"))),
    pictures: v.exactOptional(v.picklist(["auto", "off"], wrong("pictures"))),
    log: v.exactOptional(v.union([v.boolean(), v.literal("private")], wrong("log"))),
    "log-days": v.exactOptional(
      v.pipe(
        v.number(wrong("days")),
        v.integer(wrong("days")),
        v.minValue(1, wrong("days")),
        v.maxValue(3_650, wrong("days")),
      ),
    ),
    lang: v.exactOptional(v.picklist(LANGUAGES, wrong("lang"))),
  },
  wrong("object"),
);

const CHOICES = { fields: Object.keys(config.entries), times: TIME_FORMATS, languages: LANGUAGES };
const FILE = "config.json";

/** What a person has chosen once and for all. */
export type Config = v.InferOutput<typeof config>;

export const CONFIG_KEYS = keysOf(config.entries);
export type ConfigName = (typeof CONFIG_KEYS)[number];

/** Reads the config file, if there is one. Every mistake in it is told with the name of its field. */
export function loadConfig(env: Environment): Config {
  const folder = configDirectory(env);
  const file = folder && join(folder, FILE);
  const written = file && readConfig(file);
  return written === undefined ? {} : parseConfig(written, file ?? FILE);
}

/** Where it is, or would be. */
export function configFile(env: Environment): string {
  const folder = configDirectory(env);
  if (folder !== undefined) return join(folder, FILE);
  throw new Failure(EXIT.failed, cliWords().person.noHome);
}

/** What stands in the file; undefined if there is none. */
export function readConfig(file: string): string | undefined {
  let bytes: Uint8Array;
  try {
    bytes = readFileSync(file);
  } catch (error) {
    const code = codeOf(error);
    if (code === "ENOENT" || code === "ENOTDIR") return undefined;
    throw new Failure(EXIT.usage, cliWords().system.cannotRead({ file, code }));
  }
  const written = decodeText(bytes);
  if (typeof written === "string") return written;
  throw new Failure(EXIT.usage, cliWords().system.undecodableFile({ file, ...written }));
}

/** `file` is what mistakes are told to be in. */
export function parseConfig(written: string, file: string): Config {
  return checkConfig(parseJsonOf(written, file), file);
}

export function parseJsonOf(written: string, file: string): unknown {
  try {
    return JSON.parse(written);
  } catch (error) {
    const line = lineOf(error, written);
    const { shell } = cliWords();
    throw new Failure(
      EXIT.usage,
      line === undefined ? shell.configIsNoJson(file) : shell.configIsNoJsonFrom({ file, line }),
    );
  }
}

export function checkConfig(json: unknown, file: string): Config {
  const parsed = v.safeParse(config, Array.isArray(json) ? undefined : json);
  if (parsed.success) return parsed.output;
  const mistakes = parsed.issues.map((issue) => {
    const field = v.getDotPath(issue) ?? undefined;
    const isKnown = field === undefined || Object.hasOwn(config.entries, field);
    return {
      field,
      wrong: isKnown ? (WRONG.find((each) => each === issue.message) ?? "object") : "unknown",
      meant: isKnown ? undefined : nearest(field ?? "", CONFIG_KEYS),
    } as const;
  });
  throw new Failure(EXIT.usage, cliWords().shell.config({ file, mistakes, ...CHOICES }));
}

/** The first of some values that a key may have. */
export function checkedValue(key: ConfigName, candidates: readonly unknown[]): unknown {
  const tried = candidates.map((each) => v.safeParse(config.entries[key], each));
  const fine = tried.find(({ success }) => success);
  if (fine !== undefined) return fine.output;
  const issue = tried.flatMap(({ issues = [] }) => issues)[0];
  const wrong = WRONG.find((each) => each === issue?.message) ?? "object";
  throw new Failure(EXIT.usage, cliWords().shell.configValue({ field: key, wrong, ...CHOICES }));
}

function keysOf<Entries extends object>(entries: Entries) {
  return Object.keys(entries).filter((key): key is keyof Entries & string => key in entries);
}

/** Where a JSON parser has stopped: it says no more of that than a position, which is behind the end if it is missing. */
function lineOf(error: unknown, written: string): number | undefined {
  const position = error instanceof Error ? /at position (\d+)/.exec(error.message)?.[1] : undefined;
  return position === undefined ? undefined : written.slice(0, Number(position)).split("\n").length;
}
