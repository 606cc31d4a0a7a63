import { readFileSync } from "node:fs";
import { join } from "node:path";
import { LANGUAGES, type Language, languageOf } from "../../core/words/languages.ts";
import { configDirectory, type Environment } from "../person/directories.ts";
import { optionsEnd, withoutLanguage } from "../shell/language-option.ts";

export interface ProcessTold {
  readonly args: readonly string[];
  readonly env: Environment;
  readonly platform: NodeJS.Platform;
}

/**
 * What is spoken, before anything is said: not even what is wrong with an
 * option or the config file. What is wrong here is told later, by those who
 * read it for what it is, and in the language that comes next.
 */
export function languageHere({ args, env, platform }: ProcessTold): Language {
  const { language, rest } = withoutLanguage(args);
  const options = rest.slice(0, optionsEnd(rest));
  const isHelp = options.includes("--help") || options.includes("-h");
  // Programs read that, and theirs is English.
  if ((rest[0] === "mcp" || options.includes("--json")) && !isHelp) return "en";
  return (
    known(language) ??
    known(env.PAPO_LANG) ??
    known(configured(env)) ??
    known(env.LC_ALL || env.LC_MESSAGES || env.LANG || (platform === "win32" ? ofWindows() : "")) ??
    "en"
  );
}

function known(tag: string | undefined): Language | undefined {
  return tag === undefined ? undefined : languageOf(tag, LANGUAGES);
}

function configured(env: Environment): string | undefined {
  try {
    const folder = configDirectory(env);
    const config: unknown = JSON.parse(folder ? readFileSync(join(folder, "config.json"), "utf8") : "{}");
    return typeof config === "object" && config !== null && "lang" in config ? `${config.lang}` : undefined;
  } catch {
    return undefined;
  }
}

/** It has no such variables. */
function ofWindows(): string {
  return new Intl.DateTimeFormat().resolvedOptions().locale;
}
