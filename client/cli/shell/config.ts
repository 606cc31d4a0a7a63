import { readFileSync } from "node:fs";
import { join } from "node:path";
import * as v from "valibot";
import { EXIT } from "../end/exit-code.ts";
import { Failure } from "../end/failure.ts";
import { codeOf } from "../end/system-trouble.ts";
import { configDirectory, type Environment } from "../person/directories.ts";
import { decodeText } from "../text/decode.ts";
import { TIME_FORMATS } from "../text/time.ts";
import { type CliCatalogue, cliWords } from "../words/words.ts";

type Wrong = Parameters<CliCatalogue["shell"]["config"]>[0]["mistakes"][number]["wrong"];

/** What may be wrong, as the issues of the schema name it. */
const WRONG = ["text", "empty", "yes_or_no", "time", "object"] as const satisfies readonly Wrong[];

const wrong = (what: (typeof WRONG)[number]) => what;
const text = v.pipe(v.string(wrong("text")), v.nonEmpty(wrong("empty")));
const yesOrNo = v.boolean(wrong("yes_or_no"));

const config = v.strictObject(
  {
    url: v.exactOptional(text),
    nick: v.exactOptional(text),
    profile: v.exactOptional(text),
    time: v.exactOptional(v.picklist(TIME_FORMATS, wrong("time"))),
    bell: v.exactOptional(yesOrNo),
    color: v.exactOptional(yesOrNo),
  },
  wrong("object"),
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
    throw new Failure(EXIT.usage, cliWords().system.cannotRead({ file, code }));
  }
  const written = decodeText(bytes);
  if (typeof written !== "string") {
    throw new Failure(EXIT.usage, cliWords().system.undecodableFile({ file, ...written }));
  }
  return parseConfig(written, file);
}

/** `file` is what mistakes are told to be in. */
export function parseConfig(written: string, file: string): Config {
  let json: unknown;
  try {
    json = JSON.parse(written);
  } catch (error) {
    const line = lineOf(error, written);
    const { shell } = cliWords();
    throw new Failure(
      EXIT.usage,
      line === undefined ? shell.configIsNoJson(file) : shell.configIsNoJsonFrom({ file, line }),
    );
  }
  const parsed = v.safeParse(config, Array.isArray(json) ? undefined : json);
  if (parsed.success) return parsed.output;
  const mistakes = parsed.issues.map((issue) => {
    const field = v.getDotPath(issue) ?? undefined;
    const isKnown = field === undefined || Object.hasOwn(config.entries, field);
    return {
      field,
      wrong: isKnown ? (WRONG.find((each) => each === issue.message) ?? "object") : "unknown",
    } as const;
  });
  const fields = Object.keys(config.entries);
  throw new Failure(EXIT.usage, cliWords().shell.config({ file, mistakes, fields, times: TIME_FORMATS }));
}

/** Where a JSON parser has stopped: it says no more of that than a position, which is behind the end if it is missing. */
function lineOf(error: unknown, written: string): number | undefined {
  const position = error instanceof Error ? /at position (\d+)/.exec(error.message)?.[1] : undefined;
  return position === undefined ? undefined : written.slice(0, Number(position)).split("\n").length;
}
