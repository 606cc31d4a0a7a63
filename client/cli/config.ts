import { readFileSync } from "node:fs";
import { join } from "node:path";
import * as v from "valibot";
import { configDirectory, type Environment } from "./directories.ts";
import { EXIT } from "./exit-code.ts";
import { Failure } from "./failure.ts";
import { TIME_FORMATS } from "./time.ts";

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
  const file = join(configDirectory(env), "config.json");
  let written: string;
  try {
    written = readFileSync(file, "utf8");
  } catch (error) {
    if (error instanceof Error && "code" in error && (error.code === "ENOENT" || error.code === "ENOTDIR"))
      return {};
    throw new Failure(EXIT.usage, `Cannot read ${file}: ${error instanceof Error ? error.message : error}`);
  }
  return parseConfig(written, file);
}

/** `file` is what mistakes are told to be in. */
export function parseConfig(written: string, file: string): Config {
  let json: unknown;
  try {
    json = JSON.parse(written);
  } catch (error) {
    throw new Failure(EXIT.usage, `${file} is not JSON: ${error instanceof Error ? error.message : error}`);
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
