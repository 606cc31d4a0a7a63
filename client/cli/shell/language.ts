import { LANGUAGES, languageOf } from "../../core/words/languages.ts";
import { EXIT } from "../end/exit-code.ts";
import { Failure } from "../end/failure.ts";
import type { Environment } from "../person/directories.ts";
import { shown } from "../text/shown.ts";
import { cliWords } from "../words/words.ts";

/** What `--lang` is given. */
export function checkLanguage(written: string): void {
  if (languageOf(written, LANGUAGES) !== undefined) return;
  throw new Failure(EXIT.usage, cliWords().shell.language({ written: shown(written), languages: LANGUAGES }));
}

/** The variable; the config file is looked through where it is read. */
export function checkLanguageVariable({ PAPO_LANG: written = "" }: Environment): void {
  if (written === "" || languageOf(written, LANGUAGES) !== undefined) return;
  throw new Failure(
    EXIT.usage,
    cliWords().shell.languageVariable({ written: shown(written), languages: LANGUAGES }),
  );
}
