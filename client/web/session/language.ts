import { LANGUAGES, type Language, languageOf } from "../../core/words/languages.ts";

/** What the document is in, as the early script has chosen. */
export function languageNow(): Language {
  return languageOf(document.documentElement.lang, LANGUAGES) ?? "en";
}
