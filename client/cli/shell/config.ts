import { readFileSync } from "node:fs";
import { join } from "node:path";
import * as v from "valibot";
import { EXIT } from "../end/exit-code.ts";
import { Failure } from "../end/failure.ts";
import { codeOf, systemTrouble } from "../end/system-trouble.ts";
import { configDirectory, type Environment } from "../person/directories.ts";
import { decodeText } from "../text/decode.ts";
import { TIME_FORMATS } from "../text/time.ts";

const text = v.pipe(v.string("must be a text"), v.nonEmpty("must not be empty"));
const yesOrNo = v.boolean("must be true or false");

const config = v.strictObject(
  {
    url: v.exactOptional(text),
    nick: v.exactOptional(text),
    profile: v.exactOptional(text),
    time: v.exactOptional(v.picklist(TIME_FORMATS, `must be one of ${TIME_FORMATS.join(", ")}`)),
    bell: v.exactOptional(yesOrNo),
    color: v.exactOptional(yesOrNo),
  },
  'must hold an object, such as { "nick": "ana" }',
);

/** What a person has chosen once and for all. */
export type Config = v.InferOutput<typeof config>;

/** Reads the config file, if there is one. Every mistake in it is told with the name of its field. */
export function loadConfig(env: Environment): Config {
  const folder = configDirectory(env);
  if (folder === undefined) return {};
  const file = join(folder, "config.json");
  let bytes: Uint8Array;
  try {
    bytes = readFileSync(file);
  } catch (error) {
    const code = codeOf(error);
    if (code === "ENOENT" || code === "ENOTDIR") return {};
    throw new Failure(EXIT.usage, `Cannot read ${file}: ${systemTrouble(error)}.`);
  }
  const written = decodeText(bytes);
  if (typeof written !== "string") throw new Failure(EXIT.usage, `${file} ${written.trouble}.`);
  return parseConfig(written, file);
}

/** `file` is what mistakes are told to be in. */
export function parseConfig(written: string, file: string): Config {
  let json: unknown;
  try {
    json = JSON.parse(written);
  } catch (error) {
    throw new Failure(EXIT.usage, `${file} is not JSON${placeOf(error, written)}.`);
  }
  const parsed = v.safeParse(config, Array.isArray(json) ? undefined : json);
  if (parsed.success) return parsed.output;
  const mistakes = parsed.issues.map((issue) => {
    const field = v.getDotPath(issue);
    if (field === null) return `it ${issue.message}`;
    return Object.hasOwn(config.entries, field)
      ? `"${field}" ${issue.message}`
      : `"${field}" is unknown; it may have ${Object.keys(config.entries).join(", ")}`;
  });
  throw new Failure(EXIT.usage, `In ${file}, ${mistakes.join("; ")}.`);
}

/** Where a JSON parser has stopped: it says no more of that than a position, which is behind the end if it is missing. */
function placeOf(error: unknown, written: string): string {
  const position = error instanceof Error ? /at position (\d+)/.exec(error.message)?.[1] : undefined;
  const line = written.slice(0, Number(position ?? written.length)).split("\n").length;
  return position === undefined ? "" : `, from line ${line} on`;
}
